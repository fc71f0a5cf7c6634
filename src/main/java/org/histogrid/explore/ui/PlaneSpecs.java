package org.histogrid.explore.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.PlaneCells;
import org.histogrid.chart.PlaneMarks;
import org.histogrid.chart.PlanePoints;
import org.histogrid.chart.PlaneSpec;
import org.histogrid.chart.PointKind;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.screening.PlaneBins;
import org.histogrid.screening.PlaneBins.Point;

/// Turns neurons by two scores into what their charts draw.
final class PlaneSpecs {

    private PlaneSpecs() {}

    /// Nothing where there is no neuron to draw.
    static Optional<PlaneSpec> of(PlaneKind kind, PlaneBins found, ExplorePage page) {
        if (found.neurons() == 0) {
            return Optional.empty();
        }
        if (found.points().isEmpty()) {
            var x = array(found.xEdges());
            var y = turned(kind, array(found.yEdges()));
            Arrays.sort(y);
            return Optional.of(spec(kind, page, found.neurons(), x, y, new PlaneCells(x, y, counts(kind, found))));
        }
        var x = found.points().stream().mapToDouble(Point::x).toArray();
        var y = turned(kind, found.points().stream().mapToDouble(Point::y).toArray());
        var names =
                found.points().stream().map(point -> name(point.neuron(), page)).toList();
        var marks = new PlanePoints(x, y, List.of(PointKind.NEUTRAL), new int[x.length], names);
        return Optional.of(spec(kind, page, found.neurons(), x, y, marks));
    }

    /// The last row first where the axis is turned.
    private static long[] counts(PlaneKind kind, PlaneBins found) {
        var columns = found.xEdges().size() - 1;
        var rows = found.yEdges().size() - 1;
        return IntStream.range(0, rows * columns)
                .map(i -> kind.isTurned() ? (rows - 1 - i / columns) * columns + i % columns : i)
                .mapToLong(i -> found.counts().get(i))
                .toArray();
    }

    private static double[] turned(PlaneKind kind, double[] values) {
        // Not -0, which reads as a number below 0
        return kind.isTurned() ? Arrays.stream(values).map(one -> 0 - one).toArray() : values;
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String name(NeuronRef ref, ExplorePage page) {
        var neuron = "neuron " + ref.neuron();
        return page.point().isPresent()
                ? neuron
                : page.dataset()
                        .hookPoint(ref.hookPoint())
                        .map(point -> neuron + ", " + point.inWords())
                        .orElse(neuron);
    }

    private static PlaneSpec spec(
            PlaneKind kind, ExplorePage page, long neurons, double[] x, double[] y, PlaneMarks marks) {
        var by = page.query().by();
        var xTitle = page.words().name(kind.x(by));
        var yTitle = (kind.isTurned() ? "−" : "") + page.words().name(kind.y(by));
        return new PlaneSpec(
                "%s against %s of %s".formatted(yTitle, xTitle, Numbers.count(neurons, "neuron")),
                "neurons",
                axis(x, xTitle),
                axis(y, yTitle),
                marks,
                kind.lines());
    }

    private static AxisSpec axis(double[] values, String title) {
        return AxisSpec.around(
                DoubleStream.of(values).min().orElse(0),
                DoubleStream.of(values).max().orElse(1),
                title);
    }
}
