package org.histogrid.dataset;

import java.util.Arrays;
import org.histogrid.base.BadInput;

/// Takes the cells of a column as they come, and keeps the numbers; NaN where there is none.
final class ScoreReader {

    private static final int LONGEST_QUOTE = 60;

    private final String column;
    private double[] values = new double[1024];
    private int samples;
    private int bad;
    private int firstBadRow;
    private String firstBad = "";

    ScoreReader(String column) {
        this.column = column;
    }

    void add(String cell) {
        if (samples == values.length) {
            values = Arrays.copyOf(values, 2 * samples);
        }
        samples++;
        values[samples - 1] = number(cell);
    }

    private double number(String cell) {
        if (cell.isBlank()) {
            return Double.NaN;
        }
        var number = Classifier.number(cell);
        if (number.isEmpty() && bad++ == 0) {
            firstBadRow = samples;
            firstBad = cell;
        }
        return number.orElse(Double.NaN);
    }

    /// Whether no cell was anything but a number.
    boolean isScore() {
        return bad == 0;
    }

    /// @throws BadInput if a cell is no number, naming the first such and how many there are
    ScoreColumn column() {
        if (bad > 0) {
            throw notANumber(column, firstBad, firstBadRow, bad);
        }
        return new ScoreColumn(column, Arrays.copyOf(values, samples));
    }

    static BadInput notANumber(String column, String cell, int row, int all) {
        var quote = cell.length() <= LONGEST_QUOTE ? cell : cell.substring(0, LONGEST_QUOTE) + "…";
        var more = all == 1 ? "" : " (%d such cells in all)".formatted(all);
        return new BadInput("Column %s is no score: row %d holds %s, which is not a number%s."
                        .formatted(column, row, quote, more))
                .inColumn(column)
                .inRow(row)
                .forField("threshold");
    }
}
