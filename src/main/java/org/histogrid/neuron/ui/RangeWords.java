package org.histogrid.neuron.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import org.histogrid.dataset.ValueRange;

/// Ranges of values as they are read.
final class RangeWords {

    /// Neighbouring edges of fine bins differ in later digits than three.
    private static final MathContext DIGITS = new MathContext(6);

    private RangeWords() {}

    /// "[−0.25, 0.5)", "NaN", "below −3"
    static String of(ValueRange values) {
        return switch (values) {
            case ValueRange.All _ -> "all values";
            case ValueRange.Special special ->
                switch (special) {
                    case NAN -> "NaN";
                    case POS_INF -> "+∞";
                    case NEG_INF -> "−∞";
                };
            case ValueRange.Between(double from, double to, boolean _)
            when Double.isInfinite(from) -> "below " + number(to);
            case ValueRange.Between(double from, double to, boolean _)
            when Double.isInfinite(to) -> "above " + number(from);
            case ValueRange.Between(double from, double to, boolean isClosed) ->
                "[%s, %s%s".formatted(number(from), number(to), isClosed ? "]" : ")");
        };
    }

    static String number(double value) {
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        var plain = rounded.toPlainString();
        var text = plain.length() > 12 ? rounded.toString() : plain;
        return text.replace('-', '−');
    }
}
