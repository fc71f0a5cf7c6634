package org.histogrid.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.stats.Statistic;
import org.histogrid.stats.Ticks;

/// Turns computed panels into what their charts draw: edges, heights, counts, ticks and words, and no value of a
/// sample.
public final class PanelCharts {

    /// Three to five ticks fit under a panel.
    private static final int X_TICKS = 4;

    private PanelCharts() {}

    /// @param panel one that has edges
    public static StepChartSpec chart(Panel panel, Statistic stat, ClassColours colours, String rowLabel) {
        var edges = panel.edges().orElseThrow().toArray();
        var series = panel.classes().stream()
                .map(one -> new StepSeries(
                        one.name(),
                        colours.variable(one.name()),
                        one.heights(),
                        one.histogram().counts()))
                .toList();
        return new StepChartSpec(
                edges,
                series,
                xAxis(panel),
                yAxis(panel.y(), stat),
                description(panel, rowLabel),
                heightName(stat),
                List.of());
    }

    /// An axis from a double's one end to its other has no length that a double holds.
    public static boolean isDrawable(Panel panel) {
        return panel.edges().isPresent()
                && Double.isFinite(panel.x().high() - panel.x().low());
    }

    private static AxisSpec xAxis(Panel panel) {
        var x = panel.x();
        return new AxisSpec(
                x.low(), x.high(), Ticks.ticks(x.low(), x.high(), X_TICKS), panel.neuron() + "-th neuron act.");
    }

    private static AxisSpec yAxis(ComputedGrid.Axis y, Statistic stat) {
        var axis = Ticks.fromZero(y.high(), stat == Statistic.COUNT);
        if (stat == Statistic.COUNT) {
            var labels = axis.ticks().stream()
                    .map(tick -> Numbers.integer(tick.longValue()))
                    .toList();
            return new AxisSpec(0, axis.high(), axis.ticks(), labels, "", false);
        }
        return new AxisSpec(0, axis.high(), axis.ticks(), "");
    }

    private static String heightName(Statistic stat) {
        return switch (stat) {
            case COUNT -> "";
            case DENSITY -> "density";
            case PERCENT -> "% of class";
            case CUMULATIVE -> "share";
        };
    }

    private static String description(Panel panel, String rowLabel) {
        var edges = panel.edges().orElseThrow();
        var classes = panel.classes().stream()
                .map(one -> "%s %d samples, most at %s"
                        .formatted(one.name(), one.histogram().n(), peak(one, panel)))
                .collect(Collectors.joining("; "));
        return "Histogram of neuron %d, %s: %s. Values from %s to %s in %s."
                .formatted(
                        panel.neuron(),
                        rowLabel,
                        classes,
                        Numbers.significant(edges.low()),
                        Numbers.significant(edges.high()),
                        Numbers.count(edges.bins(), "bin"));
    }

    private static String peak(ComputedGrid.PanelClass one, Panel panel) {
        var counts = one.histogram().counts();
        var highest = Arrays.stream(counts).max().orElse(0);
        var bin = 0;
        while (counts[bin] < highest) {
            bin++;
        }
        var edges = panel.edges().orElseThrow();
        return Numbers.significant(edges.edge(bin) / 2 + edges.edge(bin + 1) / 2);
    }
}
