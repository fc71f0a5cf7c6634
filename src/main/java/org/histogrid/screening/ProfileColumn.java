package org.histogrid.screening;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.stats.Score;

/// A number that is known of every neuron of a screening, by its name in the REST interface: the scores of
/// [Score], the spread of the values of all classes, the numbers of each class (`mean.0` of the first one), and
/// those that compare a neuron with the others (`q`, `scalePercentile`).
///
/// @param key such as `auroc`
public record ProfileColumn(String key) implements Serializable {

    /// Median of all values that have a class.
    public static final ProfileColumn MEDIAN = new ProfileColumn("median");
    /// Their interquartile range, as numpy interpolates quantiles.
    public static final ProfileColumn IQR = new ProfileColumn("iqr");
    /// The least of them.
    public static final ProfileColumn MIN = new ProfileColumn("min");
    /// The greatest of them.
    public static final ProfileColumn MAX = new ProfileColumn("max");
    /// The greatest absolute value.
    public static final ProfileColumn MAX_ABS = new ProfileColumn("maxAbs");
    /// The median absolute value.
    public static final ProfileColumn MEDIAN_ABS = new ProfileColumn("medianAbs");

    /// Benjamini and Hochberg's q over the neurons tested in the same split and selection, 0 to 1.
    public static final ProfileColumn Q = new ProfileColumn("q");
    /// Decimal logarithm of q, where q itself may be too small for a double.
    public static final ProfileColumn LOG10_Q = new ProfileColumn("log10Q");
    /// Decimal logarithm of p times the number of neurons tested, at most 0 (Bonferroni).
    public static final ProfileColumn LOG10_BONFERRONI = new ProfileColumn("log10Bonferroni");
    /// Percentile rank of the interquartile range among the neurons of the hook point, 0 to 100.
    public static final ProfileColumn SCALE_PERCENTILE = new ProfileColumn("scalePercentile");

    /// Share of the variance that lies between all classes, where there are more than two.
    public static final ProfileColumn ETA_SQUARED = new ProfileColumn("etaSquared");
    /// Kruskal and Wallis's H over all classes, where there are more than two.
    public static final ProfileColumn KRUSKAL_WALLIS = new ProfileColumn("kruskalWallis");
    /// Decimal logarithm of its p.
    public static final ProfileColumn KRUSKAL_WALLIS_LOG10_P = new ProfileColumn("kruskalWallisLog10P");

    /// The numbers of a class, see [#ofClass].
    public static final List<String> OF_A_CLASS =
            List.of("n", "mean", "sd", "min", "max", "median", "skewness", "kurtosis");

    static final List<ProfileColumn> DERIVED = List.of(Q, LOG10_Q, LOG10_BONFERRONI, SCALE_PERCENTILE);

    static final List<ProfileColumn> OF_ALL_CLASSES = List.of(ETA_SQUARED, KRUSKAL_WALLIS, KRUSKAL_WALLIS_LOG10_P);

    /// All there are, in the order in which tables show them.
    public static final List<ProfileColumn> ALL = all();

    private static List<ProfileColumn> all() {
        var all = new ArrayList<ProfileColumn>();
        for (var score : Score.values()) {
            all.add(of(score));
            if (score == Score.LOG10_P) {
                all.addAll(List.of(Q, LOG10_Q, LOG10_BONFERRONI));
            }
        }
        all.addAll(List.of(MEDIAN, IQR, SCALE_PERCENTILE, MIN, MAX, MAX_ABS, MEDIAN_ABS));
        Stream.of(0, 1).forEach(of -> OF_A_CLASS.forEach(key -> all.add(ofClass(key, of))));
        all.addAll(OF_ALL_CLASSES);
        return List.copyOf(all);
    }

    /// The column of a score.
    public static ProfileColumn of(Score score) {
        return new ProfileColumn(score.key());
    }

    /// A number of one class.
    ///
    /// @param key one of n, mean, sd, min, max, median, skewness, kurtosis
    /// @param of 0 for the class that is held against the rest, 1 for the other, or the rest
    public static ProfileColumn ofClass(String key, int of) {
        return new ProfileColumn(key + "." + of);
    }

    /// The column of that name, if there is one.
    public static Optional<ProfileColumn> named(String key) {
        var wanted = new ProfileColumn(key);
        return ALL.stream().filter(wanted::equals).findFirst();
    }

    /// Whether it is a number of one class.
    public boolean isOfAClass() {
        return key.indexOf('.') >= 0;
    }

    /// Whether it is made of other columns when it is asked for.
    boolean isDerived() {
        return DERIVED.contains(this);
    }

    /// Whether it is about all classes together rather than one against the rest.
    boolean isOfAllClasses() {
        return OF_ALL_CLASSES.contains(this);
    }
}
