package org.histogrid.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// The scores of a neuron under two classes by their names, which are those of the REST interface.
public enum Score {
    /// Finite values.
    N("n", TwoClassScores::n),
    /// Values that are not a number.
    NAN("nan", TwoClassScores::nan),
    /// Values that are plus infinity.
    POS_INF("posInf", TwoClassScores::posInf),
    /// Values that are minus infinity.
    NEG_INF("negInf", TwoClassScores::negInf),
    /// See [RankScores#auroc].
    AUROC("auroc", scores -> scores.ranks().auroc()),
    /// See [RankScores#aurocLow].
    AUROC_LOW("aurocLow", scores -> scores.ranks().aurocLow()),
    /// See [RankScores#aurocHigh].
    AUROC_HIGH("aurocHigh", scores -> scores.ranks().aurocHigh()),
    /// See [ClassDistance#cohenD].
    COHEN_D("cohenD", scores -> scores.distance().cohenD()),
    /// See [ClassDistance#hedgesG].
    HEDGES_G("hedgesG", scores -> scores.distance().hedgesG()),
    /// See [ClassDistance#ks].
    KS("ks", scores -> scores.distance().ks()),
    /// See [ClassDistance#wasserstein].
    WASSERSTEIN("wasserstein", scores -> scores.distance().wasserstein()),
    /// See [ClassDistance#wassersteinScaled].
    WASSERSTEIN_SCALED("wassersteinScaled", scores -> scores.distance().wassersteinScaled()),
    /// See [RankScores#spearman].
    SPEARMAN("spearman", scores -> scores.ranks().spearman()),
    /// See [ClassDistance#welchT].
    WELCH_T("welchT", scores -> scores.distance().welchT()),
    /// See [RankScores#mannWhitneyU].
    MANN_WHITNEY_U("mannWhitneyU", scores -> scores.ranks().mannWhitneyU()),
    /// See [RankScores#log10P].
    LOG10_P("log10P", scores -> scores.ranks().log10P()),
    /// See [BestThreshold#threshold].
    THRESHOLD("threshold", scores -> ofThreshold(scores, BestThreshold::threshold)),
    /// See [BestThreshold#youdenJ].
    YOUDEN_J("youdenJ", scores -> ofThreshold(scores, BestThreshold::youdenJ)),
    /// See [BestThreshold#balancedAccuracy].
    BALANCED_ACCURACY("balancedAccuracy", scores -> ofThreshold(scores, BestThreshold::balancedAccuracy)),
    /// See [BestThreshold#f1].
    F1("f1", scores -> ofThreshold(scores, BestThreshold::f1)),
    /// See [BinnedScores#mutualInformation].
    MUTUAL_INFORMATION("mutualInformation", scores -> scores.binned().mutualInformation()),
    /// See [BinnedScores#overlap].
    OVERLAP("overlap", scores -> scores.binned().overlap()),
    /// See [PooledShape#skewness].
    SKEWNESS("skewness", scores -> scores.pooled().skewness()),
    /// See [PooledShape#kurtosis].
    KURTOSIS("kurtosis", scores -> scores.pooled().kurtosis()),
    /// See [PooledShape#bimodality].
    BIMODALITY("bimodality", scores -> scores.pooled().bimodality()),
    /// See [PooledShape#fractionPositive].
    FRACTION_POSITIVE("fractionPositive", scores -> scores.pooled().fractionPositive()),
    /// See [PooledShape#fractionZero].
    FRACTION_ZERO("fractionZero", scores -> scores.pooled().fractionZero());

    private final String key;
    private final ToDoubleFunction<TwoClassScores> value;

    Score(String key, ToDoubleFunction<TwoClassScores> value) {
        this.key = key;
        this.value = value;
    }

    private static double ofThreshold(TwoClassScores scores, ToDoubleFunction<BestThreshold> value) {
        return scores.threshold().stream().mapToDouble(value).findFirst().orElse(Double.NaN);
    }

    /// The name in the REST interface, such as `aurocLow`.
    public String key() {
        return key;
    }

    /// The score of that name, if there is one.
    public static Optional<Score> named(String key) {
        return Arrays.stream(values()).filter(score -> score.key.equals(key)).findFirst();
    }

    /// Its value; empty where it is not defined or beyond doubles.
    public OptionalDouble of(TwoClassScores scores) {
        double of = value.applyAsDouble(scores);
        return Double.isFinite(of) ? OptionalDouble.of(of) : OptionalDouble.empty();
    }
}
