package org.histogrid.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Ticks as text: the values themselves, all of an axis with the same number of decimals.
final class TickLabels {

    /// More decimals than this take more room than a label has; then a power of ten is written.
    private static final int MOST_DECIMALS = 5;

    /// Sizes from here on are written as a power of ten.
    private static final double LARGE = 1e7;

    private TickLabels() {}

    static List<String> of(List<Double> ticks) {
        var decimals = ticks.stream().mapToInt(TickLabels::decimals).max().orElse(0);
        var plain = decimals <= MOST_DECIMALS && ticks.stream().allMatch(tick -> Math.abs(tick) < LARGE);
        return ticks.stream()
                .map(tick -> plain ? plain(tick, decimals) : scientific(tick))
                .toList();
    }

    private static int decimals(double tick) {
        return Math.max(0, BigDecimal.valueOf(tick).stripTrailingZeros().scale());
    }

    private static String plain(double tick, int decimals) {
        return BigDecimal.valueOf(tick)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /// Like `2.5e-7`.
    private static String scientific(double tick) {
        if (tick == 0) {
            return "0";
        }
        var number = BigDecimal.valueOf(tick).stripTrailingZeros();
        var exponent = number.precision() - number.scale() - 1;
        return number.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
