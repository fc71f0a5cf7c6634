package org.histogrid.dataset.ui;

import java.util.LinkedHashSet;
import java.util.List;
import org.histogrid.dataset.LayerConvention;
import org.jspecify.annotations.Nullable;

/// How layers may be counted, for a person to choose.
final class Conventions {

    static final String NOT_SAID = "not said";

    private Conventions() {}

    static List<String> items(@Nullable String given) {
        var items = new LinkedHashSet<String>();
        items.add(NOT_SAID);
        items.addAll(LayerConvention.ALL);
        if (given != null && !given.isBlank()) {
            items.add(given);
        }
        return List.copyOf(items);
    }

    static String inWords(@Nullable String convention) {
        var words = LayerConvention.inWords(String.valueOf(convention));
        return words.isEmpty()
                ? "An index alone does not say what was read: entry 1 of the hidden states is the output of block 0."
                : words + ".";
    }
}
