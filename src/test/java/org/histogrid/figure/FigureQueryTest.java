package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureQueryTest {

    @Test
    void readsWhatItWrites() {
        var options = FigureOptions.of(FigurePreset.SLIDE)
                .withPalette(FigurePalette.GREY)
                .withFont(FigureFont.SERIF, 11.5)
                .withDpi(600)
                .showing(false, true, true, true)
                .hiding(Set.of("a", "b & c"));
        assertThat(FigureQuery.read(FigureQuery.write(options))).isEqualTo(options);
        assertThat(FigureQuery.read(FigureQuery.write(FigureOptions.DEFAULT))).isEqualTo(FigureOptions.DEFAULT);
    }

    @Test
    void whatIsLeftOutIsUsual() {
        assertThat(FigureQuery.read(Map.of("stat", List.of("density")))).isEqualTo(FigureOptions.DEFAULT);
        assertThat(FigureQuery.read(Map.of("preset", List.of("one_column"), "dpi", List.of("72"))))
                .isEqualTo(FigureOptions.of(FigurePreset.ONE_COLUMN).withDpi(72));
    }

    @Test
    void newWidthIsAsHighAsPanelsNeed() {
        var wide = FigureQuery.read(Map.of("preset", List.of("slide"), "width", List.of("10")));
        assertThat(wide.size()).isEqualTo(FigureSize.wide(10, FigureSize.Unit.CM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width | wide | wide is no number for width.",
                "palette | rainbow | palette is one of figure, safe, grey, not rainbow.",
                "legend | yes | legend is true or false, not yes.",
                "dpi | 72.5 | 72.5 is no whole number for dpi.",
                "unit | inch | A unit needs a width."
            })
    void saysWhichParameterIsWrong(String name, String text, String sentence) {
        assertThatThrownBy(() -> FigureQuery.read(Map.of(name, List.of(text))))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }
}
