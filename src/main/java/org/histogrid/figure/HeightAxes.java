package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.stats.Statistic;
import org.histogrid.stats.Ticks;

/// The height axis of a panel with its ticks.
final class HeightAxes {

    private static final int LOGARITHMIC_TICKS = 4;
    private static final double LARGEST_PLAIN = 1e6;

    private HeightAxes() {}

    static AxisSpec of(Axis y, HistogramSettings settings) {
        return settings.logY() ? logarithmic(y) : linear(y, settings.stat());
    }

    private static AxisSpec logarithmic(Axis y) {
        var ticks = Ticks.logarithmic(y.low(), y.high(), LOGARITHMIC_TICKS);
        var labels = ticks.stream()
                .map(tick -> isPlain(tick) ? Numbers.integer(tick.longValue()) : Numbers.significant(tick))
                .toList();
        return new AxisSpec(y.low(), y.high(), ticks, labels, "", true);
    }

    private static boolean isPlain(double tick) {
        return tick == Math.rint(tick) && tick < LARGEST_PLAIN;
    }

    /// Classes that hang down are as high as others: their labels have no sign.
    private static AxisSpec linear(Axis y, Statistic stat) {
        var upwards = Ticks.fromZero(y.high(), stat == Statistic.COUNT);
        var plain = stat == Statistic.COUNT
                ? upwards.ticks().stream()
                        .map(tick -> Numbers.integer(tick.longValue()))
                        .toList()
                : new AxisSpec(0, upwards.high(), upwards.ticks(), "").tickLabels();
        if (!(y.low() < 0)) {
            return new AxisSpec(0, upwards.high(), upwards.ticks(), plain, "", false);
        }
        var ticks = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        for (var i = plain.size() - 1; i > 0; i--) {
            ticks.add(-upwards.ticks().get(i));
            labels.add(plain.get(i));
        }
        ticks.addAll(upwards.ticks());
        labels.addAll(plain);
        return new AxisSpec(-upwards.high(), upwards.high(), List.copyOf(ticks), List.copyOf(labels), "", false);
    }
}
