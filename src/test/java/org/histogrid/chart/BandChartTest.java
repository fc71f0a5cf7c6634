package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histotest.chart.Planes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BandChartTest {

    private static final AxisSpec AXIS = new AxisSpec(0, 2, List.of(0.0, 1.0, 2.0), "score");

    @Test
    void sendsColumnsOverTheLayersThatHaveValues() {
        var chart = new BandChart(Planes.layers());
        var json = JsonMapper.shared().readTree(chart.getElement().getProperty("spec"));
        assertThat(json.at("/quantiles/layer")).hasToString("[0,1,3,4]");
        assertThat(json.at("/quantiles/low5")).hasToString("[0,0.5,1.5,2]");
        assertThat(json.at("/quantiles/median")).hasToString("[1,1.5,2.5,3]");
        assertThat(json.at("/quantiles/high95")).hasToString("[1.5,2,3,3.5]");
        assertThat(json.at("/extremes/2")).hasToString("{\"layer\":3,\"value\":3.25,\"name\":\"neuron 3\"}");
        assertThat(json.at("/labels")).hasToString("[\"0\",\"1\",\"2\",\"3\",\"4\"]");
        assertThat(json.at("/xAxis/low").asDouble()).isEqualTo(-0.5);
        assertThat(json.at("/xAxis/high").asDouble()).isEqualTo(4.5);
    }

    @Test
    void saysInWordsWhatIsDrawn() {
        assertThat(BandWords.of(Planes.layers()))
                .isEqualTo("5 layers, 4 with values. Median from 1.0000 (Layer 0) to 3.0000 (Layer 4)."
                        + " Extremes from 1.7500 (Layer 0, neuron 0) to 3.7500 (Layer 4, neuron 4).");
        assertThat(BandWords.of(layers(2))).isEqualTo("2 layers, 0 with values.");
    }

    @Test
    void labelsAFewOfManyLayers() {
        assertThat(labels(9)).isEqualTo("[\"L0\",\"L2\",\"L4\",\"L6\",\"L8\"]");
        assertThat(labels(8)).isEqualTo("[\"L0\",\"L1\",\"L2\",\"L3\",\"L4\",\"L5\",\"L6\",\"L7\"]");
        assertThat(labels(32)).isEqualTo("[\"L0\",\"L10\",\"L20\",\"L30\"]");
        assertThat(labels(1)).isEqualTo("[\"L0\"]");
    }

    @Test
    void refusesQuantilesThatFall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantiles(0, 1, 0.5, 2, 3))
                .withMessage("Quantile 2 is not finite or below the one before it: 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantiles(0, 1, 2, 3, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Extreme(Double.NaN, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> layers(0));
        assertThat(new Quantiles(1, 1, 1, 1, 1).median()).isEqualTo(1);
    }

    private static String labels(int howMany) {
        return JsonMapper.shared()
                .readTree(BandJson.write(layers(howMany)))
                .at("/xAxis/labels")
                .toString();
    }

    private static BandSpec layers(int howMany) {
        var layers = IntStream.range(0, howMany)
                .mapToObj(layer -> new BandLayer("L" + layer, Optional.empty(), List.of()))
                .toList();
        return new BandSpec("", "Layer", AXIS, layers, List.of());
    }
}
