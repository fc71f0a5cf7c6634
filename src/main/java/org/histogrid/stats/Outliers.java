package org.histogrid.stats;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The outliers among all neurons of one hook point, each held against the others.
///
/// What the others are like is taken from the neurons that are not dead: at hook points where half of them
/// are, medians over all neurons would be those of the dead, and whoever lives an outlier. Fewer than ten
/// living ones, as where a handful of neurons was recorded, say nothing of what is usual: LOCATION, SCALE and
/// MASSIVE have no number there.
public final class Outliers {

    /// Makes the median of absolute deviations an estimate of a normal distribution's standard deviation
    private static final double OF_MEDIAN_DEVIATION = 1.4826;

    /// The same for their mean: the root of pi / 2
    private static final double OF_MEAN_DEVIATION = 1.2533;

    /// Where fewer neurons live, none is compared with the others: they do not tell what is usual
    private static final int LEAST_PEERS = 10;

    private final OutlierCuts cuts;
    private final Map<OutlierType, double[]> numbers = new EnumMap<>(OutlierType.class);

    private Outliers(OutlierCuts cuts) {
        this.cuts = cuts;
    }

    /// Takes one column a score, all of one hook point and one element a neuron, NaN where a neuron has no
    /// such score.
    ///
    /// @param auroc see [RankScores#auroc]
    /// @param median see [PooledSpread#median]
    /// @param iqr see [PooledSpread#iqr]
    /// @param bimodality see [PooledShape#bimodality]
    /// @param kurtosis see [PooledShape#kurtosis]
    /// @param maxAbs see [PooledSpread#maxAbs]
    /// @param medianAbs see [PooledSpread#medianAbs]
    /// @param min see [PooledSpread#min]
    /// @param max see [PooledSpread#max]
    /// @throws IllegalArgumentException when the columns differ in length
    public static Outliers of(
            OutlierCuts cuts,
            double[] auroc,
            double[] median,
            double[] iqr,
            double[] bimodality,
            double[] kurtosis,
            double[] maxAbs,
            double[] medianAbs,
            double[] min,
            double[] max) {
        int neurons = auroc.length;
        for (var column : List.of(median, iqr, bimodality, kurtosis, maxAbs, medianAbs, min, max)) {
            if (column.length != neurons) {
                throw new IllegalArgumentException(
                        "There are columns of %d neurons and of %d.".formatted(neurons, column.length));
            }
        }
        IntPredicate lives = i -> min[i] < max[i];
        var usualOfLiving = ofLiving(medianAbs, lives);
        double usual = usualOfLiving.length < LEAST_PEERS ? Double.NaN : median(usualOfLiving);
        var scale = robustZ(iqr, lives);
        var outliers = new Outliers(cuts);
        outliers.put(OutlierType.SEPARATING, neurons, i -> Math.abs(auroc[i] - 0.5));
        outliers.numbers.put(OutlierType.LOCATION, robustZ(median, lives));
        outliers.put(OutlierType.SCALE, neurons, i -> lives.test(i) ? scale[i] : Double.NaN);
        outliers.numbers.put(OutlierType.BIMODAL, bimodality.clone());
        outliers.numbers.put(OutlierType.HEAVY_TAILED, kurtosis.clone());
        outliers.put(OutlierType.MASSIVE, neurons, i -> usual > 0 ? maxAbs[i] / usual : Double.NaN);
        outliers.put(OutlierType.DEAD, neurons, i -> max[i] - min[i]);
        return outliers;
    }

    /// In how many neurons there may be outliers.
    public int neurons() {
        return column(OutlierType.DEAD).length;
    }

    /// What a neuron is an outlier by, in the order of the types; empty for most.
    public List<Outlier> of(int index) {
        return Arrays.stream(OutlierType.values())
                .filter(type -> bears(type, index))
                .map(type -> new Outlier(type, number(type, index), cuts.of(type)))
                .toList();
    }

    /// The bits of all types that a neuron bears, see [OutlierType#mask].
    public int mask(int index) {
        int mask = 0;
        for (var type : OutlierType.values()) {
            mask |= bears(type, index) ? type.mask() : 0;
        }
        return mask;
    }

    /// The number that is held against the cut, of any neuron; NaN where it has none.
    ///
    /// * SEPARATING: distance of the AUROC from 0.5
    /// * LOCATION: robust z of the median, with its sign: distance from the median of the living neurons'
    ///   medians, through 1.4826 times the median of their absolute distances from it; where that is 0, through
    ///   1.2533 times the mean of these; where that is 0 too, all are alike and there is no z (Iglewicz and
    ///   Hoaglin, How to detect and handle outliers, 1993)
    /// * SCALE: robust z of the interquartile range, likewise; none for the dead, who have no scale
    /// * BIMODAL: Sarle's bimodality coefficient
    /// * HEAVY_TAILED: excess kurtosis
    /// * MASSIVE: the largest value, signs aside, through the median over the living neurons of their median
    ///   value, signs aside (Sun et al., Massive activations in large language models, 2024); none where that
    ///   is 0
    /// * DEAD: the greatest value less the least
    public double number(OutlierType type, int index) {
        return column(type)[index];
    }

    private boolean bears(OutlierType type, int index) {
        return cuts.reaches(type, number(type, index));
    }

    private double[] column(OutlierType type) {
        return Objects.requireNonNull(numbers.get(type));
    }

    private void put(OutlierType type, int neurons, IntToDoubleFunction number) {
        numbers.put(type, IntStream.range(0, neurons).mapToDouble(number).toArray());
    }

    private static double[] robustZ(double[] column, IntPredicate lives) {
        var living = ofLiving(column, lives);
        if (living.length < LEAST_PEERS) {
            return filled(column.length, Double.NaN);
        }
        double median = median(living);
        var distances =
                Arrays.stream(living).map(value -> Math.abs(value - median)).toArray();
        double ofMedian = OF_MEDIAN_DEVIATION * median(distances);
        double deviation = ofMedian > 0
                ? ofMedian
                : OF_MEAN_DEVIATION * Arrays.stream(distances).average().orElse(0);
        return Arrays.stream(column)
                .map(value -> deviation > 0 ? (value - median) / deviation : Double.NaN)
                .toArray();
    }

    private static double[] filled(int length, double value) {
        var filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    private static double[] ofLiving(double[] column, IntPredicate lives) {
        return IntStream.range(0, column.length)
                .filter(i -> lives.test(i) && Double.isFinite(column[i]))
                .mapToDouble(i -> column[i])
                .toArray();
    }

    /// @return NaN of nothing
    private static double median(double[] values) {
        return values.length == 0 ? Double.NaN : new OrderStatistics(values.clone()).quantile(0.5);
    }
}
