package org.histogrid.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Ticks at one, two or five times a power of ten.
final class RoundTicks {

    /// How far beyond an end, in steps, a tick may stand and still count as on it: the error of dividing by a step.
    static final double SLACK = 1e-9;

    /// Four to six ticks are wanted; a span of five steps holds five or six of them.
    private static final int STEPS = 5;

    /// A double has 17 significant digits; more decimals than this say nothing about a tick.
    private static final int MOST_DECIMALS = 12;

    private RoundTicks() {}

    static double step(double low, double high) {
        var raw = (high - low) / STEPS;
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        var best = power;
        // Of the round steps, the one that comes nearest to the wanted number of ticks
        for (var multiple : new double[] {2, 5, 10}) {
            if (Math.abs(Math.log(multiple * power / raw)) < Math.abs(Math.log(best / raw))) {
                best = multiple * power;
            }
        }
        return best;
    }

    static List<Double> within(double low, double high) {
        return multiples(low, high, step(low, high));
    }

    static List<Double> multiples(double low, double high, double step) {
        var exact = new BigDecimal(Double.toString(step));
        var first = (long) Math.ceil(low / step - SLACK);
        var last = (long) Math.floor(high / step + SLACK);
        var ticks = new ArrayList<Double>();
        for (var index = first; index <= last; index++) {
            ticks.add(exact.multiply(BigDecimal.valueOf(index)).doubleValue());
        }
        return ticks;
    }

    static List<String> labels(List<Double> ticks) {
        var decimals = ticks.stream().mapToInt(RoundTicks::decimals).max().orElse(0);
        return ticks.stream().map(tick -> label(tick, decimals)).toList();
    }

    private static int decimals(double tick) {
        var exact = BigDecimal.valueOf(tick).stripTrailingZeros();
        return Math.clamp(exact.scale(), 0, MOST_DECIMALS);
    }

    private static String label(double tick, int decimals) {
        var size = Math.abs(tick);
        if (size >= 1e7 || (decimals > 5 && size > 0)) {
            return new BigDecimal(Double.toString(tick))
                    .stripTrailingZeros()
                    .toString()
                    .replace("E+", "e")
                    .replace('E', 'e');
        }
        return BigDecimal.valueOf(tick)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
