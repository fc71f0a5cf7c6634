package org.histogrid.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How many decimals values are read with, and the values written so.
final class ReadDigits {

    /// Values are told apart by the ten-thousandth part of their axis, which no screen draws apart.
    private static final double READ_SHARE = 1e-4;

    private static final int MOST = 12;

    private ReadDigits() {}

    static int of(AxisSpec axis) {
        return Math.clamp((long) Math.ceil(-Math.log10(READ_SHARE * axis.drawnSpan())), 0, MOST);
    }

    /// A number as it is read out: a hyphen is not always read as minus.
    static String spoken(double value, int digits) {
        var rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.toPlainString().replace('-', '\u2212');
    }
}
