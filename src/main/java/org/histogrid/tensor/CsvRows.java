package org.histogrid.tensor;

/// One pass through the rows of a table. Blank lines are passed over, except where they could be missing values.
final class CsvRows {

    private final Origin origin;
    private final CsvScanner cells;
    private final boolean header;
    private int width;
    private long row;

    /// @param width how many cells each row must have; 0 for as many as the first one
    CsvRows(Origin origin, TableShape shape, int width) {
        this.origin = origin;
        this.header = shape.header();
        this.cells = new CsvScanner(origin, shape.separator(), header ? 0 : 1);
        this.width = width;
        this.row = header ? -1 : 0;
    }

    /// Goes to the next row. The header is row 0.
    ///
    /// @throws UnreadableFile if it is no row of this table
    boolean next() {
        boolean blankBefore = false;
        do {
            if (!cells.next()) {
                return false;
            }
            blankBefore |= cells.blank();
        } while (cells.blank());
        row++;
        if (width == 0) {
            width = cells.width();
        }
        if (cells.width() != width) {
            throw otherWidth();
        }
        if (blankBefore && width == 1 && row > 0) {
            throw new UnreadableFile(
                    origin.name(),
                    "has a blank line before row " + Sentences.grouped(row) + ". Write \"\" for a missing value.",
                    row,
                    null);
        }
        return true;
    }

    private UnreadableFile otherWidth() {
        return refused(
                origin.name(),
                row,
                "has " + Sentences.counted(cells.width(), "cell") + " where " + Sentences.counted(width, "column") + " "
                        + (width == 1 ? "is" : "are") + " expected,");
    }

    /// The number of the row, counted from 1 below the header.
    long row() {
        return row;
    }

    CsvScanner cells() {
        return cells;
    }

    static UnreadableFile refused(String file, long row, String how) {
        String place = row == 0 ? "in its header" : "in row " + Sentences.grouped(row);
        return new UnreadableFile(file, how + " " + place + ".", row, null);
    }
}
