package org.histogrid.dataset;

import java.util.List;
import java.util.Map;

/// How the layers of a hook point are counted. An index alone does not say what was read: entry 1 of the hidden
/// states is the output of module 0.
public final class LayerConvention {

    /// The `hidden_states` of Hugging Face: 0 is the embeddings, the last one comes after the final norm.
    public static final String HIDDEN_STATES = "hidden_states";

    /// Outputs of the modules `model.layers.0`, `model.layers.1` and so on.
    public static final String MODULES = "module outputs";

    /// Hooks of TransformerLens, `blocks.0`, `blocks.1` and so on.
    public static final String HOOKS = "TransformerLens";

    public static final List<String> ALL = List.of(HIDDEN_STATES, MODULES, HOOKS);

    private static final Map<String, String> EXPLAINED = Map.of(
            HIDDEN_STATES,
                    "0 is the embeddings, 1 the output of the first block, the last one comes after the final norm",
            MODULES, "0 is the output of the first block; negative indices count from the last one",
            HOOKS, "0 is the first block, as in blocks.0.hook_resid_post");

    private LayerConvention() {}

    /// One sentence without its full stop; empty for a convention that is not one of these.
    public static String inWords(String convention) {
        return EXPLAINED.getOrDefault(convention, "");
    }
}
