package org.histogrid.chart;

import java.util.Arrays;

/// A smooth line over the steps of a class, such as an estimate of its density. It is drawn from point to point, as
/// given: where steps are stacked, `y` already stands on what is below.
///
/// @param x values of the horizontal axis, rising and finite, at least two
/// @param y heights in units of the height axis, finite, as many as `x`; negative ones hang down
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record Curve(double[] x, double[] y) {

    public Curve {
        x = x.clone();
        y = y.clone();
        if (x.length != y.length) {
            throw new IllegalArgumentException("A curve has " + x.length + " values and " + y.length + " heights");
        }
        if (x.length < 2) {
            throw new IllegalArgumentException("A curve needs at least two points, got " + x.length);
        }
        for (var index = 0; index < x.length; index++) {
            if (!Double.isFinite(x[index]) || !Double.isFinite(y[index])) {
                throw new IllegalArgumentException("Point " + index + " of a curve is not finite");
            }
            if (index > 0 && x[index] <= x[index - 1]) {
                throw new IllegalArgumentException("Point " + index + " of a curve does not rise: " + x[index]);
            }
        }
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
    public boolean equals(Object other) {
        return other instanceof Curve that && Arrays.equals(x, that.x) && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "Curve[from=" + x[0] + ", to=" + x[x.length - 1] + ", points=" + x.length + "]";
    }
}
