package org.histotest.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;

/// Made-up neurons, much like those of the published figure: two overlapping humps, 12,400 true and 5,600 false
/// answers.
public final class Samples {

    /// Bins of a panel.
    public static final int BINS = 100;

    private static final int TRUE_ANSWERS = 12_400;
    private static final int FALSE_ANSWERS = 5_600;

    private Samples() {}

    /// Twelve neurons of three models, or more of them, always the same.
    public static List<StepChartSpec> panels(int howMany) {
        var panels = new ArrayList<StepChartSpec>();
        for (var index = 0; index < howMany; index++) {
            panels.add(panel(index));
        }
        return panels;
    }

    /// Four bins of a quarter with counts that can be read off by hand.
    public static StepChartSpec byHand() {
        return new StepChartSpec(
                new double[] {-3.25, -3, -2.75, -2.5, -2.25},
                List.of(
                        StepSeries.ofCounts("true answer", "--hg-class-1", new long[] {3, 12_345, 7, 1}),
                        StepSeries.ofCounts("false answer", "--hg-class-2", new long[] {0, 400, 9000, 2})),
                new AxisSpec(-3.25, -2.25, List.of(-3.2, -3.0, -2.8, -2.6, -2.4), "7-th neuron act."),
                new AxisSpec(0, 15_000, List.of(0.0, 5_000.0, 10_000.0, 15_000.0), "# Samples"),
                "Neuron 7: 12,356 true answers, 9,402 false answers");
    }

    private static StepChartSpec panel(int index) {
        var random = new Random(index);
        var centre = random.nextDouble(-6, 6);
        var spread = random.nextDouble(0.6, 3);
        var twoHumps = index % 12 == 2;
        var positive = values(random, TRUE_ANSWERS, centre, spread, twoHumps);
        var negative =
                values(random, FALSE_ANSWERS, centre + random.nextDouble(-1.2, 1.2) * spread, spread * 1.1, twoHumps);
        var low = Math.min(min(positive), min(negative));
        var high = Math.max(max(positive), max(negative));
        var edges = new double[BINS + 1];
        for (var edge = 0; edge <= BINS; edge++) {
            edges[edge] = low + (high - low) * edge / BINS;
        }
        var trueCounts = counts(positive, low, high);
        var falseCounts = counts(negative, low, high);
        var highest = Math.max(
                Arrays.stream(trueCounts).max().orElseThrow(),
                Arrays.stream(falseCounts).max().orElseThrow());
        var top = (long) (Math.ceil(highest / 200.0) * 200);
        return new StepChartSpec(
                edges,
                List.of(
                        StepSeries.ofCounts("true answer", "--hg-class-1", trueCounts),
                        StepSeries.ofCounts("false answer", "--hg-class-2", falseCounts)),
                new AxisSpec(low, high, ticks(low, high), (index * 37 + 11) + "-th neuron act."),
                new AxisSpec(0, top, ticks(0, top), index % 4 == 0 ? "# Samples" : ""),
                "Neuron " + (index * 37 + 11) + ": 12,400 true answers, 5,600 false answers");
    }

    private static double[] values(Random random, int howMany, double centre, double spread, boolean twoHumps) {
        return random.doubles(howMany)
                .map(share -> twoHumps && share > 0.93
                        ? centre + 12 * spread + random.nextGaussian() * spread * 2
                        : centre + random.nextGaussian() * spread)
                .toArray();
    }

    private static long[] counts(double[] values, double low, double high) {
        var counts = new long[BINS];
        for (var value : values) {
            counts[Math.min(BINS - 1, (int) ((value - low) / (high - low) * BINS))]++;
        }
        return counts;
    }

    private static List<Double> ticks(double low, double high) {
        var step = 1.0;
        while ((high - low) / step > 6) {
            step = String.valueOf(step).startsWith("2") ? step * 2.5 : step * 2;
        }
        var ticks = new ArrayList<Double>();
        for (var tick = Math.ceil(low / step); tick <= high / step; tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
