package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.component.ComponentUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.histotest.chart.Planes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlaneChartTest {

    private static final AxisSpec AXIS = new AxisSpec(0, 2, List.of(0.0, 1.0, 2.0), "score");

    @Test
    void sendsPointsAsColumns() {
        var json = read(PlaneJson.write(Planes.points()));
        assertThat(json.at("/points/x")).hasToString("[0.5,0.75,-0.5,0.125]");
        assertThat(json.at("/points/y")).hasToString("[3,2,3.5,0.5]");
        assertThat(json.at("/points/kindOf")).hasToString("[1,1,2,0]");
        assertThat(json.at("/points/kinds/0")).hasToString("{\"name\":\"weak\",\"colour\":\"--hg-class-8\"}");
        assertThat(json.at("/points/names/3").asString()).isEqualTo("neuron 13");
        assertThat(json.at("/xDigits").asInt()).isEqualTo(4);
        assertThat(json.at("/lines"))
                .hasToString("[{\"along\":\"x\",\"at\":0.0,\"label\":\"no effect\"},"
                        + "{\"along\":\"y\",\"at\":1.0,\"label\":\"cut 1\"}]");
        assertThat(json.has("cells")).isFalse();
    }

    @Test
    void sendsCellsRowByRow() {
        var json = read(PlaneJson.write(Planes.cells()));
        assertThat(json.at("/cells/x")).hasToString("[-1,-0.5,0,0.5,1]");
        assertThat(json.at("/cells/counts")).hasToString("[0,5,1,0,0,20000,7,0,0,0,0,0,3,0,0,1]");
        assertThat(json.at("/xDigits").asInt()).isEqualTo(1);
        assertThat(json.at("/yDigits").asInt()).isZero();
        assertThat(json.at("/lines")).hasToString("[{\"along\":\"diagonal\"}]");
        assertThat(json.has("points")).isFalse();
    }

    @Test
    void saysInWordsWhatIsDrawn() {
        assertThat(PlaneWords.of(Planes.points()))
                .isEqualTo("4 neurons: 1 weak, 2 positive, 1 negative. effect from \u22120.5000 to 0.7500."
                        + " strength from 0.5000 to 3.5000.");
        assertThat(PlaneWords.of(Planes.cells()))
                .isEqualTo("20,017 neurons in 6 of 16 cells, at most 20,000 in one:"
                        + " effect from \u22120.5 to 0.0; strength from 1 to 2.");
        var none = new PlaneSpec("", "neurons", AXIS, AXIS, new PlanePoints(new double[0], new double[0]), List.of());
        assertThat(PlaneWords.of(none)).isEqualTo("No neurons.");
    }

    @Test
    void staysSmallWithAsManyPointsAsItTakes() {
        assertThat(PlaneJson.write(Planes.manyPoints()).length()).isLessThan(120_000);
        assertThat(PlaneJson.write(Planes.manyCells()).length()).isLessThan(20_000);
    }

    @Test
    void keepsWhatTheBrowserSelectsAtTheExactEdges() {
        var third = 1 / 3.0;
        var cells = new PlaneCells(
                new double[] {-Math.PI, third, 2 * third}, new double[] {0, Math.sqrt(2), 2}, new long[] {1, 2, 3, 4});
        var chart = new PlaneChart(new PlaneSpec("", "neurons", AXIS, AXIS, cells, List.of()));
        var heard = new ArrayList<PlaneSelectionEvent>();
        chart.addSelectionListener(heard::add);
        ComponentUtil.fireEvent(chart, new PlaneSelectionEvent(chart, true, true, -3.1415927, 0.3333333, 0, 1.4142136));
        assertThat(heard.getFirst().selection()).contains(new PlaneSelection(-Math.PI, third, 0, Math.sqrt(2)));
        assertThat(chart.getElement().getPropertyRaw("selected"))
                .hasToString("[%s,%s,0.0,%s]".formatted(-Math.PI, third, Math.sqrt(2)));
        ComponentUtil.fireEvent(chart, new PlaneSelectionEvent(chart, true, false, 0, 0, 0, 0));
        assertThat(heard.getLast().selection()).isEmpty();
        assertThat(chart.getElement().getPropertyRaw("selected")).hasToString("[]");
    }

    @Test
    void holdsItsBorders() {
        var part = new PlaneSelection(-1, 1, 0, 2);
        assertThat(part.holds(-1, 2)).isTrue();
        assertThat(part.holds(1, 0)).isTrue();
        assertThat(part.holds(1.001, 1)).isFalse();
        assertThat(part.holds(0, -0.001)).isFalse();
        assertThat(part.holds(Double.NaN, 1)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PlaneSelection(1, 1, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlaneSelection(0, 1, Double.NaN, 2));
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        var two = new double[] {1, 2};
        var kinds = List.of(PointKind.NEUTRAL);
        Map.<String, Runnable>of(
                        "Point 1 of a plane is not finite",
                        () -> new PlanePoints(new double[] {1, Double.NaN}, two),
                        "A plane has 1 values across, 2 up, 1 kinds and 0 names",
                        () -> new PlanePoints(new double[1], two),
                        "A plane has 2 values across, 2 up, 2 kinds and 1 names",
                        () -> new PlanePoints(two, two, kinds, new int[2], List.of("one")),
                        "Point 1 is of no kind: 1",
                        () -> new PlanePoints(two, two, kinds, new int[] {0, 1}, List.of()),
                        "A plane shows at most 5000 points, got 5001",
                        () -> new PlanePoints(new double[5001], new double[5001]),
                        "The edges of a plane make 1 cells, got 2 counts",
                        () -> new PlaneCells(two, two, new long[2]),
                        "A cell of a plane has a negative count",
                        () -> new PlaneCells(two, two, new long[] {-1}),
                        "A line stands at a finite value, got NaN",
                        () -> new ReferenceLine.AtY(Double.NaN, ""),
                        "A colour is the name of a CSS variable, got red",
                        () -> new PointKind("positive", "red"))
                .forEach((message, action) -> assertThatIllegalArgumentException()
                        .isThrownBy(action::run)
                        .withMessage(message));
    }

    @Test
    void leavesRoomAroundTheValuesOfAnAxis() {
        var axis = AxisSpec.around(-1, 1, "effect");
        assertThat(axis.low()).isEqualTo(-1.06);
        assertThat(axis.high()).isEqualTo(1.06);
        assertThat(axis.tickLabels()).containsExactly("-1.0", "-0.5", "0.0", "0.5", "1.0");
        var flat = AxisSpec.around(0.5, 0.5, "");
        assertThat(flat.low()).isZero();
        assertThat(flat.high()).isEqualTo(1);
        assertThat(AxisSpec.fromZero(917, true, "").tickLabels())
                .containsExactly("0", "200", "400", "600", "800", "1000");
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
