package org.histogrid.stats;

/// How far the values of two classes are apart. Those with a sign are positive where class 0 has the larger
/// mean. All of them are NaN where a class has no finite value; what is divided by a deviation is NaN where
/// that is 0 although the means differ.
///
/// @param cohenD difference of the means through the pooled standard deviation
///     `sqrt(((n0 - 1) s0^2 + (n1 - 1) s1^2) / (n0 + n1 - 2))`; 0 where all values are equal
/// @param hedgesG Cohen's d with Hedges's (1981) correction for small samples,
///     `d (1 - 3 / (4 (n0 + n1) - 9))`
/// @param welchT difference of the means through `sqrt(s0^2 / n0 + s1^2 / n1)` (Welch, 1947); NaN where all
///     values are equal
/// @param ks Kolmogorov and Smirnov's D: the greatest distance between the two cumulative distributions
/// @param wasserstein area between the two cumulative distributions, in the unit of the values
/// @param wassersteinScaled the same through the pooled standard deviation; 0 where all values are equal
public record ClassDistance(
        double cohenD, double hedgesG, double welchT, double ks, double wasserstein, double wassersteinScaled) {

    static final ClassDistance NONE =
            new ClassDistance(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /// Both classes must have a value
    static ClassDistance of(ClassRuns runs, CentralMoments first, CentralMoments second) {
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        long below0 = 0;
        long below1 = 0;
        long greatest = 0;
        // In the unit of the moments, so that neither the gaps nor their sum leave the doubles
        double area = 0;
        double inverse = 1 / first.unit();
        double pairs = (double) n0 * n1;
        for (int run = 0; run + 1 < runs.runs(); run++) {
            below0 += runs.count(0, run);
            below1 += runs.count(1, run);
            long difference = Math.abs(below0 * n1 - below1 * n0);
            greatest = Math.max(greatest, difference);
            area += difference / pairs * (runs.value(run + 1) * inverse - runs.value(run) * inverse);
        }
        double ks = greatest / pairs;
        if (runs.runs() == 1) {
            return new ClassDistance(0, 0, Double.NaN, ks, 0, 0);
        }
        double n = n0 + n1;
        double between = first.m1() - second.m1();
        double pooled = Math.sqrt((first.m2() * n0 + second.m2() * n1) / (n - 2));
        double d = through(between, pooled);
        return new ClassDistance(
                d,
                d * (1 - 3 / (4 * n - 9)),
                through(between, Math.sqrt(first.m2() / (n0 - 1) + second.m2() / (n1 - 1))),
                ks,
                area * first.unit(),
                through(area, pooled));
    }

    private static double through(double distance, double deviation) {
        return deviation > 0 ? distance / deviation : Double.NaN;
    }
}
