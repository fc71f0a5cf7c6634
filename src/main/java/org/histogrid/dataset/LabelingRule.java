package org.histogrid.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static LabelingRule ofValues(String column, Map<String, List<String>> values) {
        return new LabelingRule(column, values, null, null, null);
    }

    static LabelingRule ofThreshold(String column, double threshold, String above, String below) {
        return new LabelingRule(column, null, threshold, above, below);
    }
}
