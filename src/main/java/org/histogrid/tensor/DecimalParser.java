package org.histogrid.tensor;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Arrays;

/// Reads decimal numbers from bytes: the nearest 64-bit number. Stricter than Java (which takes `1.5f` and
/// hexadecimal numbers) and Python (which takes `1_000`).
final class DecimalParser {

    /// Powers of ten that a double holds exactly.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /// Whole numbers below are doubles.
    private static final long EXACT = 1L << 53;

    private static final int EXPONENT_DIGITS = 9;

    private final byte point;
    private double value;

    /// @param point what divides whole numbers and fractions: `.` or `,`
    DecimalParser(char point) {
        this.point = (byte) point;
    }

    /// The number that was read last.
    double value() {
        return value;
    }

    /// Takes a number without exponent whose digits are known.
    ///
    /// @param fraction how many of the digits stand behind the point
    /// @return whether that is enough to know the nearest double
    boolean compose(long digits, int fraction, boolean negative) {
        if (digits >= EXACT || (fraction > 0 && point != '.')) {
            return false;
        }
        double size = digits / POWERS[fraction];
        value = negative ? -size : size;
        return true;
    }

    /// Reads all bytes from one place to another.
    ///
    /// @return whether they are a number
    boolean parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (at < to && (negative || bytes[at] == '+')) {
            at++;
        }
        int unsigned = at;
        int first = at;
        long digits = 0;
        int digit;
        while (at < to && (digit = bytes[at] - '0') >= 0 && digit <= 9) {
            digits = 10 * digits + digit;
            at++;
        }
        int count = at - first;
        int fraction = 0;
        if (at < to && bytes[at] == point) {
            at++;
            first = at;
            while (at < to && (digit = bytes[at] - '0') >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                at++;
            }
            fraction = at - first;
            count += fraction;
        }
        if (count == 0) {
            return special(bytes, unsigned, to, negative);
        }
        int exponent = 0;
        if (at < to) {
            int end = exponentEnd(bytes, at, to);
            if (end != to) {
                return false;
            }
            exponent = exponent(bytes, at + 1, to);
        }
        value = number(digits, count, exponent - fraction, negative, bytes, from, to);
        return true;
    }

    /// A number of few digits is a quotient or product of two exact doubles, which is rounded once.
    private double number(long digits, int count, int exponent, boolean negative, byte[] bytes, int from, int to) {
        if (count <= Digits.MOST && digits < EXACT && exponent >= -22 && exponent <= 22) {
            double size = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
            return negative ? -size : size;
        }
        if (point == '.') {
            return JavaDoubleParser.parseDouble(bytes, from, to - from);
        }
        byte[] pointed = Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < pointed.length; i++) {
            pointed[i] = pointed[i] == point ? (byte) '.' : pointed[i];
        }
        return JavaDoubleParser.parseDouble(pointed);
    }

    private boolean special(byte[] bytes, int at, int to, boolean negative) {
        if (isWord(bytes, at, to, "nan")) {
            value = Double.NaN;
            return true;
        }
        value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return isWord(bytes, at, to, "inf") || isWord(bytes, at, to, "infinity");
    }

    /// Whether the bytes are a word, in any mixture of upper and lower case.
    static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where an exponent ends that begins here; the start itself if there is none.
    static int exponentEnd(byte[] bytes, int start, int to) {
        int at = start;
        if (at == to || (bytes[at] | 0x20) != 'e') {
            return start;
        }
        at++;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int first = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at == first || at - first > EXPONENT_DIGITS ? start : at;
    }

    private static int exponent(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int exponent = 0;
        for (int at = from + (negative || bytes[from] == '+' ? 1 : 0); at < to; at++) {
            exponent = 10 * exponent + bytes[at] - '0';
        }
        return negative ? -exponent : exponent;
    }
}
