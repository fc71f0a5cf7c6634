package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookPointTest {

    @Test
    void itsWordsTellHowLayersAreCounted() {
        var point =
                new HookPoint(0, "resid_post", 32, LayerConvention.HIDDEN_STATES, "last", "F16", 4096, List.of(), 0, 0);

        assertThat(point.inWords()).isEqualTo("resid_post, layer 32 (hidden_states), token last");
        assertThat(LayerConvention.ALL)
                .allSatisfy(convention ->
                        assertThat(LayerConvention.inWords(convention)).isNotBlank());
    }
}
