package org.histogrid.stats;

import java.util.OptionalDouble;

/// Number, mean and spread of values that come in many arrays, such as all neurons of a hook point. Only
/// finite values count.
///
/// Arrays are merged with the formulas of Chan, Golub and LeVeque (1979), which lose nothing where the mean
/// is large against the spread.
///
/// @param count finite values so far
/// @param mean their mean, in their unit; 0 where there are none
/// @param m2 the sum of their squared distances from the mean; infinite where that is beyond doubles
public record Moments(long count, double mean, double m2) {

    /// Of no values.
    public static final Moments NONE = new Moments(0, 0, 0);

    /// @throws IllegalArgumentException when the count or the sum of squares is negative
    public Moments {
        if (count < 0 || m2 < 0) {
            throw new IllegalArgumentException(
                    "Neither %d values nor a sum of squares of %s is below 0.".formatted(count, m2));
        }
    }

    /// Of the finite values of one array.
    public static Moments of(double[] values) {
        long count = 0;
        double sum = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                count++;
                sum += value;
            }
        }
        if (count == 0) {
            return NONE;
        }
        double mean = Double.isFinite(sum) ? sum / count : meanOfLarge(values, count);
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                double distance = value - mean;
                squares += distance * distance;
                rest += distance;
            }
        }
        if (Double.isInfinite(squares)) {
            return new Moments(count, mean, squares);
        }
        // What the mean was rounded by shows in the sum of the distances
        return new Moments(count, mean + rest / count, Math.max(0, squares - rest * rest / count));
    }

    private static double meanOfLarge(double[] values, long count) {
        double mean = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                mean += value / count;
            }
        }
        return mean;
    }

    /// Of the values of both.
    public Moments merge(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long n = count + other.count;
        double share = (double) other.count / n;
        double distance = other.mean - mean;
        double between = distance * distance * count * share;
        // The plain form is the more exact, but the distance of large means may overflow
        double merged = Double.isFinite(distance) ? mean + distance * share : mean * (1 - share) + other.mean * share;
        return new Moments(n, merged, m2 + other.m2 + between);
    }

    /// The standard deviation, with n - 1 below the fraction; empty for fewer than two values.
    public OptionalDouble sd() {
        return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(m2 / (count - 1)));
    }
}
