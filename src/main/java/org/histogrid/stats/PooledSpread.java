package org.histogrid.stats;

/// Where the values of all classes together lie and how far they spread, which is what tells a neuron from
/// the others of its hook point. All of it is NaN without values. Quantiles are interpolated as
/// `numpy.quantile` does.
///
/// @param median in the unit of the values, as all others
/// @param iqr upper quartile less the lower: 0 where the middle half of the values is equal
/// @param medianAbs the median of the values without their signs
/// @param maxAbs the greatest of the values without their signs
/// @param min the least value
/// @param max the greatest value
public record PooledSpread(double median, double iqr, double medianAbs, double maxAbs, double min, double max) {

    static final PooledSpread NONE =
            new PooledSpread(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static PooledSpread of(ClassRuns runs) {
        if (runs.runs() == 0) {
            return NONE;
        }
        var quartiles = runs.quantiles(runs.pooled(), 0.25, 0.5, 0.75);
        double min = runs.value(0);
        double max = runs.value(runs.runs() - 1);
        return new PooledSpread(
                quartiles[1], quartiles[2] - quartiles[0], medianAbs(runs), Math.max(-min, max), min, max);
    }

    /// Walks outwards from zero, on both sides, to the middle.
    private static double medianAbs(ClassRuns runs) {
        int n = runs.total(runs.pooled());
        int above = 0;
        while (above < runs.runs() && runs.value(above) < 0) {
            above++;
        }
        int below = above - 1;
        int upTo = 0;
        double lower = Double.NaN;
        while (true) {
            boolean up = below < 0 || above < runs.runs() && runs.value(above) <= -runs.value(below);
            int run = up ? above++ : below--;
            upTo += runs.count(runs.pooled(), run);
            double size = Math.abs(runs.value(run));
            if (Double.isNaN(lower) && upTo > (n - 1) / 2) {
                lower = size;
            }
            if (upTo > n / 2) {
                return OrderStatistics.between(lower, size, n % 2 == 0 ? 0.5 : 0);
            }
        }
    }
}
