package org.histogrid.figure;

import org.histogrid.chart.AxisSpec;

/// Where the values of an axis stand on paper.
///
/// @param from where the low end stands, in points
/// @param to where the high end stands
record PaperAxis(AxisSpec axis, double from, double to) {

    /// How far beyond the axis something is placed at most, in lengths of the axis: what lies there is not
    /// seen, and numbers stay small.
    private static final double BEYOND = 1;

    private static final double ROUNDING = 1e-9;

    double at(double value) {
        return from + Math.clamp(share(value), -BEYOND, 1 + BEYOND) * (to - from);
    }

    /// The same, but nothing lies below a logarithmic axis: there is no nothing on it.
    double atOrEnd(double value) {
        return axis.logarithmic() && value < axis.low() ? from : at(value);
    }

    /// Whether a value lies on the axis.
    boolean holds(double value) {
        var share = share(value);
        return share >= -ROUNDING && share <= 1 + ROUNDING && (!axis.logarithmic() || value > 0);
    }

    private double share(double value) {
        if (!axis.logarithmic()) {
            return (value - axis.low()) / (axis.high() - axis.low());
        }
        return value <= 0 ? 0 : Math.log(value / axis.low()) / Math.log(axis.high() / axis.low());
    }
}
