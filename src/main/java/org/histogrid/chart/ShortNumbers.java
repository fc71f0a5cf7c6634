package org.histogrid.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;

/// Writes numbers with as many digits as they are drawn or read with, and no more.
final class ShortNumbers {

    /// Heights that are no counts are read, not calculated with.
    private static final MathContext READ = new MathContext(5, RoundingMode.HALF_EVEN);

    /// Whole doubles below this are exact, and so are longs made of them.
    private static final double EXACT = 1e15;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private ShortNumbers() {}

    /// @param finest the difference below which two numbers may be written the same
    static void write(JsonGenerator json, String name, double[] values, double finest) {
        var scale = (int) Math.ceil(-Math.log10(finest));
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeNumber(text(value, scale));
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, String name, long[] values) {
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, String name, int[] values) {
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    /// Sizes without their sign, to five digits.
    static void writeRead(JsonGenerator json, String name, double[] values) {
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeNumber(shortest(new BigDecimal(Math.abs(value)).round(READ)));
        }
        json.writeEndArray();
    }

    /// A grid has thousands of numbers, most of them counts: what fits a long is written from one, which takes a
    /// twentieth of the time of a decimal.
    private static String text(double value, int scale) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        if (scale <= 0 || scale >= POWERS.length || Math.abs(value) * POWERS[scale] >= EXACT) {
            return shortest(BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN));
        }
        var scaled = (long) Math.rint(value * POWERS[scale]);
        if (scaled == 0) {
            return "0";
        }
        while (scaled % 10 == 0 && scale > 0) {
            scaled /= 10;
            scale--;
        }
        var digits = Long.toString(Math.abs(scaled));
        var missing = scale + 1 - digits.length();
        var padded = missing > 0 ? "0".repeat(missing) + digits : digits;
        var point = padded.length() - scale;
        var whole = padded.substring(0, point);
        return (scaled < 0 ? "-" : "") + (scale == 0 ? whole : whole + "." + padded.substring(point));
    }

    private static String shortest(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        var plain = stripped.toPlainString();
        var scientific = stripped.toString();
        return plain.length() <= scientific.length() ? plain : scientific;
    }
}
