package org.histotest.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.BandLayer;
import org.histogrid.chart.BandSpec;
import org.histogrid.chart.Extreme;
import org.histogrid.chart.Marker;
import org.histogrid.chart.PlaneCells;
import org.histogrid.chart.PlanePoints;
import org.histogrid.chart.PlaneSpec;
import org.histogrid.chart.PointKind;
import org.histogrid.chart.Quantiles;
import org.histogrid.chart.ReferenceLine;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;

/// Planes and layers: a few numbers known by hand, and as many as a model has.
public final class Planes {

    private static final AxisSpec EFFECT = new AxisSpec(-1, 1, List.of(-1.0, -0.5, 0.0, 0.5, 1.0), "effect");
    private static final AxisSpec STRENGTH = new AxisSpec(0, 4, List.of(0.0, 1.0, 2.0, 3.0, 4.0), "strength");
    private static final int SIDE = 64;

    private Planes() {}

    /// Four points: two up and right, one up and left, one low in the middle.
    public static PlaneSpec points() {
        var points = new PlanePoints(
                new double[] {0.5, 0.75, -0.5, 0.125},
                new double[] {3, 2, 3.5, 0.5},
                List.of(PointKind.NEUTRAL.named("weak"), PointKind.POSITIVE, PointKind.NEGATIVE),
                new int[] {1, 1, 2, 0},
                List.of("neuron 10", "neuron 11", "neuron 12", "neuron 13"));
        return new PlaneSpec(
                "Effect against strength",
                "neurons",
                EFFECT,
                STRENGTH,
                points,
                List.of(new ReferenceLine.AtX(0, "no effect"), new ReferenceLine.AtY(1, "cut 1")));
    }

    /// Four columns of a half, four rows of one.
    public static PlaneSpec cells() {
        var counts = new long[] {0, 5, 1, 0, 0, 20_000, 7, 0, 0, 0, 0, 0, 3, 0, 0, 1};
        return new PlaneSpec(
                "Effect against strength, counted",
                "neurons",
                EFFECT,
                STRENGTH,
                new PlaneCells(new double[] {-1, -0.5, 0, 0.5, 1}, new double[] {0, 1, 2, 3, 4}, counts),
                List.of(new ReferenceLine.Diagonal()));
    }

    /// Five layers, the third without values.
    public static BandSpec layers() {
        var layers = new ArrayList<BandLayer>();
        for (var layer = 0; layer < 5; layer++) {
            var middle = 1 + 0.5 * layer;
            layers.add(
                    layer == 2
                            ? new BandLayer("2", Optional.empty(), List.of())
                            : new BandLayer(
                                    Integer.toString(layer),
                                    Optional.of(new Quantiles(
                                            middle - 1, middle - 0.5, middle, middle + 0.25, middle + 0.5)),
                                    List.of(new Extreme(middle + 0.75, "neuron " + layer))));
        }
        return new BandSpec(
                "Strength by layer", "Layer", STRENGTH, layers, List.of(new ReferenceLine.AtY(1, "no effect")));
    }

    /// As many points as a plane shows at most.
    public static PlaneSpec manyPoints() {
        var random = new Random(1);
        var x = new double[PlanePoints.MOST];
        var y = new double[x.length];
        var kindOf = new int[x.length];
        for (var index = 0; index < x.length; index++) {
            x[index] = 0.08 * random.nextGaussian() * (random.nextInt(20) == 0 ? 2 : 1);
            y[index] = Math.max(0, 400 * x[index] * x[index] * random.nextDouble(0.6, 1.6) - 0.3);
            kindOf[index] = y[index] < 1.3 ? 0 : x[index] > 0 ? 1 : 2;
        }
        var farthest = Arrays.stream(x).map(Math::abs).max().orElseThrow();
        return new PlaneSpec(
                "Effect against q of 5,000 neurons",
                "neurons",
                AxisSpec.around(-farthest, farthest, "AUROC \u2212 0.5"),
                AxisSpec.fromZero(Arrays.stream(y).max().orElseThrow(), false, "\u2212log10 q"),
                new PlanePoints(
                        x,
                        y,
                        List.of(
                                PointKind.NEUTRAL.named("q at least 0.05"),
                                PointKind.POSITIVE.named("above 0.5"),
                                PointKind.NEGATIVE.named("below 0.5")),
                        kindOf,
                        List.of()),
                List.of(new ReferenceLine.AtX(0, "no effect"), new ReferenceLine.AtY(-Math.log10(0.05), "q = 0.05")));
    }

