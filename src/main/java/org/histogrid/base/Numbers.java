package org.histogrid.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as the screens show them, the same in every locale.
public final class Numbers {

    /// Narrow and not breaking: between groups of three digits, and between a number and its unit.
    public static final char THIN_SPACE = '\u202f';

    private static final char MINUS = '\u2212';
    private static final int SIGNIFICANT = 3;
    private static final double MOST_PLAIN = 1e6;
    private static final double LEAST_PLAIN = 1e-3;

    private Numbers() {}

    /// 12 345, groups of three from four digits on.
    public static String integer(long number) {
        return signed(String.format(Locale.ROOT, "%,d", number).replace(',', THIN_SPACE));
    }

    /// "1 sample", "2 000 samples".
    public static String count(long number, String singular) {
        return count(number, singular, singular + "s");
    }

    public static String count(long number, String singular, String plural) {
        return integer(number) + " " + (number == 1 ? singular : plural);
    }

    /// Decimal units, as file managers show them: 812 bytes, 81.9 MB, 20 GB.
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte");
        }
        var units = new String[] {"kB", "MB", "GB", "TB", "PB"};
        var amount = bytes / 1000.0;
        var unit = 0;
        while (amount >= 999.5 && unit < units.length - 1) {
            amount /= 1000;
            unit++;
        }
        return significant(amount) + THIN_SPACE + units[unit];
    }

    /// A share from 0 to 1 in whole percent. What is neither nothing nor all never reads so.
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "";
        }
        if (share > 0 && share < 0.01) {
            return "<1" + THIN_SPACE + "%";
        }
        if (share > 0.99 && share < 1) {
            return ">99" + THIN_SPACE + "%";
        }
        return Math.round(share * 100) + "" + THIN_SPACE + "%";
    }

    /// Three significant digits without trailing zeros; very large and very small numbers as powers of ten.
    public static String significant(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "\u221e" : MINUS + "\u221e";
        }
        if (number == 0) {
            return "0";
        }
        var rounded = new BigDecimal(number).round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP));
        var size = rounded.abs().doubleValue();
        if (size >= MOST_PLAIN || size < LEAST_PLAIN) {
            var power = rounded.precision() - rounded.scale() - 1;
            var mantissa = rounded.movePointLeft(power).stripTrailingZeros().toPlainString();
            return signed(mantissa) + "e" + signed(Integer.toString(power));
        }
        var plain = rounded.stripTrailingZeros();
        return plain.scale() <= 0 ? integer(plain.longValueExact()) : signed(plain.toPlainString());
    }

    private static String signed(String text) {
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }
}
