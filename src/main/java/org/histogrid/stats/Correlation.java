package org.histogrid.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How one vector of values goes with others, over the samples where both are finite.
///
/// What can be said of the one is reckoned once, and buffers are kept from one other to the next, so it is
/// cheap to compare a neuron with all of its layer. Use one a thread.
public final class Correlation {

    /// What is correlated.
    public enum Kind {
        /// The values: `sum((x - mean x) (y - mean y)) / sqrt(sum((x - mean x)^2) sum((y - mean y)^2))`.
        PEARSON,
        /// Their ranks among the samples that both have, ties averaged: Pearson's formula on [Ranks#midRanks].
        SPEARMAN
    }

    private final Kind kind;
    private final RisingOrder order = new RisingOrder();
    private final double[] one;
    private final double[] centredOne;
    private final double[] masked;
    private final double[] centred;
    private final double norm;

    /// @param one what others are compared with; a copy is kept
    public Correlation(Kind kind, double[] one) {
        this.kind = kind;
        this.one = one.clone();
        centredOne = new double[one.length];
        masked = new double[one.length];
        centred = new double[one.length];
        norm = centre(one, centredOne);
    }

    /// Pearson's correlation of two vectors.
    ///
    /// @return as [#with]
    public static OptionalDouble pearson(double[] x, double[] y) {
        return new Correlation(Kind.PEARSON, x).with(y);
    }

    /// Spearman's rank correlation of two vectors.
    ///
    /// @return as [#with]
    public static OptionalDouble spearman(double[] x, double[] y) {
        return new Correlation(Kind.SPEARMAN, x).with(y);
    }

    /// The correlation with another vector.
    ///
    /// @param other one value a sample; left as it is
    /// @return -1 to 1; empty where either has fewer than two different values on the samples that both have
    /// @throws IllegalArgumentException when the vectors differ in length
    public OptionalDouble with(double[] other) {
        if (other.length != one.length) {
            throw new IllegalArgumentException(
                    "There are %d values to compare with %d.".formatted(other.length, one.length));
        }
        boolean lacksSome = false;
        for (int i = 0; i < other.length; i++) {
            boolean usable = Double.isFinite(one[i]);
            masked[i] = usable ? other[i] : Double.NaN;
            lacksSome |= usable && !Double.isFinite(other[i]);
        }
        double otherNorm = centre(masked, centred);
        if (!lacksSome) {
            return correlation(centredOne, norm, centred, otherNorm);
        }
        for (int i = 0; i < other.length; i++) {
            masked[i] = Double.isFinite(other[i]) ? one[i] : Double.NaN;
        }
        var centredMasked = new double[one.length];
        return correlation(centredMasked, centre(masked, centredMasked), centred, otherNorm);
    }

    private static OptionalDouble correlation(double[] x, double normX, double[] y, double normY) {
        if (normX == 0 || normY == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.clamp(product(x, y) / normX / normY, -1, 1));
    }

    /// Fills an array with values or ranks less their mean, and with 0 for what is not finite.
    ///
    /// @return the root of the sum of squares; 0 where no two values differ
    private double centre(double[] values, double[] into) {
        return kind == Kind.SPEARMAN ? centreRanks(values, into) : centreValues(values, into);
    }

    private double centreRanks(double[] values, double[] into) {
        int n = order.sort(values);
        Arrays.fill(into, 0);
        double mean = (n - 1) / 2.0;
        int end;
        for (int start = 0; start < n; start = end) {
            end = order.endOfTie(start, n);
            double rank = (start + end - 1) / 2.0 - mean;
            for (int i = start; i < end; i++) {
                into[order.place(i)] = rank;
            }
        }
        return Math.sqrt(product(into, into));
    }

    /// In a unit near the largest value, so that no square leaves the doubles
    private static double centreValues(double[] values, double[] into) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                n++;
            }
        }
        Arrays.fill(into, 0);
        if (!(least < greatest)) {
            return 0;
        }
        double inverse = 1 / CentralMoments.unit(least, greatest);
        double pivot = least * inverse;
        double sum = 0;
        for (double value : values) {
            sum += Double.isFinite(value) ? value * inverse - pivot : 0;
        }
        double mean = sum / n;
        for (int i = 0; i < values.length; i++) {
            into[i] = Double.isFinite(values[i]) ? values[i] * inverse - pivot - mean : 0;
        }
        return Math.sqrt(product(into, into));
    }

    /// In four sums, which the processor can add up at the same time
    private static double product(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i] * y[i];
        }
        return a + b + c + d;
    }
}
