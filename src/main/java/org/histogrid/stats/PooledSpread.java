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
        int all = runs.pooled();
        double min = runs.value(0);
        double max = runs.value(runs.runs() - 1);
        return new PooledSpread(
                runs.quantile(all, 0.5),
                runs.quantile(all, 0.75) - runs.quantile(all, 0.25),
                medianAbs(runs),
                Math.max(-min, max),
                min,
                max);
    }

    private static double medianAbs(ClassRuns runs) {
        int n = runs.total(runs.pooled());
        double upper = sizeAt(runs, n / 2);
        return n % 2 == 1 ? upper : OrderStatistics.between(sizeAt(runs, n / 2 - 1), upper, 0.5);
    }

    /// The value of a rank when signs are left aside: the least on either side of zero that has more than
    /// `rank` values no further from zero than itself.
    private static double sizeAt(ClassRuns runs, int rank) {
        int zero = runs.runsBelow(0);
        int from = zero;
        int to = runs.runs();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (within(runs, runs.value(middle)) > rank) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        double size = from < runs.runs() ? runs.value(from) : Double.POSITIVE_INFINITY;
        from = 0;
        to = zero;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (within(runs, -runs.value(middle)) > rank) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from > 0 ? Math.min(size, -runs.value(from - 1)) : size;
    }

    /// How many values are no further from zero than that.
    private static int within(ClassRuns runs, double size) {
        var upTo = runs.upTo(runs.pooled());
        return upTo[runs.runsBelow(Math.nextUp(size))] - upTo[runs.runsBelow(-size)];
    }
}
