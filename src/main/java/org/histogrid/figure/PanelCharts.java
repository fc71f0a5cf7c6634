package org.histogrid.figure;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelMark;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.Scale;
import org.histogrid.stats.Ticks;

/// Turns computed panels into what their charts draw: edges, heights, counts, ticks and words, and no value of a
/// sample.
public final class PanelCharts {

    /// Three to five ticks fit under a panel.
    private static final int X_TICKS = 4;

    private PanelCharts() {}

    /// @param panel one that has edges
    public static StepChartSpec chart(Panel panel, HistogramSettings settings, ClassColours colours, String rowLabel) {
        return new StepChartSpec(
                panel.edges().orElseThrow().toArray(),
                PanelSeries.of(panel, settings.display(), colours),
                xAxis(panel, settings.scale()),
                HeightAxes.of(panel.y(), settings),
                description(panel, rowLabel),
                heightName(settings),
                panel.marks().stream().map(mark -> marker(mark, colours)).toList());
    }

    private static Marker marker(PanelMark mark, ClassColours colours) {
        var label = switch (mark.kind()) {
            case MEAN -> "mean ";
            case MEDIAN -> "median ";
            case THRESHOLD -> "cut ";
        };
        var text = label + Numbers.significant(mark.at());
        return mark.ofClass()
                .map(name -> new Marker(mark.at(), text, colours.variable(name), Optional.of(name)))
                .orElseGet(() -> new Marker(mark.at(), text));
    }

    /// An axis from a double's one end to its other has no length that a double holds.
    public static boolean isDrawable(Panel panel) {
        return panel.edges().isPresent()
                && Double.isFinite(panel.x().high() - panel.x().low());
    }

    private static AxisSpec xAxis(Panel panel, Scale scale) {
        var x = panel.x();
        return new AxisSpec(
                x.low(), x.high(), Ticks.ticks(x.low(), x.high(), X_TICKS), GridWords.panelTitle(panel, scale));
    }

    /// Counts are told anyway, but a part of all classes together is no count of its own.
    private static String heightName(HistogramSettings settings) {
        var ofAll = settings.display() == Display.STACK;
        return switch (settings.stat()) {
            case COUNT -> "";
            case DENSITY -> ofAll ? "density of all" : "density";
            case PERCENT -> ofAll ? "% of all" : "% of class";
            case CUMULATIVE -> ofAll ? "share of all" : "share";
        };
    }

    private static String description(Panel panel, String rowLabel) {
        var edges = panel.edges().orElseThrow();
        var classes = panel.classes().stream()
                .map(one -> one.name() + words(one, panel))
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

    private static String words(ComputedGrid.PanelClass one, Panel panel) {
        var samples = one.histogram().n();
        if (samples == 0) {
            return ": no samples";
        }
        return " %d %s, %s"
                .formatted(
                        samples,
                        samples == 1 ? "sample" : "samples",
                        peak(one, panel).map(at -> "most at " + at).orElse("none in a bin"));
    }

    /// The middle of the first bin that no other has more samples in; none where all lie outside.
    private static Optional<String> peak(ComputedGrid.PanelClass one, Panel panel) {
        var counts = one.histogram().counts();
        var highest = Arrays.stream(counts).max().orElse(0);
        if (highest == 0) {
            return Optional.empty();
        }
        var bin = 0;
        while (counts[bin] < highest) {
            bin++;
        }
        var edges = one.ownEdges().or(panel::edges).orElseThrow();
        return Optional.of(Numbers.significant(edges.edge(bin) / 2 + edges.edge(bin + 1) / 2));
    }
}
