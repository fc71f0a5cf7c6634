package org.histogrid.base;

import java.util.regex.Pattern;

/// Cells of a CSV file that a spreadsheet program opens as what they are.
public final class CsvCells {

    /// What a formula begins with, also in full width; a tab or a line break before it is passed over.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER =
            Pattern.compile("[+-](\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-](inf|Inf|infinity|Infinity)");

    private CsvCells() {}

    /// Text that would be taken for a formula gets an apostrophe before it. Numbers stay, whatever their sign.
    public static String guarded(String text) {
        var isHarmless = text.isEmpty()
                || FORMULA.indexOf(text.charAt(0)) < 0
                || NUMBER.matcher(text).matches();
        return isHarmless ? text : "'" + text;
    }
}
