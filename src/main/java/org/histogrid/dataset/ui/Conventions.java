package org.histogrid.dataset.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How layers may be counted, for a person to choose.
final class Conventions {

    static final String NOT_SAID = "not said";

    private static final String HIDDEN_STATES = "hidden_states";
    private static final String MODULES = "module outputs";
    private static final String HOOKS = "TransformerLens";

    private static final Map<String, String> EXPLAINED = Map.of(
            HIDDEN_STATES, "0 is the embeddings, 1 the output of the first block, the last comes after the final norm.",
            MODULES, "0 is the output of the first block; negative indices count from the last one.",
            HOOKS, "0 is the first block, as in blocks.0.hook_resid_post.");

    private Conventions() {}

    static List<String> items(@Nullable String given) {
        var items = new LinkedHashSet<>(List.of(NOT_SAID, HIDDEN_STATES, MODULES, HOOKS));
        if (given != null && !given.isBlank()) {
            items.add(given);
        }
        return List.copyOf(items);
    }

    static String inWords(@Nullable String convention) {
        return EXPLAINED.getOrDefault(
                String.valueOf(convention),
                "An index alone does not say what was read: entry 1 of the hidden states is the output of block 0.");
    }
}
