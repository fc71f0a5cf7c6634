package org.histogrid.stats;

import java.util.List;
import java.util.stream.IntStream;

/// What is to be said of one neuron under a labeling with any number of classes. NaN is what is not defined:
/// fewer than two classes with finite values, or all values equal.
///
/// @param oneAgainstRest the scores of each class, in their order, against all others together
/// @param etaSquared share of the variance that lies between the classes, 0 to 1
/// @param kruskalWallis Kruskal and Wallis's H, corrected for ties (1952): how far the mean ranks of the
///     classes are apart
/// @param kruskalWallisLog10P decimal logarithm of its p, by chi-squared with one degree of freedom fewer
///     than classes that have a value
public record MultiClassScores(
        List<TwoClassScores> oneAgainstRest, double etaSquared, double kruskalWallis, double kruskalWallisLog10P) {

    /// @param values one value a sample
    /// @param classOf the class of each sample, 0 to `classes - 1`, or negative where the sample is left out
    /// @param classes how many there are, 1 to 128
    /// @throws IllegalArgumentException when the arrays differ in length, or a class is out of bounds
    public static MultiClassScores of(double[] values, byte[] classOf, int classes) {
        return of(ClassRuns.of(values, classOf, classes));
    }

    static MultiClassScores of(ClassRuns runs) {
        int classes = runs.classes();
        var each = IntStream.range(0, classes)
                .mapToObj(of -> TwoClassScores.of(runs.oneAgainstRest(of)))
                .toList();
        int present = 0;
        for (int of = 0; of < classes; of++) {
            present += runs.total(of) > 0 ? 1 : 0;
        }
        if (present < 2 || runs.runs() < 2) {
            return new MultiClassScores(each, Double.NaN, Double.NaN, Double.NaN);
        }
        double h = kruskalWallis(runs);
        return new MultiClassScores(each, etaSquared(runs), h, Tails.log10ChiSquared(h, present - 1));
    }

    private static double etaSquared(ClassRuns runs) {
        var pooled = CentralMoments.of(runs, runs.pooled());
        double between = 0;
        for (int of = 0; of < runs.classes(); of++) {
            if (runs.total(of) > 0) {
                double distance = CentralMoments.of(runs, of).minus(pooled);
                between += runs.total(of) * (distance * distance);
            }
        }
        return Math.min(1, between / (pooled.m2() * pooled.n()));
    }

    private static double kruskalWallis(ClassRuns runs) {
        double n = runs.total(runs.pooled());
        double between = 0;
        for (int of = 0; of < runs.classes(); of++) {
            if (runs.total(of) > 0) {
                double excess = rankExcess(runs, of);
                between += excess * excess / runs.total(of);
            }
        }
        return (n - 1) * between / RankScores.spreadOfRanks(runs);
    }

    /// How far the sum of the mid-ranks of a class is above what it would be without a difference
    private static double rankExcess(ClassRuns runs, int of) {
        double mean = (runs.total(runs.pooled()) + 1) / 2.0;
        double excess = 0;
        long below = 0;
        for (int run = 0; run < runs.runs(); run++) {
            int equal = runs.count(runs.pooled(), run);
            excess += runs.count(of, run) * (below + (equal + 1) / 2.0 - mean);
            below += equal;
        }
        return excess;
    }
}
