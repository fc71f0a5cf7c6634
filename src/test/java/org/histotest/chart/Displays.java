package org.histotest.chart;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.Curve;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;

/// The same two classes in every way a chart shows them: bells whose heights are known by formula.
public final class Displays {

    private static final int BINS = 40;
    private static final double[] EDGES =
            IntStream.rangeClosed(0, BINS).mapToDouble(edge -> -4 + edge * 0.2).toArray();
    private static final AxisSpec X =
            new AxisSpec(-4, 4, List.of(-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0), "2021-th neuron act.");
    private static final AxisSpec Y = new AxisSpec(0, 150, List.of(0.0, 50.0, 100.0, 150.0), "# Samples");

    private static final AxisSpec HIGHER = new AxisSpec(0, 200, List.of(0.0, 50.0, 100.0, 150.0, 200.0), "# Samples");

    private Displays() {}

    /// All of them by name.
    public static Map<String, StepChartSpec> all() {
        var all = new LinkedHashMap<String, StepChartSpec>();
        all.put("curves", curves());
        all.put("outline", chart(Y, answers().outlined(), errors().outlined()));
        all.put(
                "stack",
                chart(
                        HIGHER,
                        answers().on(new double[BINS]),
                        errors().on(answers().heights())));
        all.put("mirror", mirror());
        all.put("log", logarithmic());
        all.put("own-edges", ownEdges());
        return all;
    }

    /// The height of the true answers' curve.
    public static double bell(double x) {
        return 120 * Math.exp(-(x - 0.4) * (x - 0.4) / 2);
    }

    /// Curves, and hairlines that stand close together and at the ends of the axis.
    public static StepChartSpec curves() {
        var answers = answers().withCurve(curve());
        var errors = errors();
        return new StepChartSpec(
                EDGES,
                List.of(answers, errors),
                X,
                Y,
                "Neuron 2021",
                "",
                List.of(
                        Marker.of(answers, 0.41, "mean 0.41"),
                        Marker.of(answers, 0.38, "median 0.38"),
                        Marker.of(errors, -0.8, "mean -0.80"),
                        Marker.of(errors, -0.75, "median -0.75"),
                        new Marker(-0.2, "threshold -0.20"),
                        new Marker(3.95, "far right 3.95"),
                        new Marker(-4, "far left -4.00")));
    }

    private static StepChartSpec mirror() {
        var down = Arrays.stream(errors().heights()).map(height -> -height).toArray();
        return chart(
                new AxisSpec(
                        -100,
                        150,
                        List.of(-100.0, -50.0, 0.0, 50.0, 100.0, 150.0),
                        List.of("100", "50", "0", "50", "100", "150"),
                        "# Samples",
                        false),
                answers(),
                new StepSeries(errors().name(), errors().colour(), down, errors().counts()));
    }

    private static StepChartSpec logarithmic() {
        var y = new AxisSpec(0.5, 300, List.of(1.0, 10.0, 100.0), List.of("1", "10", "100"), "# Samples", true);
        return chart(y, answers().withCurve(curve()), errors());
    }

    private static StepChartSpec ownEdges() {
        var own = new StepSeries(
                        "false answer", "--hg-class-2", new double[] {0.1, 0.5, 0.3, 0.05}, new long[] {10, 25, 30, 5})
                .withEdges(new double[] {-2.5, -1.5, -1, 0, 1});
        var density =
                Arrays.stream(answers().heights()).map(height -> height / 320).toArray();
        return new StepChartSpec(
                EDGES,
                List.of(
                        new StepSeries(
                                "true answer",
                                "--hg-class-1",
                                density,
                                answers().counts()),
                        own),
                X,
                new AxisSpec(0, 0.6, List.of(0.0, 0.2, 0.4, 0.6), ""),
                "Neuron 2021",
                "density",
                List.of());
    }

    private static StepChartSpec chart(AxisSpec y, StepSeries... series) {
        return new StepChartSpec(EDGES, List.of(series), X, y, "Neuron 2021");
    }

    private static StepSeries answers() {
        return StepSeries.ofCounts("true answer", "--hg-class-1", counts(0.4, 120));
    }

    private static StepSeries errors() {
        return StepSeries.ofCounts("false answer", "--hg-class-2", counts(-0.8, 60));
    }

    private static long[] counts(double centre, double height) {
        return IntStream.range(0, BINS)
                .mapToLong(bin -> Math.round(height * Math.exp(-Math.pow(EDGES[bin] + 0.1 - centre, 2) / 2) - 0.4))
                .toArray();
    }

    private static Curve curve() {
        var x = IntStream.rangeClosed(0, 100).mapToDouble(at -> -4 + at * 0.08).toArray();
        return new Curve(x, Arrays.stream(x).map(Displays::bell).toArray());
    }
}
