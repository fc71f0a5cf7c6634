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
    static ClassDistance of(ClassRuns runs, ClassScan scan, CentralMoments first, CentralMoments second) {
        double n0 = first.n();
        double n1 = second.n();
        double n = n0 + n1;
        double ks = ks(runs, scan);
        if (runs.runs() == 1) {
            return new ClassDistance(0, 0, Double.NaN, ks, 0, 0);
        }
        double d = cohenD(runs, first, second);
        double area = ClassSpread.area(runs, first.unit()) / (n0 * n1);
        return new ClassDistance(
                d,
                d * (1 - 3 / (4 * n - 9)),
                through(first.m1() - second.m1(), Math.sqrt(first.m2() / (n0 - 1) + second.m2() / (n1 - 1))),
                ks,
                area * first.unit(),
                through(area, pooledDeviation(first, second)));
    }

    static double ks(ClassRuns runs, ClassScan scan) {
        return scan.greatest() / ((double) runs.total(0) * runs.total(1));
    }

    static double wasserstein(ClassSpread spread) {
        double pairs = (double) spread.first().n() * spread.second().n();
        return spread.area() / pairs * spread.first().unit();
    }

    static double cohenD(ClassRuns runs, CentralMoments first, CentralMoments second) {
        return runs.runs() == 1 ? 0 : through(first.m1() - second.m1(), pooledDeviation(first, second));
    }

    private static double pooledDeviation(CentralMoments first, CentralMoments second) {
        double n0 = first.n();
        double n1 = second.n();
        return Math.sqrt((first.m2() * n0 + second.m2() * n1) / (n0 + n1 - 2));
    }

    private static double through(double distance, double deviation) {
        return deviation > 0 ? distance / deviation : Double.NaN;
    }
}
