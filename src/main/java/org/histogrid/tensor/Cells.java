package org.histogrid.tensor;

import java.util.regex.Pattern;

/// What a cell of a table looks like.
final class Cells {

    static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    /// Stricter than Java (which takes `1.5f`) and Python (which takes `1_000`).
    static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9})?|nan|inf|infinity)",
            Pattern.CASE_INSENSITIVE);

    private Cells() {}

    static ColumnType type(String cell) {
        if (INTEGER.matcher(cell).matches()) {
            return ColumnType.INTEGER;
        }
        if (NUMBER.matcher(cell).matches()) {
            return ColumnType.NUMBER;
        }
        return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false") ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }
}
