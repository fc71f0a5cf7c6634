package org.histogrid.tensor;

import java.io.IOException;
import java.util.List;

/// Numbers in square brackets in one cell: a list as Python writes it, `[0.1, -2e-3]`, or an array as numpy does,
/// `[0.1 0.2\n 0.3]`; or a list of such lists of one length.
final class ListText {

    /// What a cell was found to hold.
    enum Result {
        NUMBERS,
        /// numpy left out the middle of a long array.
        SHORTENED,
        /// Lists of different lengths in one.
        UNEVEN,
        OTHER
    }

    /// Takes the numbers in their order.
    @FunctionalInterface
    interface Numbers {
        void put(double value) throws IOException;
    }

    private final DecimalParser parser = new DecimalParser('.');

    private byte[] bytes = {};
    private int at;
    private int to;
    private long outer;
    private long inner;
    private Result result = Result.OTHER;

    /// The lengths of what was read last: (d) or (L, d).
    List<Long> shape() {
        return inner < 0 ? List.of(outer) : List.of(outer, inner);
    }

    /// Reads a cell. Numbers are handed out as they are met, also where something else follows.
    Result read(byte[] cell, int from, int end, Numbers numbers) throws IOException {
        bytes = cell;
        at = from;
        to = end;
        inner = -1;
        result = Result.NUMBERS;
        outer = list(numbers, true);
        if (result == Result.NUMBERS && (at != to || outer == 0 || inner == 0)) {
            result = Result.OTHER;
        }
        return result;
    }

    /// @return how many elements the list has that begins here
    private long list(Numbers numbers, boolean outermost) throws IOException {
        if (at == to || bytes[at] != '[') {
            return failed(Result.OTHER);
        }
        at++;
        long count = 0;
        boolean divided = true;
        while (result == Result.NUMBERS) {
            divided |= skipBlanks();
            if (at < to && bytes[at] == ']') {
                at++;
                return count;
            }
            if (count > 0 && at < to && bytes[at] == ',') {
                at++;
                skipBlanks();
                divided = true;
            }
            if (!divided || at == to) {
                return failed(Result.OTHER);
            }
            if (outermost && bytes[at] == '[') {
                nested(numbers, count);
            } else if (outermost && inner >= 0 && !isDots()) {
                return failed(Result.OTHER);
            } else {
                number(numbers);
            }
            count++;
            divided = false;
        }
        return count;
    }

    private void nested(Numbers numbers, long before) throws IOException {
        long length = list(numbers, false);
        if (before == 0) {
            inner = length;
        } else if (result == Result.NUMBERS && length != inner) {
            result = inner < 0 ? Result.OTHER : Result.UNEVEN;
        }
    }

    private void number(Numbers numbers) throws IOException {
        int from = at;
        while (at < to && !isEnd(bytes[at])) {
            at++;
        }
        if (parser.parse(bytes, from, at)) {
            numbers.put(parser.value());
        } else {
            at = from;
            failed(isDots() ? Result.SHORTENED : Result.OTHER);
        }
    }

    private boolean isDots() {
        return at + 3 <= to && bytes[at] == '.' && bytes[at + 1] == '.' && bytes[at + 2] == '.';
    }

    private boolean skipBlanks() {
        int from = at;
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        return at > from;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isEnd(byte c) {
        return c == ',' || c == ']' || c == '[' || isBlank(c);
    }

    private long failed(Result how) {
        result = how;
        return 0;
    }
}
