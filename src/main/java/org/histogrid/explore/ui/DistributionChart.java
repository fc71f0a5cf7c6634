package org.histogrid.explore.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
///
/// @param found at least one bin
/// @param nullMax the greatest distance from no effect under shuffled labels, where it is known
record DistributionChart(ScoreDistribution found, ScoreAt score, ColumnWords words, OptionalDouble nullMax) {

    static final int BINS = 100;

    private static final String NEURONS = "--hg-class-8";
    private static final String CHANCE = "--hg-marker";
    private static final double NO_EFFECT = 0.5;

    StepChartSpec counts() {
        var edges = found.edges();
        var heights = found.counts().stream().mapToDouble(Long::doubleValue).toArray();
        var expected = found.expected().stream()
                .mapToDouble(all ->
                        all.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        var highest =
                DoubleStream.concat(DoubleStream.of(heights), expected).max().orElse(1);
        return chart(
                AxisSpec.around(edges.getFirst(), edges.getLast(), words.name(score)),
                AxisSpec.fromZero(highest, true, "# Neurons"),
                "",
                IntStream.range(0, heights.length).mapToDouble(_ -> 1).toArray());
    }

    /// Heights as densities, so that hook points of other sizes and bins of other widths compare.
    ///
    /// @param highest what the height axis must hold
    StepChartSpec densities(AxisSpec x, double highest) {
        return chart(x, AxisSpec.fromZero(highest, false, "Density of neurons"), "density", units());
    }

    double highestDensity() {
        var units = units();
        return IntStream.range(0, units.length)
                .mapToDouble(bin -> units[bin]
                        * Math.max(
                                found.counts().get(bin),
                                found.expected().map(all -> all.get(bin)).orElse(0.0)))
                .max()
                .orElse(1);
    }

    /// The density of one neuron in each bin.
    private double[] units() {
        var edges = found.edges();
        return IntStream.range(0, edges.size() - 1)
                .mapToDouble(bin -> 1 / (Math.max(1, found.neurons()) * (edges.get(bin + 1) - edges.get(bin))))
                .toArray();
    }

    private StepChartSpec chart(AxisSpec x, AxisSpec y, String heightName, double[] units) {
        var series = new ArrayList<StepSeries>();
        var counts = found.counts().stream().mapToLong(Long::longValue).toArray();
        series.add(new StepSeries(
                "neurons", NEURONS, times(units, found.counts().stream().mapToDouble(Long::doubleValue)), counts));
        found.expected()
                .ifPresent(expected -> series.add(new StepSeries(
                                "by chance",
                                CHANCE,
                                times(units, expected.stream().mapToDouble(Double::doubleValue)),
                                expected.stream().mapToLong(Math::round).toArray())
                        .outlined()));
        var edges = found.edges();
        return new StepChartSpec(
                edges.stream().mapToDouble(Double::doubleValue).toArray(),
                series,
                x,
                y,
                "%s of %s: from %s to %s"
                        .formatted(
                                words.name(score),
                                Numbers.count(found.neurons(), "neuron"),
                                Numbers.significant(edges.getFirst()),
                                Numbers.significant(edges.getLast())),
                heightName,
                markers());
    }

    private static double[] times(double[] units, DoubleStream counts) {
        var heights = counts.toArray();
        return IntStream.range(0, heights.length)
                .mapToDouble(bin -> heights[bin] * units[bin])
                .toArray();
    }

    /// Where the best of all neurons lands with shuffled labels, to both sides.
    private List<Marker> markers() {
        if (nullMax.isEmpty() || !score.column().equals(ProfileColumn.of(Score.AUROC))) {
            return List.of();
        }
        return List.of(
                new Marker(NO_EFFECT - nullMax.getAsDouble(), "chance"),
                new Marker(NO_EFFECT + nullMax.getAsDouble(), "chance"));
    }
}
