package org.histogrid.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.histogrid.base.BadInput;

/// Applies a labeling rule to the values of a column. Values are compared as text, numbers by value,
/// true and false in any case.
final class Classifier {

    static final byte LEFT_OUT = -1;
    static final int MOST_CLASSES = 50;

    /// As Python and Java write it.
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    private final LabelingRule rule;
    private final List<String> names;
    private final Map<String, Byte> classOfKey = new HashMap<>();

    Classifier(LabelingRule rule) {
        this.rule = rule;
        this.names = rule.threshold() == null ? byValues(rule) : byThreshold(rule);
    }

    private List<String> byThreshold(LabelingRule rule) {
        var above = rule.above();
        var below = rule.below();
        if (rule.values() != null) {
            throw new BadInput("Give either values or a threshold, not both.").forField("threshold");
        }
        if (rule.threshold() == null || !Double.isFinite(rule.threshold())) {
            throw new BadInput("The threshold must be a number.").forField("threshold");
        }
        if (above == null || below == null || above.isBlank() || below.isBlank() || above.equals(below)) {
            throw new BadInput("Name the class above and the class below the threshold, differently.")
                    .forField("above");
        }
        return List.of(above, below);
    }

    private List<String> byValues(LabelingRule rule) {
        var values = rule.values();
        if (values == null || values.isEmpty()) {
            throw new BadInput("Say which values of %s make which class.".formatted(rule.column())).forField("values");
        }
        if (values.size() > MOST_CLASSES) {
            throw new BadInput("A labeling has at most %d classes.".formatted(MOST_CLASSES)).forField("values");
        }
        var classNames = new ArrayList<String>();
        values.forEach((name, ofClass) -> {
            if (name.isBlank()) {
                throw new BadInput("Each class needs a name.").forField("values");
            }
            for (var value : ofClass) {
                var taken = classOfKey.put(key(value), (byte) classNames.size());
                if (taken != null && taken != classNames.size()) {
                    throw new BadInput("The value %s stands in two classes, %s and %s."
                                    .formatted(value, classNames.get(taken), name))
                            .forField("values");
                }
            }
            classNames.add(name);
        });
        return classNames;
    }

    List<String> names() {
        return names;
    }

    /// The class of a value, or -1 where the rule leaves it out; a missing value is left out.
    private byte classOf(String value, int row) {
        if (value.isBlank()) {
            return LEFT_OUT;
        }
        var threshold = rule.threshold();
        if (threshold == null) {
            return classOfKey.getOrDefault(key(value), LEFT_OUT);
        }
        var number = number(value).orElseThrow(() -> ScoreReader.notANumber(rule.column(), value, row, 1));
        return Double.isNaN(number) ? LEFT_OUT : (byte) (number >= threshold ? 0 : 1);
    }

    LabelCodes apply(List<String> column) {
        var codes = new byte[column.size()];
        var counts = new int[names.size()];
        for (var i = 0; i < codes.length; i++) {
            codes[i] = classOf(column.get(i), i + 1);
            if (codes[i] != LEFT_OUT) {
                counts[codes[i]]++;
            }
        }
        var classes = new ArrayList<LabelClass>();
        for (var i = 0; i < counts.length; i++) {
            classes.add(new LabelClass(names.get(i), counts[i]));
        }
        if (classes.stream().allMatch(one -> one.count() == 0)) {
            throw new BadInput("No sample falls into any class: column %s holds none of the values named."
                            .formatted(rule.column()))
                    .inColumn(rule.column())
                    .forField("values");
        }
        return new LabelCodes(codes, classes);
    }

    static String key(String value) {
        var plain = value.strip();
        var lower = plain.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return lower;
        }
        try {
            // By value: 1, 1.0 and 1e0 are one number. Exponents are bounded, as they would be written out.
            var number = new BigDecimal(plain);
            return Math.abs((long) number.scale()) > 400 ? plain : "#" + number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            return plain;
        }
    }

    /// What a table means by a number; NaN is one.
    static Optional<Double> number(String value) {
        var plain = value.strip();
        if (INFINITE.matcher(plain).matches()) {
            return Optional.of(plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        // Double.parseDouble takes 1.5f and hexadecimal floats, which no table means.
        var last = plain.charAt(plain.length() - 1);
        if (last == 'f' || last == 'd' || last == 'F' || last == 'D' || plain.contains("x") || plain.contains("X")) {
            return Optional.empty();
        }
        if (plain.equalsIgnoreCase("nan")) {
            return Optional.of(Double.NaN);
        }
        try {
            return Optional.of(Double.parseDouble(plain));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
