package org.histogrid.tensor;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a cell of a table looks like: kinds are bits, so that those of a column add up with `|`.
final class Cells {

    static final Pattern INTEGER_PATTERN = Pattern.compile("[+-]?[0-9]{1,18}");

    /// Up to 18 digits with or without a sign.
    static final int INTEGER = 1;

    /// A number without a point, such as `1e5`, `nan` or an integer of more digits.
    static final int NUMBER = 2;

    /// A number with a decimal point.
    static final int POINT = 4;

    /// A number with a decimal comma.
    static final int COMMA = 8;

    static final int BOOLEAN = 16;

    /// Something in square brackets.
    static final int LIST = 32;

    static final int TEXT = 64;

    static final int EMPTY = 128;

    /// All kinds but [#EMPTY].
    static final int ANY = 127;

    private static final int INTEGER_DIGITS = 18;

    private Cells() {}

    static int kind(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return kind(bytes, 0, bytes.length);
    }

    static int kind(byte[] bytes, int from, int to) {
        if (from == to) {
            return EMPTY;
        }
        byte first = bytes[from];
        if (first <= '9') {
            return numberKind(bytes, from, to);
        }
        return switch (first) {
            case 'n', 'N', 'i', 'I' -> isSpecial(bytes, from, to) ? NUMBER : TEXT;
            case 't', 'T' -> DecimalParser.isWord(bytes, from, to, "true") ? BOOLEAN : TEXT;
            case 'f', 'F' -> DecimalParser.isWord(bytes, from, to, "false") ? BOOLEAN : TEXT;
            case '[' -> bytes[to - 1] == ']' ? LIST : TEXT;
            default -> TEXT;
        };
    }

    private static boolean isSpecial(byte[] bytes, int from, int to) {
        return DecimalParser.isWord(bytes, from, to, "nan")
                || DecimalParser.isWord(bytes, from, to, "inf")
                || DecimalParser.isWord(bytes, from, to, "infinity");
    }

    private static int numberKind(byte[] bytes, int from, int to) {
        int at = from;
        if (bytes[at] == '-' || bytes[at] == '+') {
            at++;
        }
        int first = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        int digits = at - first;
        if (at == to) {
            return digits == 0 ? TEXT : digits <= INTEGER_DIGITS ? INTEGER : NUMBER;
        }
        int kind = NUMBER;
        if (bytes[at] == '.' || bytes[at] == ',') {
            kind = bytes[at] == '.' ? POINT : COMMA;
            at++;
            first = at;
            while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
                at++;
            }
            digits += at - first;
        } else if (digits == 0) {
            return isSpecial(bytes, at, to) ? NUMBER : TEXT;
        }
        if (digits == 0) {
            return TEXT;
        }
        return at == to || DecimalParser.exponentEnd(bytes, at, to) == to ? kind : TEXT;
    }

    /// The type of a column of these kinds.
    ///
    /// @param commas whether a comma may be a decimal comma in this table
    static ColumnType type(int kinds, boolean commas) {
        if (kinds == INTEGER) {
            return ColumnType.INTEGER;
        }
        if (kinds == BOOLEAN) {
            return ColumnType.BOOLEAN;
        }
        boolean numbers = kinds != 0 && (kinds & (BOOLEAN | LIST | TEXT)) == 0;
        boolean comma = (kinds & COMMA) != 0;
        boolean oneMark = !comma || (commas && (kinds & POINT) == 0);
        return numbers && oneMark ? ColumnType.NUMBER : ColumnType.TEXT;
    }
}
