package org.histogrid.stats;

import java.util.Optional;

/// How well one neuron separates two classes: the scores for which its values need only be sorted and gone
/// through once. They are the same numbers as in [TwoClassScores], NaN where a class has no finite value.
///
/// @param auroc see [RankScores#auroc]
/// @param cohenD see [ClassDistance#cohenD]
/// @param ks see [ClassDistance#ks]
/// @param wasserstein see [ClassDistance#wasserstein]
/// @param threshold the cut that tells the classes apart best; empty where a class has no finite value
public record Separation(
        double auroc, double cohenD, double ks, double wasserstein, Optional<BestThreshold> threshold) {

    private static final Separation NONE =
            new Separation(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Optional.empty());

    static Separation of(ClassRuns runs) {
        if (runs.total(0) == 0 || runs.total(1) == 0) {
            return NONE;
        }
        var scan = ClassScan.of(runs);
        var spread = ClassSpread.of(runs);
        return new Separation(
                RankScores.auroc(runs, scan),
                ClassDistance.cohenD(runs, spread.first(), spread.second()),
                ClassDistance.ks(runs, scan),
                ClassDistance.wasserstein(spread),
                Optional.of(BestThreshold.of(runs, scan)));
    }
}
