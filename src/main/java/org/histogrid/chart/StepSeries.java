package org.histogrid.chart;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The steps of one class: a height and a count for each bin.
///
/// @param name what the tooltip and [StepChart#hide] call it; unique in a chart
/// @param colour name of the CSS variable that holds its colour, such as `--hg-class-1`
/// @param heights how far each step rises above its base, in units of the height axis; negative ones hang down
/// @param counts how many samples each bin holds, shown exactly in the tooltip
/// @param bases where each step starts; empty where all start at zero. Classes are stacked by their bases
/// @param filled whether the area under the steps is filled, or only outlined
/// @param edges the edges of this class's own bins, rising, one more than bins; empty where it has the chart's
/// @param curve a smooth line over the steps, in their colour
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record StepSeries(
        String name,
        String colour,
        double[] heights,
        long[] counts,
        double[] bases,
        boolean filled,
        double[] edges,
        Optional<Curve> curve) {

    private static final double[] NONE = {};

    public StepSeries {
        heights = heights.clone();
        counts = counts.clone();
        bases = bases.clone();
        edges = edges.clone();
        Colours.require(colour);
        if (heights.length != counts.length || (bases.length > 0 && bases.length != heights.length)) {
            throw new IllegalArgumentException("Series " + name + " has " + heights.length + " heights, "
                    + counts.length + " counts and " + bases.length + " bases");
        }
        if (!Arrays.stream(heights).allMatch(Double::isFinite)
                || !Arrays.stream(bases).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Series " + name + " has a height or base that is not finite");
        }
        if (edges.length > 0) {
            Edges.requireRising(edges);
            requireBins(name, heights, edges);
        }
    }

    /// Steps without a curve on the chart's edges.
    public StepSeries(String name, String colour, double[] heights, long[] counts, double[] bases, boolean filled) {
        this(name, colour, heights, counts, bases, filled, NONE, Optional.empty());
    }

    /// Filled steps that start at zero.
    public StepSeries(String name, String colour, double[] heights, long[] counts) {
        this(name, colour, heights, counts, NONE, true);
    }

    /// Filled steps whose heights are their counts.
    public static StepSeries ofCounts(String name, String colour, long[] counts) {
        return new StepSeries(
                name, colour, Arrays.stream(counts).asDoubleStream().toArray(), counts);
    }

    /// The same steps on edges of their own.
    public StepSeries withEdges(double[] own) {
        return new StepSeries(name, colour, heights, counts, bases, filled, own, curve);
    }

    /// The same steps with a smooth line over them.
    public StepSeries withCurve(Curve line) {
        return new StepSeries(name, colour, heights, counts, bases, filled, edges, Optional.of(line));
    }

    /// The same steps without their area.
    public StepSeries outlined() {
        return new StepSeries(name, colour, heights, counts, bases, false, edges, curve);
    }

    /// The same steps on top of `below`, a base for each bin.
    public StepSeries on(double[] below) {
        return new StepSeries(name, colour, heights, counts, below, filled, edges, curve);
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

    @Override
    public double[] edges() {
        return edges.clone();
    }

    void requireToFit(double[] common) {
        if (edges.length == 0) {
            requireBins(name, heights, common);
        }
    }

    private static void requireBins(String name, double[] heights, double[] edges) {
        if (heights.length != edges.length - 1) {
            throw new IllegalArgumentException(
                    "Series " + name + " has " + heights.length + " bins, the edges make " + (edges.length - 1));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepSeries that
                && name.equals(that.name)
                && colour.equals(that.colour)
                && filled == that.filled
                && Arrays.equals(heights, that.heights)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(bases, that.bases)
                && Arrays.equals(edges, that.edges)
                && curve.equals(that.curve);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name,
                colour,
                filled,
                Arrays.hashCode(heights),
                Arrays.hashCode(counts),
                Arrays.hashCode(bases),
                Arrays.hashCode(edges),
                curve);
    }

    @Override
    public String toString() {
        return "StepSeries[name=" + name + ", colour=" + colour + ", bins=" + heights.length + "]";
    }
}
