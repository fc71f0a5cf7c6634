package org.histogrid.stats;

/// The distribution of both classes together. What is not defined is NaN: all of it without values, shape and
/// bimodality of equal values, bimodality of fewer than four.
///
/// @param skewness of the population, `m3 / m2^1.5`
/// @param kurtosis excess of the population, `m4 / m2^2 - 3`
/// @param bimodality Sarle's coefficient for samples, `(G1^2 + 1) / (G2 + 3 (n-1)^2 / ((n-2)(n-3)))` with the
///     bias-corrected skewness and excess kurtosis (SAS/STAT User's Guide, procedure CLUSTER): 1/3 for a
///     normal distribution, 5/9 for a uniform one, 1 for two equal points
/// @param fractionPositive share of the values above 0
/// @param fractionZero share of the values that are 0
public record PooledShape(
        double skewness, double kurtosis, double bimodality, double fractionPositive, double fractionZero) {

    static PooledShape of(ClassRuns runs, CentralMoments pooled) {
        double n = pooled.n();
        int negative = runs.runsBelow(0);
        boolean zero = negative < runs.runs() && runs.value(negative) == 0;
        int zeros = zero ? runs.count(runs.pooled(), negative) : 0;
        int positives = runs.total(runs.pooled()) - runs.upTo(runs.pooled())[negative] - zeros;
        return new PooledShape(
                pooled.skewness(),
                pooled.kurtosis(),
                n > 3 ? bimodality(n, pooled.skewness(), pooled.kurtosis()) : Double.NaN,
                positives / n,
                zeros / n);
    }

    private static double bimodality(double n, double skewness, double kurtosis) {
        double g1 = skewness * Math.sqrt(n * (n - 1)) / (n - 2);
        double g2 = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * kurtosis + 6);
        return (g1 * g1 + 1) / (g2 + 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3)));
    }
}
