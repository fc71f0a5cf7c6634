package org.histogrid.stats;

import java.util.Arrays;
import java.util.List;

/// Chooses the edges of a histogram. Edges of equal width are those of `numpy.linspace`, bit for bit, for
/// bins of normal width.
public final class Binning {

    private Binning() {}

    /// Edges for the values of all the arrays pooled, computed in float64. Values that are not finite play no
    /// part.
    ///
    /// * [BinRule.Edges] are taken as given: neither the range nor the values matter.
    /// * An estimator works on the values in the range, as `numpy.histogram_bin_edges` given that range.
    /// * Without a finite value the range is 0 to 1, and an estimator gives one bin.
    /// * Where all values are equal, the range reaches 0.5 to each side of them, as numpy's does; further
    ///   where a double of that size cannot hold a half.
    /// * A rule that asks for more than 10,000 bins gets 10,000, and one that asks for more bins than there
    ///   are doubles in the range gets fewer, always over the whole range; [BinEdges#limited] says so.
    public static BinEdges edges(BinRule rule, BinRange range, List<double[]> values) {
        return switch (rule) {
            case BinRule.Edges given ->
                BinEdges.of(
                        given.edges().stream().mapToDouble(Double::doubleValue).toArray());
            case BinRule.Count count -> equal(span(range, values), count.bins());
            case BinRule.Width width -> ofWidth(span(range, values), width.width());
            case BinRule.Estimator estimator -> {
                var span = span(range, values);
                yield equal(span, Estimators.bins(estimator, within(span, values), span.low(), span.high()));
            }
        };
    }

    /// The range of a histogram; high is above low
    private record Span(double low, double high) {

        static Span around(double low, double high) {
            if (low < high) {
                return new Span(low, high);
            }
            double half = Math.max(0.5, Math.ulp(low));
            return new Span(Math.max(low - half, -Double.MAX_VALUE), Math.min(low + half, Double.MAX_VALUE));
        }
    }

    private static Span span(BinRange range, List<double[]> values) {
        return switch (range) {
            case BinRange.Full full -> extremes(values);
            case BinRange.Between between -> new Span(between.low(), between.high());
            case BinRange.Clip clip -> {
                var finite = within(new Span(-Double.MAX_VALUE, Double.MAX_VALUE), values);
                if (finite.length == 0) {
                    yield new Span(0, 1);
                }
                var order = new OrderStatistics(finite);
                yield Span.around(order.quantile(clip.lowPercent() / 100), order.quantile(clip.highPercent() / 100));
            }
        };
    }

    private static Span extremes(List<double[]> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var array : values) {
            double arrayLow = Double.POSITIVE_INFINITY;
            double arrayHigh = Double.NEGATIVE_INFINITY;
            // Without a branch the loop is several times as fast; NaN and infinities show in its result
            for (double value : array) {
                arrayLow = Math.min(arrayLow, value);
                arrayHigh = Math.max(arrayHigh, value);
            }
            if (!Double.isFinite(arrayLow) || !Double.isFinite(arrayHigh)) {
                arrayLow = Double.POSITIVE_INFINITY;
                arrayHigh = Double.NEGATIVE_INFINITY;
                for (double value : array) {
                    if (Double.isFinite(value)) {
                        arrayLow = Math.min(arrayLow, value);
                        arrayHigh = Math.max(arrayHigh, value);
                    }
                }
            }
            low = Math.min(low, arrayLow);
            high = Math.max(high, arrayHigh);
        }
        return low > high ? new Span(0, 1) : Span.around(low, high);
    }

    private static double[] within(Span span, List<double[]> values) {
        var kept = new double[values.stream().mapToInt(array -> array.length).reduce(0, Math::addExact)];
        int n = 0;
        for (var array : values) {
            for (double value : array) {
                if (value >= span.low() && value <= span.high()) {
                    kept[n++] = value;
                }
            }
        }
        return n == kept.length ? kept : Arrays.copyOf(kept, n);
    }

    private static BinEdges equal(Span span, double askedFor) {
        int bins = (int) Math.min(askedFor, BinRule.MAX_BINS);
        var edges = linspace(span.low(), span.high(), bins);
        while (!rises(edges)) {
            bins /= 2;
            edges = linspace(span.low(), span.high(), bins);
        }
        return new BinEdges(edges, askedFor);
    }

    private static BinEdges ofWidth(Span span, double width) {
        double low = span.low();
        double high = span.high();
        // The difference of the ends may overflow where their quotients do not
        double asked = Double.isInfinite(high - low) ? high / width - low / width : (high - low) / width;
        asked = Math.max(1, Math.ceil(asked));
        if (asked > BinRule.MAX_BINS) {
            return equal(span, asked);
        }
        int bins = (int) asked;
        while (bins > 1 && edgeAt(low, width, bins - 1) >= high) {
            bins--;
        }
        while (edgeAt(low, width, bins) < high && bins < BinRule.MAX_BINS) {
            bins++;
        }
        var edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = edgeAt(low, width, i);
        }
        return rises(edges) && edges[bins] >= high ? new BinEdges(edges, bins) : equal(span, asked);
    }

    private static double edgeAt(double low, double width, int i) {
        double edge = i * width + low;
        return Double.isFinite(edge) ? edge : Math.min(Math.fma(i, width, low), Double.MAX_VALUE);
    }

    /// As `numpy.linspace(low, high, bins + 1)`, but finite where numpy overflows
    static double[] linspace(double low, double high, int bins) {
        var edges = new double[bins + 1];
        double span = high - low;
        double step = span / bins;
        for (int i = 0; i < bins; i++) {
            if (Double.isInfinite(span)) {
                double share = (double) i / bins;
                edges[i] = low * (1 - share) + high * share;
            } else {
                edges[i] = (step < Double.MIN_NORMAL ? subnormal(i, span, bins) : i * step) + low;
            }
        }
        edges[bins] = high;
        return edges;
    }

    /// A step this small is rounded too coarsely to be multiplied. Rounded up, edges part the subnormal
    /// numbers just as the exact edges between them would.
    private static double subnormal(int i, double span, int bins) {
        return Math.ceil(i * (span / Double.MIN_VALUE) / bins) * Double.MIN_VALUE;
    }

    private static boolean rises(double[] edges) {
        for (int i = 1; i < edges.length; i++) {
            if (edges[i - 1] >= edges[i]) {
                return false;
            }
        }
        return true;
    }
}
