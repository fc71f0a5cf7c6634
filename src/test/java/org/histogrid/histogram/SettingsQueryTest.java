package org.histogrid.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.histogrid.base.BadInput;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsQueryTest {

    private static final HistogramSettings USUAL = HistogramSettings.DEFAULT;

    @ParameterizedTest
    @MethodSource("org.histogrid.histogram.SettingsJsonTest#settings")
    void readsWhatItWritesWhateverIsUsual(HistogramSettings settings) {
        assertThat(SettingsQuery.read(SettingsQuery.write(settings, USUAL), USUAL))
                .isEqualTo(settings);
        var other = USUAL.withBins(new BinRule.Count(7))
                .withRange(new BinRange.Clip(1, 99))
                .withMarkers(java.util.Set.of(MarkerKind.MEDIAN))
                .withSmooth(true);
        assertThat(SettingsQuery.read(SettingsQuery.write(settings, other), other))
                .isEqualTo(settings);
    }

    @Test
    void usualSettingsNeedNoParameters() {
        assertThat(SettingsQuery.write(USUAL, USUAL)).isEmpty();
    }

    @Test
    void parametersOfOthersAreLeftAlone() {
        assertThat(SettingsQuery.read(Map.of("continue", "1"), USUAL)).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width | half | half is no number for width.",
                "range | 3 | range takes two numbers, such as -1,1.",
                "edges | 0,,1 | A number is missing for edges.",
                "edges | 0,2,1 | Edges must rise: 1 does not come after 2.",
                "smooth | maybe | smooth is true or false, not maybe.",
                "markers | mean,mode | markers is one of mean, median, threshold, not mode."
            })
    void saysWhichParameterIsWrong(String name, String text, String sentence) {
        assertThatThrownBy(() -> SettingsQuery.read(Map.of(name, text), USUAL))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesTwoWaysToSayTheSame() {
        assertThatThrownBy(() -> SettingsQuery.read(Map.of("range", "0,1", "clip", "1,99"), USUAL))
                .isInstanceOf(BadInput.class)
                .hasMessage("Give one of range, clip, not range and clip together.");
    }
}
