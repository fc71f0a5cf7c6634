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

    static Separation of(TwoClassScores scores) {
        return new Separation(
                scores.ranks().auroc(),
                scores.distance().cohenD(),
                scores.distance().ks(),
                scores.distance().wasserstein(),
                scores.threshold());
    }
}
