package org.histogrid.chart;

/// The corners of a step outline, in drawing order. For edges e0..ek and heights h1..hk these are (e0, 0), (e0, h1),
/// (e1, h1), (e1, h2), ... (ek, hk), (ek, 0). The browser joins them by straight lines and knows nothing of bins: its
/// own step lines put the corners half a bin off.
final class StepOutline {

    private StepOutline() {}

    /// Every edge twice.
    static double[] xs(double[] edges) {
        var xs = new double[2 * edges.length];
        for (var index = 0; index < xs.length; index++) {
            xs[index] = edges[index / 2];
        }
        return xs;
    }

    /// Every top twice, between the outline's two ends, which stand on the base. No bases means zero everywhere.
    static double[] tops(double[] heights, double[] bases) {
        var last = heights.length - 1;
        var ys = new double[2 * heights.length + 2];
        for (var bin = 0; bin <= last; bin++) {
            var top = base(bases, bin) + heights[bin];
            ys[2 * bin + 1] = top;
            ys[2 * bin + 2] = top;
        }
        ys[0] = base(bases, 0);
        ys[ys.length - 1] = base(bases, last);
        return ys;
    }

    /// The lower outline of stacked steps, with as many corners as the upper one.
    static double[] feet(double[] bases) {
        var ys = new double[2 * bases.length + 2];
        for (var index = 0; index < ys.length; index++) {
            ys[index] = bases[Math.clamp((index - 1) / 2, 0, bases.length - 1)];
        }
        return ys;
    }

    private static double base(double[] bases, int bin) {
        return bases.length == 0 ? 0 : bases[bin];
    }
}
