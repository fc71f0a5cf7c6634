package org.histogrid.explore.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.ScoreAt;
import org.histogrid.screening.ScoreDistribution;
import org.histogrid.stats.Score;

/// How a score is distributed over neurons, and how it would be by chance.
final class DistributionChart {

    static final int BINS = 100;

    private static final String NEURONS = "--hg-class-8";
    private static final String CHANCE = "--hg-marker";
    private static final double NO_EFFECT = 0.5;

    private DistributionChart() {}

    /// @param nullMax the greatest distance from no effect under shuffled labels, where it is known
    static StepChartSpec counts(
            ScoreDistribution found, ScoreAt score, ColumnWords words, OptionalDouble nullMax, AxisSpec x) {
        var heights = found.counts().stream().mapToDouble(Long::doubleValue).toArray();
        return chart(found, score, words, nullMax, x, heights, 1, "# Neurons", "");
    }

    /// Heights in percent, so that hook points of other sizes compare.
    static StepChartSpec percents(
            ScoreDistribution found, ScoreAt score, ColumnWords words, OptionalDouble nullMax, AxisSpec x) {
        var all = Math.max(1, found.neurons());
        var heights = found.counts().stream()
                .mapToDouble(count -> 100.0 * count / all)
                .toArray();
        return chart(found, score, words, nullMax, x, heights, 100.0 / all, "% of neurons", "% of neurons");
    }

    private static StepChartSpec chart(
            ScoreDistribution found,
            ScoreAt score,
            ColumnWords words,
            OptionalDouble nullMax,
            AxisSpec x,
            double[] heights,
            double unit,
            String title,
            String heightName) {
        var series = new ArrayList<StepSeries>();
        series.add(new StepSeries("neurons", NEURONS, heights, counts(found)));
        found.expected()
                .ifPresent(expected -> series.add(new StepSeries(
                                "by chance",
                                CHANCE,
                                expected.stream().mapToDouble(one -> one * unit).toArray(),
                                expected.stream().mapToLong(Math::round).toArray())
                        .outlined()));
        var highest = series.stream()
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .max()
                .orElse(1);
        var edges = found.edges().stream().mapToDouble(Double::doubleValue).toArray();
        return new StepChartSpec(
                edges,
                series,
                x,
                AxisSpec.fromZero(highest, heightName.isEmpty(), title),
                "%s of %s: from %s to %s"
                        .formatted(
                                words.name(score),
                                Numbers.count(found.neurons(), "neuron"),
                                Numbers.significant(edges[0]),
                                Numbers.significant(edges[edges.length - 1])),
                heightName,
                markers(score, nullMax));
    }

    private static long[] counts(ScoreDistribution found) {
        return found.counts().stream().mapToLong(Long::longValue).toArray();
    }

    static AxisSpec axis(ScoreDistribution found, ScoreAt score, ColumnWords words) {
        return AxisSpec.around(found.edges().getFirst(), found.edges().getLast(), words.name(score));
    }

    /// Where the best of all neurons lands with shuffled labels, to both sides.
    private static List<Marker> markers(ScoreAt score, OptionalDouble nullMax) {
        if (nullMax.isEmpty() || !score.column().equals(ProfileColumn.of(Score.AUROC))) {
            return List.of();
        }
        return List.of(
                new Marker(NO_EFFECT - nullMax.getAsDouble(), "chance"),
                new Marker(NO_EFFECT + nullMax.getAsDouble(), "chance"));
    }
}