    /// A neuron of 32 layers of 4,096 each in every one of the counts.
    public static PlaneSpec manyCells() {
        var random = new Random(2);
        var edges = IntStream.rangeClosed(0, SIDE)
                .mapToDouble(edge -> 0.2 + 0.6 * edge / SIDE)
                .toArray();
        var counts = new long[SIDE * SIDE];
        for (var neuron = 0; neuron < 131_072; neuron++) {
            var discovery = 0.05 * random.nextGaussian() * (random.nextInt(10) == 0 ? 2 : 1);
            var heldOut = 0.7 * discovery + 0.03 * random.nextGaussian();
            var column = Math.clamp((long) ((discovery + 0.3) / 0.6 * SIDE), 0, SIDE - 1);
            var row = Math.clamp((long) ((heldOut + 0.3) / 0.6 * SIDE), 0, SIDE - 1);
            counts[row * SIDE + column]++;
        }
        return new PlaneSpec(
                "Discovery against held-out of 131,072 neurons",
                "neurons",
                AxisSpec.around(0.2, 0.8, "AUROC, discovery"),
                AxisSpec.around(0.2, 0.8, "AUROC, held-out"),
                new PlaneCells(edges, edges, counts),
                List.of(
                        new ReferenceLine.Diagonal(),
                        new ReferenceLine.AtX(0.5, "no effect"),
                        new ReferenceLine.AtY(0.5, "")));
    }

    /// Layers of a model.
    public static BandSpec manyLayers() {
        var random = new Random(3);
        var layers = IntStream.range(0, 32)
                .mapToObj(layer -> {
                    var spread = 0.03 + 0.05 * Math.exp(-Math.pow(layer - 19, 2) / 64);
                    var middle = 0.5 + 0.01 * Math.sin(layer / 3.0);
                    return new BandLayer(
                            Integer.toString(layer),
                            Optional.of(new Quantiles(
                                    middle - 1.6 * spread,
                                    middle - 0.7 * spread,
                                    middle,
                                    middle + 0.7 * spread,
                                    middle + 1.6 * spread)),
                            List.of(new Extreme(
                                    middle + random.nextDouble(3.2, 4.2) * spread, "neuron " + random.nextInt(4096))));
                })
                .toList();
        return new BandSpec(
                "AUROC by layer",
                "Layer",
                new AxisSpec(0.3, 0.9, List.of(0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), "AUROC"),
                layers,
                List.of(new ReferenceLine.AtY(0.5, "no effect")));
    }

    /// A score of 131,072 neurons, and as many as expected by chance.
    public static StepChartSpec distribution() {
        var edges = IntStream.rangeClosed(0, 50)
                .mapToDouble(edge -> 0.3 + 0.4 * edge / 50)
                .toArray();
        var counts = Arrays.stream(edges, 0, 50)
                .mapToLong(edge -> Math.round(9_000 * Math.exp(-Math.pow(edge - 0.496, 2) / 0.004) + 90))
                .toArray();
        var expected = Arrays.stream(edges, 0, 50)
                .map(edge -> 13_000 * Math.exp(-Math.pow(edge - 0.496, 2) / 0.002))
                .toArray();
        var neurons = StepSeries.ofCounts("neurons", "--hg-class-1", counts);
        var chance = new StepSeries(
                        "expected by chance",
                        "--hg-class-8",
                        expected,
                        Arrays.stream(expected).mapToLong(Math::round).toArray())
                .outlined();
        return new StepChartSpec(
                edges,
                List.of(neurons, chance),
                new AxisSpec(0.3, 0.7, List.of(0.3, 0.4, 0.5, 0.6, 0.7), "AUROC"),
                AxisSpec.fromZero(13_000, true, "# Neurons"),
                "AUROC of 131,072 neurons",
                "",
                List.of(new Marker(0.5, "no effect"), new Marker(0.62, "largest by chance 0.620")));
    }
}
