package org.histogrid.histogram;

import java.util.Optional;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.DensityCurve;
import org.histogrid.stats.KernelDensity;
import org.histogrid.stats.Statistic;

/// The kernel density of a class in the unit of its steps, so that both can be read off one axis: where the steps are
/// counts, what a bin at each place is expected to hold.
final class SmoothHeights {

    /// Enough for a line without corners in a panel of some hundred pixels
    private static final int POINTS = 129;

    private SmoothHeights() {}

    static Optional<ComputedGrid.Curve> of(
            double[] values, double low, double high, BinEdges edges, ClassHistogram histogram, Statistic stat) {
        if (!Double.isFinite(high - low)) {
            return Optional.empty();
        }
        return KernelDensity.estimate(values, low, high, POINTS)
                .map(curve ->
                        new ComputedGrid.Curve(curve.x(), heights(curve, edges, histogram, stat), curve.bandwidth()));
    }

    private static double[] heights(DensityCurve curve, BinEdges edges, ClassHistogram histogram, Statistic stat) {
        var density = curve.density();
        return switch (stat) {
            case COUNT -> byBinWidth(curve, edges, histogram.finite());
            case PERCENT -> byBinWidth(curve, edges, 100);
            case CUMULATIVE -> cumulative(curve, (double) histogram.below() / Math.max(1, histogram.finite()));
            // The steps integrate to 1 over the range, the curve over all values
            case DENSITY -> times(density, (double) histogram.finite() / Math.max(1, histogram.total()));
        };
    }

    private static double[] times(double[] density, double factor) {
        var heights = density.clone();
        for (var i = 0; i < heights.length; i++) {
            heights[i] *= factor;
        }
        return heights;
    }

    private static double[] byBinWidth(DensityCurve curve, BinEdges edges, double factor) {
        var x = curve.x();
        var heights = times(curve.density(), factor);
        var bin = 0;
        for (var i = 0; i < x.length; i++) {
            while (bin < edges.bins() - 1 && x[i] >= edges.edge(bin + 1)) {
                bin++;
            }
            heights[i] *= edges.width(bin);
        }
        return heights;
    }

    private static double[] cumulative(DensityCurve curve, double before) {
        var x = curve.x();
        var density = curve.density();
        var share = new double[x.length];
        share[0] = before;
        for (var i = 1; i < x.length; i++) {
            share[i] = Math.min(1, share[i - 1] + (density[i - 1] + density[i]) / 2 * (x[i] - x[i - 1]));
        }
        return share;
    }
}
