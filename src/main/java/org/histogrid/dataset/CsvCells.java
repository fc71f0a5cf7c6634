package org.histogrid.dataset;

/// Cells of a CSV file that a spreadsheet program opens as what they are.
final class CsvCells {

    /// What a formula begins with, also in full width; a tab or a line break before it is passed over.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCells() {}

    /// Text that reads as a formula gets an apostrophe before it. Numbers stay, whatever their sign.
    static String guarded(String text) {
        if (text.isEmpty()
                || FORMULA.indexOf(text.charAt(0)) < 0
                || Classifier.number(text).isPresent()) {
            return text;
        }
        return "'" + text;
    }
}
