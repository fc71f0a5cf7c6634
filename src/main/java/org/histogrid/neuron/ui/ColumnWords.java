package org.histogrid.neuron.ui;

import java.util.List;
import org.histogrid.dataset.LabelClass;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;

/// The columns of a ranking in plain words.
///
/// @param positive the class that counts as the positive one
/// @param other the class, or the classes, it is held against
public record ColumnWords(String positive, String other) {

    private static final int TWO = 2;

    /// Where the classes are not known.
    public static final ColumnWords ANY = new ColumnWords("first class", "second class");

    /// @param classIndex with more than two classes, the one held against the rest
    public static ColumnWords of(List<LabelClass> classes, int classIndex) {
        if (classIndex >= classes.size()) {
            return ANY;
        }
        return new ColumnWords(
                classes.get(classIndex).name(),
                classes.size() == TWO ? classes.get(1 - classIndex).name() : "the rest");
    }

    /// "AUROC, held-out half"
    public String name(ScoreAt score) {
        return "%s, %s".formatted(name(score.column()), half(score.split()));
    }

    /// The same where there is little room.
    public static String shortly(Split split) {
        return switch (split) {
            case ALL -> "all";
            case DISCOVERY -> "discovery";
            case HELD_OUT -> "held-out";
        };
    }

    public static String half(Split split) {
        return switch (split) {
            case ALL -> "all samples";
            case DISCOVERY -> "discovery half";
            case HELD_OUT -> "held-out half";
        };
    }

    public static String order(RankOrder order) {
        return switch (order) {
            case ABS -> "Largest effect";
            case DESC -> "Highest first";
            case ASC -> "Lowest first";
        };
    }

    public String name(ProfileColumn column) {
        var score = Score.named(column.key());
        if (score.isPresent()) {
            return ScoreWords.name(score.get());
        }
        var parts = column.key().split("\\.", -1);
        return parts.length == TWO
                ? "%s of %s".formatted(ofClass(parts[0]), "0".equals(parts[1]) ? positive : other)
                : pooled(column.key());
    }

    private static String ofClass(String key) {
        return switch (key) {
            case "n" -> "Samples";
            case "mean" -> "Mean";
            case "sd" -> "Sd";
            case "min" -> "Min";
            case "max" -> "Max";
            case "median" -> "Median";
            case "skewness" -> "Skewness";
            case "kurtosis" -> "Kurtosis";
            default -> key;
        };
    }

    private static String pooled(String key) {
        return switch (key) {
            case "q" -> "q";
            case "log10Q" -> "log₁₀ q";
            case "log10Bonferroni" -> "log₁₀ p, Bonferroni";
            case "scalePercentile" -> "Scale percentile";
            case "median" -> "Median";
            case "iqr" -> "Interquartile range";
            case "min" -> "Min";
            case "max" -> "Max";
            case "maxAbs" -> "Max |value|";
            case "medianAbs" -> "Median |value|";
            case "etaSquared" -> "Eta squared";
            case "kruskalWallis" -> "Kruskal-Wallis H";
            case "kruskalWallisLog10P" -> "Kruskal-Wallis log₁₀ p";
            default -> key;
        };
    }

    /// A sentence on what a column says; empty where its name says it all.
    public String explain(ProfileColumn column) {
        return Score.named(column.key())
                .map(score -> ScoreWords.explain(score, positive, other))
                .orElseGet(() -> switch (column.key()) {
                    case "q" ->
                        "Share of false discoveries to expect among the neurons with a p as small as this one's, after "
                                + "Benjamini and Hochberg over all that were tested.";
                    case "log10Q" -> "Decimal logarithm of q: −2 means one false discovery in a hundred.";
                    case "log10Bonferroni" -> "Decimal logarithm of p times the number of neurons tested.";
                    case "scalePercentile" ->
                        "Percentile of the interquartile range among the neurons of the hook point.";
                    case "etaSquared" -> "Share of the variance that lies between the classes.";
                    default -> "";
                });
    }

    /// "largest |AUROC − 0.5|", "highest Cohen's d"
    public String ranking(ProfileColumn column, RankOrder order) {
        return switch (order) {
            case ABS ->
                column.equals(ProfileColumn.of(Score.AUROC))
                        ? "largest |AUROC − 0.5|"
                        : "largest |%s|".formatted(name(column));
            case DESC -> "highest " + name(column);
            case ASC -> "lowest " + name(column);
        };
    }
}
