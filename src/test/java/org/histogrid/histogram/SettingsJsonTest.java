package org.histogrid.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SettingsJsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<HistogramSettings> settings() {
        var usual = HistogramSettings.DEFAULT;
        return Stream.of(
                usual,
                usual.withBins(BinRule.Estimator.DOANE),
                usual.withBins(new BinRule.Count(100)),
                usual.withBins(new BinRule.Width(0.1)),
                usual.withBins(BinRule.Edges.of(-1, 0, 0.5, 1e-3 + 1)),
                usual.withRange(new BinRange.Between(-2.5, 7)),
                usual.withRange(new BinRange.Clip(0.5, 99.5)),
                usual.withDisplay(Display.MIRROR).withSmooth(true),
                usual.withLogY(true).withDisplay(Display.OUTLINE).withScale(Scale.RANK),
                usual.withMarkers(Set.of(MarkerKind.THRESHOLD, MarkerKind.MEAN)).withEdgeScope(EdgeScope.CLASS),
                usual.withEdgeScope(EdgeScope.COLUMN)
                        .withStat(Statistic.CUMULATIVE)
                        .withShares(AxisShare.COLUMN, AxisShare.GRID));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readsWhatItWrites(HistogramSettings settings) {
        var text = SettingsJson.write(settings).toString();
        assertThat(SettingsJson.read(MAPPER.readTree(text))).isEqualTo(settings);
    }

    @Test
    void takesWhatIsLeftOutFromTheUsualSettings() {
        assertThat(SettingsJson.read(null)).isEqualTo(HistogramSettings.DEFAULT);
        assertThat(SettingsJson.read(MAPPER.readTree("{\"bins\": 50, \"range\": null}")))
                .isEqualTo(HistogramSettings.DEFAULT.withBins(new BinRule.Count(50)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bins\": {\"edges\": [0, 2, 1]}} | Edges must rise: 1 does not come after 2.",
                "{\"bins\": 0} | Bins must be between 1 and 1,000, not 0.",
                "{\"bins\": {\"width\": -1}} | The width of a bin must be a finite number above 0, not -1.",
                "{\"range\": [5, 1]} | The low end of a range must be below its high end: 5 is not below 1.",
                "{\"range\": {\"clip\": [99, 1]}} | Percentiles must rise between 0 and 100: 99 and 1 do not.",
                "{\"stat\": \"mean\"} | stat is one of count, density, percent, cumulative, not mean.",
                "{\"logY\": \"yes\"} | logY is true or false, not \"yes\".",
                "{\"markers\": \"median\"} | Markers are a list, such as [\"median\", \"threshold\"].",
                "{\"markers\": [\"mode\"]} | markers is one of mean, median, threshold, not mode.",
                "{\"logY\": true, \"display\": \"stack\"} | Stacked heights do not add up on a logarithmic axis: choose a"
                        + " linear one, or overlay.",
                "{\"logY\": true, \"display\": \"mirror\"} | Heights below zero have no logarithm: choose a linear axis, or"
                        + " overlay.",
                "{\"edgeScope\": \"class\", \"display\": \"stack\"} | Classes with edges of their own do not stack: choose"
                        + " common edges, or overlay.",
                "[] | Settings are an object."
            })
    void saysWhatIsWrong(String json, String sentence) {
        assertThatThrownBy(() -> SettingsJson.read(MAPPER.readTree(json)))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }
}
