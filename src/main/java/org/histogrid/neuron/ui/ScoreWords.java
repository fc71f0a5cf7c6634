package org.histogrid.neuron.ui;

import org.histogrid.stats.Score;

/// The scores in plain words.
public final class ScoreWords {

    private ScoreWords() {}

    public static String name(Score score) {
        return switch (score) {
            case N -> "Samples";
            case NAN -> "NaN";
            case POS_INF -> "+Inf";
            case NEG_INF -> "−Inf";
            case AUROC -> "AUROC";
            case AUROC_LOW -> "AUROC, low end";
            case AUROC_HIGH -> "AUROC, high end";
            case COHEN_D -> "Cohen's d";
            case HEDGES_G -> "Hedges' g";
            case KS -> "Kolmogorov-Smirnov D";
            case WASSERSTEIN -> "Wasserstein distance";
            case WASSERSTEIN_SCALED -> "Wasserstein / sd";
            case SPEARMAN -> "Spearman with class";
            case WELCH_T -> "Welch's t";
            case MANN_WHITNEY_U -> "Mann-Whitney U";
            case LOG10_P -> "log₁₀ p";
            case THRESHOLD -> "Best threshold";
            case YOUDEN_J -> "Youden's J";
            case BALANCED_ACCURACY -> "Balanced accuracy";
            case F1 -> "F1";
            case MUTUAL_INFORMATION -> "Mutual information";
            case OVERLAP -> "Overlap";
            case SKEWNESS -> "Skewness";
            case KURTOSIS -> "Excess kurtosis";
            case BIMODALITY -> "Bimodality";
            case FRACTION_POSITIVE -> "Share above 0";
            case FRACTION_ZERO -> "Share of zeros";
        };
    }

    /// @param positive the class that counts as the positive one
    /// @param other the class, or the classes, it is held against
    public static String explain(Score score, String positive, String other) {
        return switch (score) {
            case N -> "Samples with a class and a finite value.";
            case NAN -> "Samples whose value is not a number.";
            case POS_INF, NEG_INF -> "Samples whose value is infinite.";
            case AUROC ->
                "How often a sample of %s lies above one of %s, ties counting half. 0.5 says nothing, 0 and 1 everything."
                        .formatted(positive, other);
            case AUROC_LOW, AUROC_HIGH -> "End of the 95 percent interval of the AUROC, after DeLong.";
            case COHEN_D ->
                "Difference of the means in units of the pooled standard deviation, %s minus %s."
                        .formatted(positive, other);
            case HEDGES_G -> "Cohen's d, corrected for small samples.";
            case KS -> "Greatest distance between the cumulative shares of the classes.";
            case WASSERSTEIN -> "How far values must move on average to turn one class into the other.";
            case WASSERSTEIN_SCALED -> "The same in units of the pooled standard deviation.";
            case SPEARMAN -> "Rank correlation of the value with being %s.".formatted(positive);
            case WELCH_T -> "Difference of the means in units of its standard error.";
            case MANN_WHITNEY_U ->
                "Pairs in which the sample of %s lies above the one of %s.".formatted(positive, other);
            case LOG10_P ->
                "Decimal logarithm of the p value of U: −3 means one in a thousand. One neuron was tested; "
                        + "among thousands some reach this by chance.";
            case THRESHOLD -> "The value that tells the classes apart best, by Youden's J.";
            case YOUDEN_J -> "True positive rate minus false positive rate at the best threshold.";
            case BALANCED_ACCURACY -> "Mean share of both classes told rightly at the best threshold.";
            case F1 -> "Balance of precision and recall for %s at the best threshold.".formatted(positive);
            case MUTUAL_INFORMATION -> "Bits that the value, in 16 bins, tells about the class.";
            case OVERLAP -> "Share that the histograms of the classes have in common.";
            case SKEWNESS -> "Positive where the long tail lies at high values.";
            case KURTOSIS -> "How heavy the tails are: 0 for a normal distribution.";
            case BIMODALITY ->
                "Sarle's coefficient: above 0.56, the value of a flat distribution, speaks for two peaks.";
            case FRACTION_POSITIVE -> "Share of the samples with a value above 0.";
            case FRACTION_ZERO -> "Share of the samples with a value of exactly 0.";
        };
    }
}
