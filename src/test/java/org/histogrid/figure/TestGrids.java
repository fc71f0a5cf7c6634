package org.histogrid.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.histogrid.histogram.AxisShare;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.ComputedGrid.Row;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.Provenance;
import org.histogrid.histogram.Scale;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Binning;
import org.histogrid.stats.Histograms;
import org.histogrid.stats.Statistic;
import org.histogrid.stats.Ticks;

/// Grids as the service computes them, of values drawn from a seed.
public final class TestGrids {

    private static final List<String> MODELS = List.of("LLaMA-2-7B", "LLaMA-3-8B", "Gemma-7B");

    private TestGrids() {}

    /// A grid like the demo's: skewed humps of two classes, 69 % of them of the first, heights shared in a
    /// row.
    public static ComputedGrid grid(int rows, int columns, int samples, int bins, Statistic stat) {
        var random = new Random(7);
        return grid(
                IntStream.range(0, rows)
                        .mapToObj(row -> row(row, neurons(row, columns), samples, bins, stat, random))
                        .toList(),
                stat);
    }

    public static ComputedGrid grid(List<Row> rows, Statistic stat) {
        return new ComputedGrid(
                rows,
                HistogramSettings.DEFAULT
                        .withBins(new BinRule.Count(100))
                        .withStat(stat)
                        .withShares(AxisShare.NONE, AxisShare.ROW));
    }

    /// The same neurons in every row.
    public static ComputedGrid sameNeurons(int rows, int columns) {
        var random = new Random(7);
        return grid(
                IntStream.range(0, rows)
                        .mapToObj(row -> row(row, neurons(0, columns), 2_000, 40, Statistic.COUNT, random))
                        .toList(),
                Statistic.COUNT);
    }

    public static List<String> labels(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> MODELS.get(row % MODELS.size()))
                .toList();
    }

    private static List<Integer> neurons(int row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> (2021 + 1535 * column + 877 * row) % 4096)
                .toList();
    }

    private static Row row(int row, List<Integer> neurons, int samples, int bins, Statistic stat, Random random) {
        var panels = new ArrayList<Panel>();
        for (var neuron : neurons) {
            panels.add(panel(neuron, List.of("true answer", "false answer"), samples, bins, stat, random));
        }
        var highest = panels.stream()
                .flatMap(panel -> panel.classes().stream())
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .max()
                .orElse(1);
        var y = new Axis(0, Ticks.fromZero(highest, stat == Statistic.COUNT).high());
        return new Row(
                Optional.of(provenance(row, samples, bins)),
                Optional.empty(),
                panels.stream().map(panel -> withY(panel, y)).toList());
    }

    static Provenance provenance(int row, int samples, int bins) {
        var model = MODELS.get(row % MODELS.size());
        return new Provenance(
                "Synthetic answers",
                model,
                "resid_post",
                Optional.of(32),
                "layer 0 is the embedding",
                "last",
                "correct",
                "score of at least 0.5",
                samples,
                List.of(
                        new Provenance.ClassCount("true answer", samples * 69 / 100),
                        new Provenance.ClassCount("false answer", samples - samples * 69 / 100)),
                bins + " bins",
                "all values",
                Scale.RAW,
                List.of(new Provenance.Source("activations.npz", "9f86d081884c7d659a2feaa0c55ad015")));
    }

    /// A neuron whose classes lie a little apart.
    public static Panel panel(int neuron, List<String> names, int samples, int bins, Statistic stat, Random random) {
        var values = new double[samples];
        var classOf = new byte[samples];
        var centre = random.nextDouble(-10, 10);
        for (var i = 0; i < samples; i++) {
            classOf[i] = (byte) (random.nextDouble() < 0.69 ? 0 : 1 + random.nextInt(names.size() - 1));
            values[i] = centre + 1.2 * classOf[i] + 2 * random.nextGaussian() + 1.5 * random.nextExponential();
        }
        var edges = Binning.edges(new BinRule.Count(bins), new BinRange.Full(), List.of(values));
        var counted = Histograms.count(values, classOf, names.size(), edges);
        var classes = IntStream.range(0, names.size())
                .mapToObj(one -> new PanelClass(
                        names.get(one),
                        one + 1,
                        counted.get(one),
                        counted.get(one).values(stat, edges)))
                .toList();
        var highest = classes.stream()
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .max()
                .orElse(1);
        return new Panel(
                neuron,
                Optional.of(edges),
                classes,
                new Axis(edges.low(), edges.high()),
                new Axis(0, Ticks.fromZero(highest, stat == Statistic.COUNT).high()),
                Optional.empty());
    }

    static Panel withY(Panel panel, Axis y) {
        return new Panel(panel.neuron(), panel.edges(), panel.classes(), panel.x(), y, panel.problem());
    }

    static Panel failed(int neuron, String problem) {
        return new Panel(neuron, Optional.empty(), List.of(), new Axis(0, 1), new Axis(0, 1), Optional.of(problem));
    }
}
