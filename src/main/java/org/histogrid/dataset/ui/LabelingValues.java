package org.histogrid.dataset.ui;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Classes to begin with, for a person to change.
final class LabelingValues {

    private static final Set<String> TRUE = Set.of("1", "1.0", "true");
    private static final Set<String> FALSE = Set.of("0", "0.0", "false");
    private static final int MOST_CLASSES = 8;

    private LabelingValues() {}

    /// Whether a threshold can be meant: more than one value, and most of them numbers, so that the few that are none
    /// get named rather than the slider missing without a word.
    static boolean areScores(List<String> values) {
        return values.size() > 1
                && values.stream().filter(LabelingValues::isNumber).count() * 2 > values.size();
    }

    private static boolean isNumber(String value) {
        try {
            return value.strip().equalsIgnoreCase("nan")
                    || Double.isFinite(new BigDecimal(value.strip()).doubleValue());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static Map<String, List<String>> usual(List<String> values) {
        var classes = new LinkedHashMap<String, List<String>>();
        var lower = values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!lower.isEmpty() && lower.stream().allMatch(value -> TRUE.contains(value) || FALSE.contains(value))) {
            classes.put("true answer", List.of("1", "true"));
            classes.put("false answer", List.of("0", "false"));
        } else if (values.size() <= MOST_CLASSES) {
            values.forEach(value -> classes.put(value, List.of(value)));
        }
        return classes;
    }
}
