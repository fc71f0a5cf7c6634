package org.histogrid.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Points, each with its place, its kind and perhaps its name. A point is known by its index.
///
/// @param x values of the horizontal axis, finite
/// @param y values of the vertical axis, finite, as many as `x`
/// @param kinds the kinds there are, drawn in this order, later ones over earlier ones
/// @param kindOf for each point the index of its kind
/// @param names for each point what the tooltip calls it; empty where points have no names
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record PlanePoints(double[] x, double[] y, List<PointKind> kinds, int[] kindOf, List<String> names)
        implements PlaneMarks {

    /// More points than this are counted in cells: they would hide each other, and take long to draw.
    public static final int MOST = 5_000;

    public PlanePoints {
        x = x.clone();
        y = y.clone();
        kinds = List.copyOf(kinds);
        kindOf = kindOf.clone();
        names = List.copyOf(names);
        var points = x.length;
        if (points > MOST) {
            throw new IllegalArgumentException("A plane shows at most " + MOST + " points, got " + points);
        }
        if (y.length != points || kindOf.length != points || (!names.isEmpty() && names.size() != points)) {
            throw new IllegalArgumentException("A plane has %d values across, %d up, %d kinds and %d names"
                    .formatted(points, y.length, kindOf.length, names.size()));
        }
        for (var index = 0; index < points; index++) {
            if (!Double.isFinite(x[index]) || !Double.isFinite(y[index])) {
                throw new IllegalArgumentException("Point " + index + " of a plane is not finite");
            }
            if (kindOf[index] < 0 || kindOf[index] >= kinds.size()) {
                throw new IllegalArgumentException("Point " + index + " is of no kind: " + kindOf[index]);
            }
        }
    }

    /// Points of one kind without names.
    public PlanePoints(double[] x, double[] y) {
        this(x, y, List.of(PointKind.NEUTRAL), new int[x.length], List.of());
    }

    int[] indexesOf(int kind) {
        return IntStream.range(0, kindOf.length)
                .filter(index -> kindOf[index] == kind)
                .toArray();
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    @Override
    public int[] kindOf() {
        return kindOf.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanePoints that
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y)
                && kinds.equals(that.kinds)
                && Arrays.equals(kindOf, that.kindOf)
                && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(x), Arrays.hashCode(y), kinds, Arrays.hashCode(kindOf), names);
    }

    @Override
    public String toString() {
        return "PlanePoints[points=" + x.length + ", kinds=" + kinds + "]";
    }
}
