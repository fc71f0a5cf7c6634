package org.histogrid.screening;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.OutlierCuts;
import org.histogrid.stats.Outliers;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;

/// What the neurons of a table are outliers by, each among those of its own hook point, over all samples.
final class OutlierTable {

    private static final ScoreAt AUROC = ofAll(ProfileColumn.of(Score.AUROC));
    private static final ScoreAt MEDIAN = ofAll(ProfileColumn.MEDIAN);
    private static final ScoreAt IQR = ofAll(ProfileColumn.IQR);
    private static final ScoreAt BIMODALITY = ofAll(ProfileColumn.of(Score.BIMODALITY));
    private static final ScoreAt KURTOSIS = ofAll(ProfileColumn.of(Score.KURTOSIS));
    private static final ScoreAt MAX_ABS = ofAll(ProfileColumn.MAX_ABS);
    private static final ScoreAt MEDIAN_ABS = ofAll(ProfileColumn.MEDIAN_ABS);
    private static final ScoreAt MIN = ofAll(ProfileColumn.MIN);
    private static final ScoreAt MAX = ofAll(ProfileColumn.MAX);

    /// The columns it is made of.
    static final List<ScoreAt> COLUMNS =
            List.of(AUROC, MEDIAN, IQR, BIMODALITY, KURTOSIS, MAX_ABS, MEDIAN_ABS, MIN, MAX);

    private final List<Outliers> points;
    private final int[] starts;

    OutlierTable(ProfileTable table, OutlierCuts cuts) {
        points = IntStream.range(0, table.points().size())
                .mapToObj(point -> Outliers.of(
                        cuts,
                        table.column(AUROC, point),
                        table.column(MEDIAN, point),
                        table.column(IQR, point),
                        table.column(BIMODALITY, point),
                        table.column(KURTOSIS, point),
                        table.column(MAX_ABS, point),
                        table.column(MEDIAN_ABS, point),
                        table.column(MIN, point),
                        table.column(MAX, point)))
                .toList();
        starts = IntStream.rangeClosed(0, points.size()).map(table::start).toArray();
    }

    private static ScoreAt ofAll(ProfileColumn column) {
        return new ScoreAt(Split.ALL, column);
    }

    static List<ScoreAt> with(Stream<ScoreAt> others) {
        return Stream.concat(COLUMNS.stream(), others).distinct().toList();
    }

    List<Outlier> of(int index) {
        var point = point(index);
        return points.get(point).of(index - starts[point]);
    }

    /// The bits of the types that a neuron bears.
    int mask(int index) {
        var point = point(index);
        return points.get(point).mask(index - starts[point]);
    }

    int size() {
        return starts[points.size()];
    }

    private int point(int index) {
        var point = 0;
        while (starts[point + 1] <= index) {
            point++;
        }
        return point;
    }
}
