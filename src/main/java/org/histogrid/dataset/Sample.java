package org.histogrid.dataset;

import java.io.Serializable;
import java.util.Map;

/// One input of the run. `id` and `text` are empty where none was given.
public record Sample(int ordinal, String id, String text, Map<String, String> attributes) implements Serializable {

    public Sample {
        attributes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attributes));
    }
}
