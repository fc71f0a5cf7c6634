package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "blocks.12.hook_resid_post, resid_post, 12, TransformerLens, ''",
                "blocks.3.mlp.hook_post, mlp.hook_post, 3, TransformerLens, ''",
                "blocks.11.hook_mlp_out, mlp_out, 11, TransformerLens, ''",
                "model.layers.12, '', 12, module outputs, ''",
                "model.layers.0.mlp.down_proj, mlp.down_proj, 0, module outputs, ''",
                "transformer.h.5.attn, attn, 5, module outputs, ''",
                "hidden_states_16, '', 16, hidden_states, ''",
                "hidden_7, '', 7, hidden_states, ''",
                "layer_12, '', 12, '', ''",
                "layer-3, '', 3, '', ''",
                "layer_-1, '', -1, '', ''",
                "Layer12_acts, '', 12, '', ''",
                "answer_last_1_token_layer_32, '', 32, '', last",
                "query_average_layer_16, '', 16, '', mean",
                "llama_L7, '', 7, '', ''",
            })
    void namesOfTheFieldAreRead(String name, String site, int layer, String convention, String token) {
        var hook = HookName.of(name);

        assertThat(hook.layer()).hasValue(layer);
        assertThat(hook.site()).isEqualTo(site);
        assertThat(hook.convention()).isEqualTo(convention);
        assertThat(hook.token()).isEqualTo(token);
        assertThat(Integer.parseInt(name.substring(hook.start(), hook.end()))).isEqualTo(layer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama2_7B_tqa_layer_wise", "acts", "act_0012", "X", "player_3", "model7"})
    void namesWithoutALayerGiveNone(String name) {
        assertThat(HookName.of(name).layer()).isEmpty();
    }
}
