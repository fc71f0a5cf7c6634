package org.histogrid.stats;

import java.util.List;
import java.util.Optional;

/// What is to be said of one neuron under a labeling with two classes. Class 0 is the positive one: an AUROC
/// above 0.5 means that it has the larger values.
///
/// Scores of values that are not there, or that a formula does not give, are NaN in the parts and empty in
/// [Score#of]. Samples that are in no class play no part.
///
/// @param n finite values of both classes
/// @param nan values that are not a number
/// @param posInf values that are plus infinity
/// @param negInf values that are minus infinity
/// @param classes both classes in numbers, in their order
/// @param pooled the shape of both together
/// @param spread where both together lie, and how widely
/// @param ranks how they differ by order
/// @param distance how far they are apart
/// @param binned what they share
/// @param threshold the cut that tells them apart best; empty where a class has no finite value
public record TwoClassScores(
        long n,
        long nan,
        long posInf,
        long negInf,
        List<ClassSummary> classes,
        PooledShape pooled,
        PooledSpread spread,
        RankScores ranks,
        ClassDistance distance,
        BinnedScores binned,
        Optional<BestThreshold> threshold) {

    /// Of one neuron. For many under the same labeling use a [TwoClassScorer].
    ///
    /// @param values one value a sample
    /// @param classOf the class of each sample, 0 or 1, or negative where the sample is left out
    /// @throws IllegalArgumentException when the arrays differ in length or a class is above 1
    public static TwoClassScores of(double[] values, byte[] classOf) {
        return new TwoClassScorer(classOf).score(values);
    }

    static TwoClassScores of(ClassRuns runs) {
        var first = CentralMoments.of(runs, 0);
        var second = CentralMoments.of(runs, 1);
        var scan = first.n() > 0 && second.n() > 0 ? Optional.of(ClassScan.of(runs)) : Optional.<ClassScan>empty();
        return new TwoClassScores(
                runs.total(runs.pooled()),
                runs.nan(),
                runs.posInf(),
                runs.negInf(),
                List.of(ClassSummary.of(runs, 0, first), ClassSummary.of(runs, 1, second)),
                PooledShape.of(runs, first.and(second)),
                PooledSpread.of(runs),
                scan.map(of -> RankScores.of(runs, of)).orElse(RankScores.NONE),
                scan.map(of -> ClassDistance.of(runs, of, first, second)).orElse(ClassDistance.NONE),
                scan.map(_ -> BinnedScores.of(runs)).orElse(BinnedScores.NONE),
                scan.map(of -> BestThreshold.of(runs, of)));
    }
}
