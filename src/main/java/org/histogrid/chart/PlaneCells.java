package org.histogrid.chart;

import java.util.Arrays;
import java.util.Objects;

/// How many points lie in each cell of a plane. Cells are closed on the left and below and open on the right and
/// above, the last ones closed on both sides.
///
/// @param xEdges edges of the columns, rising
/// @param yEdges edges of the rows, rising
/// @param counts row by row from the lowest, each from the left: `counts[row * columns + column]`
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record PlaneCells(double[] xEdges, double[] yEdges, long[] counts) implements PlaneMarks {

    public PlaneCells {
        xEdges = xEdges.clone();
        yEdges = yEdges.clone();
        counts = counts.clone();
        Edges.requireRising(xEdges);
        Edges.requireRising(yEdges);
        var cells = (xEdges.length - 1L) * (yEdges.length - 1);
        if (counts.length != cells) {
            throw new IllegalArgumentException(
                    "The edges of a plane make " + cells + " cells, got " + counts.length + " counts");
        }
        if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("A cell of a plane has a negative count");
        }
    }

    int columns() {
        return xEdges.length - 1;
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    @Override
    public double[] xEdges() {
        return xEdges.clone();
    }

    @Override
    public double[] yEdges() {
        return yEdges.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaneCells that
                && Arrays.equals(xEdges, that.xEdges)
                && Arrays.equals(yEdges, that.yEdges)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(xEdges), Arrays.hashCode(yEdges), Arrays.hashCode(counts));
    }

    @Override
    public String toString() {
        return "PlaneCells[columns=" + columns() + ", rows=" + (yEdges.length - 1) + "]";
    }
}
