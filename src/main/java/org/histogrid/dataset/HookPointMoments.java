package org.histogrid.dataset;

import java.io.Serializable;
import java.util.Arrays;
import org.histogrid.stats.Moments;

/// What all finite values of a hook point have in common, over all its neurons and samples.
///
/// @param count finite values
/// @param mean their mean, 0 where there are none
/// @param sd their standard deviation with n - 1 below the fraction: 0 for fewer than two values and where
///     all are equal, infinite where the squares of distances are beyond doubles
public record HookPointMoments(long count, double mean, double sd) implements Serializable {

    /// How many standard deviations each value is from the mean, 0 for all where they are equal.
    public double[] zScores(double[] values) {
        var unit = sd > 0 ? sd : 1;
        return Arrays.stream(values).map(value -> (value - mean) / unit).toArray();
    }

    static HookPointMoments of(Moments moments) {
        return new HookPointMoments(
                moments.count(), moments.mean(), moments.sd().orElse(0));
    }
}
