package org.histogrid.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What puts samples into classes: the values of a column for each class, or a score and a threshold.
/// Classes stand in the order of `values`; with a threshold, `above` (values >= threshold) comes first.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LabelingRule(
        String column,
        @Nullable Map<String, List<String>> values,
        @Nullable Double threshold,
        @Nullable String above,
        @Nullable String below)
        implements Serializable {

    public LabelingRule {
        values = values == null ? null : new LinkedHashMap<>(values);
    }

    /// The same rule with another threshold, where there is one.
    public LabelingRule at(Optional<Double> cut) {
        return cut.map(known -> new LabelingRule(column, values, known, above, below))
                .orElse(this);
    }

    /// "rouge >= 0.3" or "correct"
    public String inWords() {
        return threshold == null
                ? column
                : "%s >= %s".formatted(column, BigDecimal.valueOf(threshold).toPlainString());
    }

    /// With other names for the classes, which stand in `from` and `to` in the same order. The map of values
    /// comes back in that order too: the database keeps none.
    LabelingRule withClassNames(List<String> from, List<String> to) {
        var renamed = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < from.size() && values != null; i++) {
            var ofClass = values.get(from.get(i));
            if (ofClass != null) {
                renamed.put(to.get(i), ofClass);
            }
        }
        return new LabelingRule(
                column, values == null ? null : renamed, threshold, name(above, from, to), name(below, from, to));
    }

    private static @Nullable String name(@Nullable String old, List<String> from, List<String> to) {
        var position = old == null ? -1 : from.indexOf(old);
        return position < 0 ? old : to.get(position);
    }

    static LabelingRule ofValues(String column, Map<String, List<String>> values) {
        return new LabelingRule(column, values, null, null, null);
    }

    static LabelingRule ofThreshold(String column, double threshold, String above, String below) {
        return new LabelingRule(column, null, threshold, above, below);
    }
}
