package org.histogrid.stats;

/// The finite values of one class in numbers. What is not defined is NaN: everything but `n` in a class
/// without values, the deviation of one value, the shape of equal ones.
///
/// @param n finite values
/// @param mean in the unit of the values
/// @param sd standard deviation with n - 1 below the fraction
/// @param min the least
/// @param max the greatest
/// @param median the middle, or midway between the two in the middle
/// @param skewness of the population, `m3 / m2^1.5`
/// @param kurtosis excess of the population, `m4 / m2^2 - 3`: 0 for a normal distribution
public record ClassSummary(
        long n, double mean, double sd, double min, double max, double median, double skewness, double kurtosis) {

    static ClassSummary of(ClassRuns runs, int of, CentralMoments moments) {
        return new ClassSummary(
                moments.n(),
                moments.mean(),
                moments.sd(),
                moments.min(),
                moments.max(),
                moments.n() == 0 ? Double.NaN : runs.quantile(of, 0.5),
                moments.skewness(),
                moments.kurtosis());
    }
}
