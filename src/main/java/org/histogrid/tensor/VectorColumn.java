package org.histogrid.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Finds out whether a column holds one vector in each cell, all of one shape.
final class VectorColumn {

    private static final ListText.Numbers COUNTED_ONLY = value -> {};

    private final ListText list = new ListText();
    private List<Long> shape = List.of();
    private String problem = "";
    private long problemRow;

    /// Of a column whose first cell this is; empty if that is no list of numbers.
    static Optional<VectorColumn> of(long row, byte[] bytes, int from, int to) {
        VectorColumn column = new VectorColumn();
        ListText.Result first = column.read(bytes, from, to);
        if (first == ListText.Result.OTHER) {
            return Optional.empty();
        }
        column.judge(row, first);
        return Optional.of(column);
    }

    void add(long row, byte[] bytes, int from, int to) {
        if (problem.isEmpty()) {
            judge(row, read(bytes, from, to));
        }
    }

    private void judge(long row, ListText.Result result) {
        switch (result) {
            case NUMBERS -> {
                if (shape.isEmpty()) {
                    shape = list.shape();
                } else if (!shape.equals(list.shape())) {
                    fail(
                            row,
                            "holds lists of different lengths: " + words(shape) + " in row 1, " + words(list.shape())
                                    + " in row " + Sentences.grouped(row));
                }
            }
            case SHORTENED ->
                fail(
                        row,
                        "holds a list shortened with ... in row " + Sentences.grouped(row)
                                + ", so that not all its numbers are in the file");
            case UNEVEN -> fail(row, "holds lists of different lengths within row " + Sentences.grouped(row));
            case OTHER -> fail(row, "holds no list of numbers in row " + Sentences.grouped(row));
        }
    }

    private ListText.Result read(byte[] bytes, int from, int to) {
        try {
            return list.read(bytes, from, to, COUNTED_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fail(long row, String how) {
        problem = how;
        problemRow = row;
    }

    private static String words(List<Long> shape) {
        return shape.equals(List.of(1L)) ? "1 number" : Sentences.times(shape) + " numbers";
    }

    /// The shape in each cell.
    List<Long> shape() {
        return shape;
    }

    /// Whether all cells are vectors of one shape.
    boolean isEven() {
        return problem.isEmpty();
    }

    /// What keeps the cells from being that, without a full stop.
    String problem() {
        return problem;
    }

    long problemRow() {
        return problemRow;
    }
}
