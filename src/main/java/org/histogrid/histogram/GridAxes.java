package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.ComputedGrid.Row;
import org.histogrid.stats.Statistic;
import org.histogrid.stats.Ticks;

/// The ranges of the axes: each panel's own first, then those of the panels it shares an axis with.
final class GridAxes {

    /// A single sample stands above the ground of a logarithmic axis.
    private static final double GROUND_OF_COUNTS = 0.5;

    private static final double MOST_DECADES = 1e8;

    private GridAxes() {}

    static Panel own(Panel panel, HistogramSettings settings) {
        var edges = panel.edges().orElseThrow();
        var x = panel.classes().stream()
                .flatMap(one -> one.ownEdges().stream())
                .map(own -> new Axis(own.low(), own.high()))
                .reduce(new Axis(edges.low(), edges.high()), Axis::spanning);
        return panel.withAxes(x, new Axis(least(panel), highest(panel, settings)));
    }

    /// The least height above nothing, infinite where there is none.
    private static double least(Panel panel) {
        return panel.classes().stream()
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .filter(height -> height > 0)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double highest(Panel panel, HistogramSettings settings) {
        if (settings.display() == Display.STACK) {
            var steps = sum(panel, PanelClass::heights);
            var curves = sum(
                    panel, one -> one.curve().map(ComputedGrid.Curve::heights).orElse(new double[0]));
            return DoubleStream.concat(Arrays.stream(steps), Arrays.stream(curves))
                    .max()
                    .orElse(0);
        }
        return panel.classes().stream()
                .flatMapToDouble(one -> DoubleStream.concat(
                        Arrays.stream(one.heights()),
                        one.curve().stream().flatMapToDouble(curve -> Arrays.stream(curve.heights()))))
                .max()
                .orElse(0);
    }

    private static double[] sum(Panel panel, Function<PanelClass, double[]> heights) {
        var all = panel.classes().stream().map(heights).toList();
        var length = all.stream().mapToInt(one -> one.length).max().orElse(0);
        return IntStream.range(0, length)
                .mapToDouble(i -> all.stream()
                        .filter(one -> i < one.length)
                        .mapToDouble(one -> one[i])
                        .sum())
                .toArray();
    }

    static List<Row> share(List<Row> rows, HistogramSettings settings) {
        var x = new HashMap<Object, Axis>();
        var y = new HashMap<Object, Axis>();
        for (var r = 0; r < rows.size(); r++) {
            var panels = rows.get(r).panels();
            for (var c = 0; c < panels.size(); c++) {
                if (panels.get(c).edges().isPresent()) {
                    x.merge(key(settings.shareX(), r, c), panels.get(c).x(), Axis::spanning);
                    y.merge(key(settings.shareY(), r, c), panels.get(c).y(), Axis::spanning);
                }
            }
        }
        var shared = new ArrayList<Row>();
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            var panels = new ArrayList<Panel>();
            for (var c = 0; c < row.panels().size(); c++) {
                var panel = row.panels().get(c);
                panels.add(
                        panel.edges().isEmpty()
                                ? panel
                                : panel.withAxes(
                                        x.getOrDefault(key(settings.shareX(), r, c), Axis.UNIT),
                                        rounded(y.getOrDefault(key(settings.shareY(), r, c), Axis.UNIT), settings)));
            }
            shared.add(new Row(row.provenance(), row.problem(), panels));
        }
        return shared;
    }

    private static Object key(AxisShare share, int row, int column) {
        return switch (share) {
            case NONE -> List.of(row, column);
            case ROW -> row;
            case COLUMN -> column;
            case GRID -> "grid";
        };
    }

    private static Axis rounded(Axis y, HistogramSettings settings) {
        if (settings.logY()) {
            return logarithmic(y, settings.stat());
        }
        var high = settings.stat() == Statistic.CUMULATIVE
                ? 1
                : Ticks.fromZero(y.high(), settings.stat() == Statistic.COUNT).high();
        return new Axis(settings.display() == Display.MIRROR ? -high : 0, high);
    }

    private static Axis logarithmic(Axis y, Statistic stat) {
        if (!(y.high() > 0)) {
            return new Axis(GROUND_OF_COUNTS, 10);
        }
        var high = Ticks.powerOfTenFrom(y.high());
        var low = stat == Statistic.COUNT ? GROUND_OF_COUNTS : Ticks.powerOfTenTo(y.low());
        return new Axis(Math.max(low, high / MOST_DECADES), Math.max(high, low * 10));
    }
}
