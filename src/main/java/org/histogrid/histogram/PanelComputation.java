package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.Binning;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Histograms;
import org.histogrid.stats.Statistic;

/// Computes one panel from the values of its neuron, in the unit they are shown in.
final class PanelComputation {

    private final HistogramSettings settings;
    private final BinEdges edges;
    private final double[] values;
    private final LabelCodes labels;

    PanelComputation(HistogramSettings settings, BinEdges edges, double[] values, LabelCodes labels) {
        this.settings = settings;
        this.edges = edges;
        this.values = values;
        this.labels = labels;
    }

    /// @throws BadInput when the rule of the settings gives no edges
    static BinEdges edges(HistogramSettings settings, List<double[]> pooled) {
        try {
            return Binning.edges(settings.bins(), settings.range(), pooled);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e).forField("bins");
        }
    }

    Panel run(int neuron) {
        var byClass = needsValuesByClass() ? valuesByClass() : List.<double[]>of();
        var classes = settings.edgeScope() == EdgeScope.CLASS ? overOwnEdges(byClass) : overCommonEdges();
        if (settings.smooth()) {
            classes = smoothed(classes, byClass);
        }
        var marks = PanelMarks.of(settings.markers(), values, labels, byClass);
        return GridAxes.own(
                new Panel(
                        neuron,
                        Optional.of(edges),
                        classes,
                        marks,
                        ComputedGrid.Axis.UNIT,
                        ComputedGrid.Axis.UNIT,
                        Optional.empty()),
                settings);
    }

    private boolean needsValuesByClass() {
        return settings.smooth()
                || settings.edgeScope() == EdgeScope.CLASS
                || !settings.markers().isEmpty();
    }

    private List<PanelClass> overCommonEdges() {
        var histograms =
                Histograms.count(values, labels.classOf(), labels.classes().size(), edges);
        var counted = histograms.stream().mapToLong(ClassHistogram::finite).sum();
        var classes = new ArrayList<PanelClass>();
        for (var i = 0; i < histograms.size(); i++) {
            var histogram = histograms.get(i);
            var of = labels.classes().get(i);
            classes.add(new PanelClass(
                    of.name(),
                    of.colour(),
                    histogram,
                    partOfAll(histogram.values(settings.stat(), edges), histogram, counted)));
        }
        return classes;
    }

    /// Stacked, the heights of a class are its part of those of all classes together.
    private double[] partOfAll(double[] heights, ClassHistogram histogram, long counted) {
        if (settings.display() != Display.STACK || isCount() || counted == 0) {
            return heights;
        }
        var share = (double) histogram.finite() / counted;
        return Arrays.stream(heights).map(height -> height * share).toArray();
    }

    private boolean isCount() {
        return settings.stat() == Statistic.COUNT;
    }

    private List<PanelClass> overOwnEdges(List<double[]> byClass) {
        var classes = new ArrayList<PanelClass>();
        for (var i = 0; i < byClass.size(); i++) {
            var of = labels.classes().get(i);
            var own = edges(settings, List.of(byClass.get(i)));
            var histogram = Histograms.count(byClass.get(i), new byte[byClass.get(i).length], 1, own)
                    .getFirst();
            classes.add(new PanelClass(
                    of.name(),
                    of.colour(),
                    histogram,
                    histogram.values(settings.stat(), own),
                    Optional.of(own),
                    Optional.empty()));
        }
        return classes;
    }

    private List<PanelClass> smoothed(List<PanelClass> classes, List<double[]> byClass) {
        var low = classes.stream().mapToDouble(one -> edgesOf(one).low()).min().orElse(0);
        var high =
                classes.stream().mapToDouble(one -> edgesOf(one).high()).max().orElse(1);
        var counted =
                classes.stream().mapToLong(one -> one.histogram().finite()).sum();
        var smoothed = new ArrayList<PanelClass>();
        for (var i = 0; i < classes.size(); i++) {
            var one = classes.get(i);
            var curve = SmoothHeights.of(byClass.get(i), low, high, edgesOf(one), one.histogram(), settings.stat())
                    .map(known -> new ComputedGrid.Curve(
                            known.x(), partOfAll(known.heights(), one.histogram(), counted), known.bandwidth()));
            smoothed.add(
                    new PanelClass(one.name(), one.colour(), one.histogram(), one.heights(), one.ownEdges(), curve));
        }
        return smoothed;
    }

    private BinEdges edgesOf(PanelClass one) {
        return one.ownEdges().orElse(edges);
    }

    private List<double[]> valuesByClass() {
        var byClass = new ArrayList<double[]>();
        var next = new int[labels.classes().size()];
        labels.classes().forEach(one -> byClass.add(new double[one.count()]));
        for (var i = 0; i < values.length; i++) {
            var in = labels.classOf()[i];
            if (in >= 0) {
                byClass.get(in)[next[in]++] = values[i];
            }
        }
        return byClass;
    }
}
