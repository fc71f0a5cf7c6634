package org.histogrid.chart;

import java.util.Arrays;
import java.util.Objects;

/// The steps of one class: a height and a count for each bin.
///
/// @param name what the tooltip and [StepChart#hide] call it; unique in a chart
/// @param colour name of the CSS variable that holds its colour, such as `--hg-class-1`
/// @param heights how far each step rises above its base, in units of the height axis; negative ones hang down
/// @param counts how many samples each bin holds, shown exactly in the tooltip
/// @param bases where each step starts; empty where all start at zero. Classes are stacked by their bases
/// @param filled whether the area under the steps is filled, or only outlined
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record StepSeries(String name, String colour, double[] heights, long[] counts, double[] bases, boolean filled) {

    public StepSeries {
        heights = heights.clone();
        counts = counts.clone();
        bases = bases.clone();
        if (!colour.matches("--[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("A colour is the name of a CSS variable, got " + colour);
        }
        if (heights.length != counts.length || (bases.length > 0 && bases.length != heights.length)) {
            throw new IllegalArgumentException("Series " + name + " has " + heights.length + " heights, "
                    + counts.length + " counts and " + bases.length + " bases");
        }
        if (!Arrays.stream(heights).allMatch(Double::isFinite)
                || !Arrays.stream(bases).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Series " + name + " has a height or base that is not finite");
        }
    }

    /// Filled steps that start at zero.
    public StepSeries(String name, String colour, double[] heights, long[] counts) {
        this(name, colour, heights, counts, new double[0], true);
    }

    /// Filled steps whose heights are their counts.
    public static StepSeries ofCounts(String name, String colour, long[] counts) {
        return new StepSeries(
                name, colour, Arrays.stream(counts).asDoubleStream().toArray(), counts);
    }

    @Override
    public double[] heights() {
        return heights.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public double[] bases() {
        return bases.clone();
    }

    int bins() {
        return heights.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepSeries that
                && name.equals(that.name)
                && colour.equals(that.colour)
                && filled == that.filled
                && Arrays.equals(heights, that.heights)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(bases, that.bases);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name, colour, filled, Arrays.hashCode(heights), Arrays.hashCode(counts), Arrays.hashCode(bases));
    }

    @Override
    public String toString() {
        return "StepSeries[name=" + name + ", colour=" + colour + ", bins=" + heights.length + "]";
    }
}
