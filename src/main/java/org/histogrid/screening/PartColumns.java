package org.histogrid.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.histogrid.stats.ClassSummary;
import org.histogrid.stats.MultiClassScores;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.histogrid.stats.SplitScores;
import org.histogrid.stats.TwoClassScores;

/// The scores of some neurons of a hook point, a column each. Threads may fill it together, each neuron once.
final class PartColumns {

    /// What is said of all classes together stands under this class.
    static final int ALL_CLASSES = -1;

    /// @param values one a neuron, NaN where there is none
    @SuppressWarnings("ArrayRecordComponent")
    record Column(Split split, int classIndex, String key, double[] values) {}

    private record Filled<T>(String key, ToDoubleFunction<T> value) {}

    private static final List<Filled<TwoClassScores>> OF_A_SIDE = ofASide();
    private static final List<Filled<MultiClassScores>> OF_ALL = List.of(
            new Filled<>(ProfileColumn.ETA_SQUARED.key(), MultiClassScores::etaSquared),
            new Filled<>(ProfileColumn.KRUSKAL_WALLIS.key(), MultiClassScores::kruskalWallis),
            new Filled<>(ProfileColumn.KRUSKAL_WALLIS_LOG10_P.key(), MultiClassScores::kruskalWallisLog10P));

    private static List<Filled<TwoClassScores>> ofASide() {
        var filled = new ArrayList<Filled<TwoClassScores>>();
        for (var score : Score.values()) {
            filled.add(new Filled<>(score.key(), scores -> score.of(scores).orElse(Double.NaN)));
        }
        filled.add(new Filled<>(
                ProfileColumn.MEDIAN.key(), scores -> scores.spread().median()));
        filled.add(
                new Filled<>(ProfileColumn.IQR.key(), scores -> scores.spread().iqr()));
        filled.add(
                new Filled<>(ProfileColumn.MIN.key(), scores -> scores.spread().min()));
        filled.add(
                new Filled<>(ProfileColumn.MAX.key(), scores -> scores.spread().max()));
        filled.add(new Filled<>(
                ProfileColumn.MAX_ABS.key(), scores -> scores.spread().maxAbs()));
        filled.add(new Filled<>(
                ProfileColumn.MEDIAN_ABS.key(), scores -> scores.spread().medianAbs()));
        for (var of : List.of(0, 1)) {
            ofAClass()
                    .forEach(one -> filled.add(new Filled<>(
                            ProfileColumn.ofClass(one.key(), of).key(),
                            scores -> one.value().applyAsDouble(scores.classes().get(of)))));
        }
        return List.copyOf(filled);
    }

    private static List<Filled<ClassSummary>> ofAClass() {
        return List.of(
                new Filled<>("n", ClassSummary::n),
                new Filled<>("mean", ClassSummary::mean),
                new Filled<>("sd", ClassSummary::sd),
                new Filled<>("min", ClassSummary::min),
                new Filled<>("max", ClassSummary::max),
                new Filled<>("median", ClassSummary::median),
                new Filled<>("skewness", ClassSummary::skewness),
                new Filled<>("kurtosis", ClassSummary::kurtosis));
    }

    private final int sides;
    private final Map<Split, double[][][]> bySide = new EnumMap<>(Split.class);
    private final Map<Split, double[][]> ofAll = new EnumMap<>(Split.class);

    /// @param classes of the labeling: two are one side against the other, of more each is a side
    /// @param neurons how many it holds
    PartColumns(int classes, int neurons) {
        sides = classes == 2 ? 1 : classes;
        for (var split : Split.values()) {
            bySide.put(split, new double[sides][OF_A_SIDE.size()][neurons]);
            ofAll.put(split, new double[classes == 2 ? 0 : OF_ALL.size()][neurons]);
        }
    }

    /// @param place of the neuron among those it holds
    void fill(int place, SplitScores scores) {
        bySide.forEach((split, columns) -> {
            for (var side = 0; side < sides; side++) {
                fill(columns[side], OF_A_SIDE, place, scores.of(split).get(side));
            }
        });
        ofAll.forEach((split, columns) -> {
            if (columns.length > 0) {
                fill(columns, OF_ALL, place, scores.multi(split).orElseThrow());
            }
        });
    }

    private static <T> void fill(double[][] columns, List<Filled<T>> filled, int place, T scores) {
        for (var column = 0; column < columns.length; column++) {
            columns[column][place] = filled.get(column).value().applyAsDouble(scores);
        }
    }

    List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (var split : Split.values()) {
            var sidesOf = bySide.getOrDefault(split, new double[0][][]);
            for (var side = 0; side < sidesOf.length; side++) {
                add(columns, split, side, OF_A_SIDE, sidesOf[side]);
            }
            add(columns, split, ALL_CLASSES, OF_ALL, ofAll.getOrDefault(split, new double[0][]));
        }
        return columns;
    }

    private static <T> void add(List<Column> to, Split split, int side, List<Filled<T>> filled, double[][] values) {
        IntStream.range(0, values.length)
                .mapToObj(i -> new Column(split, side, filled.get(i).key(), values[i]))
                .forEach(to::add);
    }
}
