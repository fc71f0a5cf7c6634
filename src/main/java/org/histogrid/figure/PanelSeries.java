package org.histogrid.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.histogrid.chart.Curve;
import org.histogrid.chart.StepSeries;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.Display;
import org.histogrid.stats.BinEdges;

/// The classes of a panel as steps, placed as their display asks.
final class PanelSeries {

    private PanelSeries() {}

    static List<StepSeries> of(Panel panel, Display display, ClassColours colours) {
        var series = new ArrayList<StepSeries>();
        var steps = new double[panel.edges().orElseThrow().bins()];
        var curves = new double[0];
        for (var one : panel.classes()) {
            var hangs = display == Display.MIRROR && !series.isEmpty();
            var placed = new StepSeries(
                    one.name(),
                    colours.variable(one.name()),
                    hangs ? negated(one.heights()) : one.heights(),
                    one.histogram().counts());
            if (display == Display.STACK) {
                placed = placed.on(steps);
                steps = sum(steps, one.heights());
                curves =
                        sum(curves, one.curve().map(ComputedGrid.Curve::heights).orElse(new double[0]));
            }
            var tops = display == Display.STACK ? Optional.of(curves) : Optional.<double[]>empty();
            series.add(dressed(placed, one, display, tops, hangs));
        }
        return series;
    }

    private static StepSeries dressed(
            StepSeries placed, PanelClass one, Display display, Optional<double[]> stackedCurve, boolean hangs) {
        var dressed = display == Display.OUTLINE ? placed.outlined() : placed;
        var own = one.ownEdges().map(BinEdges::toArray);
        if (own.isPresent()) {
            dressed = dressed.withEdges(own.get());
        }
        if (one.curve().isPresent()) {
            var curve = one.curve().get();
            var heights = stackedCurve.orElseGet(curve::heights);
            dressed = dressed.withCurve(new Curve(curve.x(), hangs ? negated(heights) : heights));
        }
        return dressed;
    }

    private static double[] negated(double[] heights) {
        return Arrays.stream(heights).map(height -> height == 0 ? 0 : -height).toArray();
    }

    private static double[] sum(double[] left, double[] right) {
        var sum = Arrays.copyOf(left, Math.max(left.length, right.length));
        for (var i = 0; i < right.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }
}
