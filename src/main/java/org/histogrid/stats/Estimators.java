package org.histogrid.stats;

import java.util.Arrays;

/// numpy's bin width estimators, with the definition of "auto" from before 2.3.
final class Estimators {

    private static final double LN_2 = Math.log(2);

    /// Values above 2^400 are scaled: their cubes and sums would overflow
    private static final int GREATEST_EXPONENT = 400;

    private final double[] values;
    private final double low;
    private final double high;
    private final double n;
    private final double ptp;

    private Estimators(double[] values, double low, double high) {
        this.values = values;
        this.low = low;
        this.high = high;
        n = values.length;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        ptp = max - min;
    }

    /// How many bins a rule asks for, 1 or more; possibly infinite.
    ///
    /// @param values finite, between low and high; the array may be changed
    static double bins(BinRule.Estimator rule, double[] values, double low, double high) {
        if (values.length == 0) {
            return 1;
        }
        int exponent = Math.getExponent(Math.max(Math.abs(low), Math.abs(high)));
        if (exponent > GREATEST_EXPONENT) {
            // A power of two, so the ratios below stay what they were
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], -exponent);
            }
            low = Math.scalb(low, -exponent);
            high = Math.scalb(high, -exponent);
        }
        double width = new Estimators(values, low, high).width(rule);
        return width > 0 ? Math.max(1, Math.ceil((high - low) / width)) : 1;
    }

    private double width(BinRule.Estimator rule) {
        return switch (rule) {
            case AUTO -> auto();
            case FD -> freedmanDiaconis();
            case DOANE -> doane();
            case SCOTT -> Math.pow(24.0 * Math.sqrt(Math.PI) / n, 1.0 / 3.0) * deviation(deviations());
            case STONE -> stone();
            case RICE -> ptp / (2.0 * Math.pow(n, 1.0 / 3.0));
            case STURGES -> sturges();
            case SQRT -> ptp / Math.sqrt(n);
        };
    }

    private double auto() {
        double fd = freedmanDiaconis();
        return fd > 0 ? Math.min(fd, sturges()) : sturges();
    }

    private double freedmanDiaconis() {
        var order = new OrderStatistics(values);
        return 2.0 * (order.quantile(0.75) - order.quantile(0.25)) * Math.pow(n, -1.0 / 3.0);
    }

    private double sturges() {
        return ptp / (log2(n) + 1.0);
    }

    private double doane() {
        if (n <= 2) {
            return 0;
        }
        var deviations = deviations();
        double sigma = deviation(deviations);
        if (!(sigma > 0)) {
            return 0;
        }
        for (int i = 0; i < deviations.length; i++) {
            double z = deviations[i] / sigma;
            deviations[i] = z * z * z;
        }
        double g1 = sum(deviations, 0, deviations.length) / n;
        double sg1 = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
        return ptp / (1.0 + log2(n) + log2(1.0 + Math.abs(g1) / sg1));
    }

    private double stone() {
        if (n <= 1 || ptp == 0) {
            return 0;
        }
        Arrays.sort(values);
        int most = (int) Math.max(100, Math.sqrt(n));
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int bins = 1; bins <= most; bins++) {
            double error = (2 - (n + 1) * sumOfSquaredShares(bins)) / (ptp / bins);
            if (error < least) {
                least = error;
                best = bins;
            }
        }
        return ptp / best;
    }

    private double sumOfSquaredShares(int bins) {
        var edges = Binning.linspace(low, high, bins);
        double sum = 0;
        int from = 0;
        for (int i = 1; i <= bins; i++) {
            int to = i == bins ? values.length : firstFrom(edges[i], from);
            double share = (to - from) / n;
            sum += share * share;
            from = to;
        }
        return sum;
    }

    /// The place of the first sorted value at or above the edge, looking from a place on
    private int firstFrom(double edge, int from) {
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < edge) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private double[] deviations() {
        double mean = sum(values, 0, values.length) / n;
        var deviations = new double[values.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = values[i] - mean;
        }
        return deviations;
    }

    private double deviation(double[] deviations) {
        var squares = new double[deviations.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = deviations[i] * deviations[i];
        }
        return Math.sqrt(sum(squares, 0, squares.length) / n);
    }

    /// Pairwise, so that the rounding error grows with the logarithm of the length
    private static double sum(double[] terms, int from, int to) {
        if (to - from > 128) {
            int middle = (from + to) >>> 1;
            return sum(terms, from, middle) + sum(terms, middle, to);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += terms[i];
        }
        return sum;
    }

    /// Exact for powers of two, where a rounding error upwards would make one bin more
    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return exponent + Math.log(Math.scalb(x, -exponent)) / LN_2;
    }
}
