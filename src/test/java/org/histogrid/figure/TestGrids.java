package org.histogrid.figure;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.Row;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.Provenance;
import org.histogrid.histogram.Scale;
import org.histogrid.histogram.TestPanels;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// Grids as the service computes them, of values drawn from a seed.
public final class TestGrids {

    private static final List<String> MODELS = List.of("LLaMA-2-7B", "LLaMA-3-8B", "Gemma-7B");
    private static final List<String> TRUE_AND_FALSE = List.of("true answer", "false answer");

    private TestGrids() {}

    /// A grid like the demo's: skewed humps of two classes, 69 % of them of the first, heights shared in a
    /// row.
    public static ComputedGrid grid(int rows, int columns, int samples, int bins, Statistic stat) {
        return grid(rows, columns, samples, settings(bins, stat));
    }

    public static ComputedGrid grid(int rows, int columns, int samples, HistogramSettings settings) {
        return grid(rows, columns, samples, settings, TRUE_AND_FALSE);
    }

    public static ComputedGrid grid(
            int rows, int columns, int samples, HistogramSettings settings, List<String> classes) {
        var random = new Random(7);
        return TestPanels.grid(
                IntStream.range(0, rows)
                        .mapToObj(row -> row(row, neurons(row, columns), samples, settings, classes, random))
                        .toList(),
                settings);
    }

    public static ComputedGrid grid(List<Row> rows, Statistic stat) {
        return TestPanels.grid(rows, settings(20, stat));
    }

    /// The same neurons in every row.
    public static ComputedGrid sameNeurons(int rows, int columns) {
        var random = new Random(7);
        var settings = settings(40, Statistic.COUNT);
        return TestPanels.grid(
                IntStream.range(0, rows)
                        .mapToObj(row -> row(row, neurons(0, columns), 2_000, settings, TRUE_AND_FALSE, random))
                        .toList(),
                settings);
    }

    public static List<String> labels(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> MODELS.get(row % MODELS.size()))
                .toList();
    }

    private static HistogramSettings settings(int bins, Statistic stat) {
        return HistogramSettings.DEFAULT.withBins(new BinRule.Count(bins)).withStat(stat);
    }

    private static List<Integer> neurons(int row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> (2021 + 1535 * column + 877 * row) % 4096)
                .toList();
    }

    private static Row row(
            int row,
            List<Integer> neurons,
            int samples,
            HistogramSettings settings,
            List<String> classes,
            Random random) {
        return new Row(
                Optional.of(provenance(row, samples, settings)),
                Optional.empty(),
                neurons.stream()
                        .map(neuron -> panel(neuron, classes, samples, settings, random))
                        .toList());
    }

    private static Provenance provenance(int row, int samples, HistogramSettings settings) {
        var trueAnswers = samples * 69 / 100;
        return new Provenance(
                "Synthetic answers",
                MODELS.get(row % MODELS.size()),
                "resid_post",
                Optional.of(32),
                "layer 0 is the embedding",
                "last",
                "correct",
                "score of at least 0.5",
                samples,
                List.of(
                        new Provenance.ClassCount("true answer", trueAnswers),
                        new Provenance.ClassCount("false answer", samples - trueAnswers)),
                settings.bins().label(),
                settings.range().label(),
                Scale.RAW,
                List.of(new Provenance.Source("activations.npz", "9f86d081884c7d659a2feaa0c55ad015")));
    }

    public static Panel panel(int neuron, List<String> names, int samples, int bins, Statistic stat, Random random) {
        return panel(neuron, names, samples, settings(bins, stat), random);
    }

    /// A neuron whose classes lie a little apart.
    private static Panel panel(int neuron, List<String> names, int samples, HistogramSettings settings, Random random) {
        var values = new double[samples];
        var classOf = new byte[samples];
        var counts = new int[names.size()];
        var centre = random.nextDouble(-10, 10);
        for (var i = 0; i < samples; i++) {
            classOf[i] = (byte) (random.nextDouble() < 0.69 ? 0 : 1 + random.nextInt(names.size() - 1));
            values[i] = centre + 1.2 * classOf[i] + 2 * random.nextGaussian() + 1.5 * random.nextExponential();
            counts[classOf[i]]++;
        }
        var classes = IntStream.range(0, names.size())
                .mapToObj(one -> new LabelClass(names.get(one), counts[one]))
                .toList();
        return TestPanels.of(settings, neuron, values, new LabelCodes(classOf, classes));
    }

    static Panel failed(int neuron, String problem) {
        return new Panel(neuron, Optional.empty(), List.of(), new Axis(0, 1), new Axis(0, 1), Optional.of(problem));
    }
}
