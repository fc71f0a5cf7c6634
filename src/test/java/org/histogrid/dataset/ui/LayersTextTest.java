package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTextTest {

    private static List<Integer> layers(int... layers) {
        return IntStream.of(layers).boxed().toList();
    }

    @Test
    void runsAreWrittenAsRanges() {
        assertThat(LayersText.of(layers(0, 1, 2, 3))).isEqualTo("0-3");
        assertThat(LayersText.of(layers(0, 1, 8, 16, 17, 18))).isEqualTo("0, 1, 8, 16-18");
        assertThat(LayersText.of(layers(-3, -2, -1))).isEqualTo("-3, -2, -1");
        assertThat(LayersText.of(List.of())).isEmpty();
    }

    @Test
    void textsReadBack() {
        for (var layers : List.of(layers(0, 1, 2, 3), layers(5), layers(0, 1, 8, 16, 17, 18), layers(-3, -2, -1))) {
            assertThat(LayersText.parse(LayersText.of(layers))).contains(layers);
        }
        assertThat(LayersText.parse("0 – 2; 7 9")).contains(layers(0, 1, 2, 7, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-1", "0-99999", "1,,2", "9999999999", "1.5"})
    void othersAreNone(String text) {
        assertThat(LayersText.parse(text)).isEmpty();
    }
}
