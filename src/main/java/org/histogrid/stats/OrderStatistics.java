package org.histogrid.stats;

import java.util.Arrays;

/// Values by rank without sorting them all: values are dealt into buckets of equal width, which keeps their
/// order, and only a bucket that holds a rank asked for is sorted, or dealt again where an outlier has left
/// it large.
public final class OrderStatistics {

    private static final int BUCKETS = 1024;

    /// Below this, sorting is as fast
    private static final int FEW = 512;

    /// A bucket of more than this share of the values is dealt again, but not without end
    private static final int LARGE_SHARE = 8;

    private static final int MOST_DEALS = 4;

    private final double[] values;
    private final int deals;
    private final double min;
    private final double scale;
    private final boolean sorted;
    /// How many values lie in the buckets before each bucket
    private final int[] before;

    private int bucket = -1;
    private OrderStatistics inBucket = this;

    /// @param values finite, at least one; kept, and sorted where that is the fastest way
    public OrderStatistics(double[] values) {
        this(values, 0);
    }

    private OrderStatistics(double[] values, int deals) {
        this.values = values;
        this.deals = deals;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        min = least;
        scale = BUCKETS / (greatest - least);
        // Equal values, a range that overflows and one of subnormal numbers have no useful scale
        sorted = values.length < FEW || deals == MOST_DEALS || !(scale > 0 && Double.isFinite(scale));
        before = new int[sorted ? 0 : BUCKETS + 1];
        if (sorted) {
            Arrays.sort(values);
        } else {
            for (double value : values) {
                before[bucketOf(value) + 1]++;
            }
            Arrays.parallelPrefix(before, Integer::sum);
        }
    }

    /// @param rank 0 for the least value
    double at(int rank) {
        if (sorted) {
            return values[rank];
        }
        int wanted = bucketWith(rank);
        if (wanted != bucket) {
            inBucket = new OrderStatistics(gather(wanted), isLarge(wanted) ? deals + 1 : MOST_DEALS);
            bucket = wanted;
        }
        return inBucket.at(rank - before[wanted]);
    }

    /// The quantile with linear interpolation between ranks, in numpy's order of operations.
    ///
    /// @param share 0 to 1
    public double quantile(double share) {
        double place = (values.length - 1) * share;
        int rank = (int) place;
        double lower = at(rank);
        if (rank + 1 >= values.length) {
            return lower;
        }
        return between(lower, at(rank + 1), place - rank);
    }

    /// The place a part of the way from one value to another, 0 to 1, rounded as numpy rounds it.
    static double between(double lower, double upper, double part) {
        double gap = upper - lower;
        if (Double.isInfinite(gap)) {
            return lower * (1 - part) + upper * part;
        }
        return part >= 0.5 ? upper - gap * (1 - part) : lower + gap * part;
    }

    private int bucketOf(double value) {
        return Math.min((int) ((value - min) * scale), BUCKETS - 1);
    }

    private int bucketWith(int rank) {
        int from = 0;
        int to = BUCKETS;
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (before[middle] <= rank) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private boolean isLarge(int bucket) {
        return before[bucket + 1] - before[bucket] > values.length / LARGE_SHARE;
    }

    private double[] gather(int bucket) {
        var gathered = new double[before[bucket + 1] - before[bucket]];
        int n = 0;
        for (double value : values) {
            if (bucketOf(value) == bucket) {
                gathered[n++] = value;
            }
        }
        return gathered;
    }
}
