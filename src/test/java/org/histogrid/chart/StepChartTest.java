package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.component.ComponentUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepChartTest {

    private static final AxisSpec AXIS = new AxisSpec(0, 2, List.of(0.0, 1.0, 2.0), "");

    @Test
    void sendsOneProperty() {
        var chart = new StepChart(spec(1, 2));
        assertThat(chart.getElement().getProperty("spec")).isEqualTo(SpecJson.write(spec(1, 2)));
        chart.show(spec(2, 1));
        assertThat(chart.getElement().getProperty("spec")).isEqualTo(SpecJson.write(spec(2, 1)));
    }

    @Test
    void hidesByNameWithoutTouchingTheNumbers() {
        var chart = new StepChart(spec(1, 2));
        var before = chart.getElement().getProperty("spec");
        chart.hide(Set.of("a"));
        assertThat(chart.getElement().getPropertyRaw("hiddenSeries")).hasToString("[\"a\"]");
        assertThat(chart.getElement().getProperty("spec")).isSameAs(before);
    }

    @Test
    void bringsDownWhatStoodOnAHiddenClass() {
        var x = new double[] {0, 1, 2};
        var below = StepSeries.ofCounts("below", "--hg-class-1", new long[] {1, 2})
                .on(new double[] {0, 0})
                .withCurve(new Curve(x, new double[] {1, 2, 1}));
        var middle = StepSeries.ofCounts("middle", "--hg-class-2", new long[] {10, 20})
                .on(new double[] {1, 2})
                .withCurve(new Curve(x, new double[] {11, 22, 11}));
        var above = StepSeries.ofCounts("above", "--hg-class-3", new long[] {100, 200})
                .on(new double[] {11, 22})
                .withCurve(new Curve(x, new double[] {111, 222, 111}));
        var spec = new StepChartSpec(
                x,
                List.of(below, middle, above),
                AXIS,
                AXIS,
                "",
                "",
                List.of(Marker.of(middle, 1, "mean 1"), new Marker(1, "cut 1")));
        var left = spec.without(Set.of("middle"));
        assertThat(left.series())
                .containsExactly(below, above.on(new double[] {1, 2}).withCurve(new Curve(x, new double[] {101, 202, 101
                })));
        assertThat(left.markers()).containsExactly(new Marker(1, "cut 1"));
        assertThat(spec.without(Set.of("below", "middle")).series())
                .containsExactly(above.on(new double[] {0, 0}).withCurve(new Curve(x, new double[] {100, 200, 100})));
        assertThat(spec.without(Set.of("unknown"))).isEqualTo(spec);

        var chart = new StepChart(spec);
        chart.hide(Set.of("middle"));
        assertThat(chart.getElement().getProperty("spec")).isEqualTo(SpecJson.write(left));
        chart.show(spec);
        assertThat(chart.getElement().getProperty("spec")).isEqualTo(SpecJson.write(left));
        chart.hide(Set.of());
        assertThat(chart.getElement().getProperty("spec")).isEqualTo(SpecJson.write(spec));
    }

    @Test
    void showsASelectionUntilItIsCleared() {
        var chart = new StepChart(spec(1, 2));
        chart.select(0.5, 2);
        assertThat(chart.getElement().getPropertyRaw("selected")).hasToString("[0.5,2.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.select(2, 2))
                .withMessage("A selection needs finite ends that rise, got 2.0 and 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> chart.select(Double.NaN, 2));
        chart.clearSelection();
        assertThat(chart.getElement().getPropertyRaw("selected")).hasToString("[]");
    }

    @Test
    void keepsWhatTheBrowserSelected() {
        var chart = new StepChart(spec(1, 2));
        var heard = new ArrayList<RangeEvent>();
        chart.addRangeListener(heard::add);
        ComponentUtil.fireEvent(chart, new RangeEvent(chart, true, 0, 1));
        assertThat(chart.getElement().getPropertyRaw("selected")).hasToString("[0.0,1.0]");
        assertThat(heard).singleElement().satisfies(event -> {
            assertThat(event.from()).isZero();
            assertThat(event.to()).isEqualTo(1);
            assertThat(event.includesTo()).isFalse();
        });
    }

    @Test
    void knowsTheEdgesThatTheBrowserKnowsRounded() {
        var third = 1 / 3.0;
        var chart = new StepChart(new StepChartSpec(
                new double[] {-Math.PI, third, 2 * third, 2},
                List.of(StepSeries.ofCounts("a", "--hg-class-1", new long[] {1, 2})
                        .withEdges(new double[] {-1e-9, Math.sqrt(2), 2.5})),
                AXIS,
                AXIS,
                ""));
        assertThat(new RangeEvent(chart, true, -3.1415927, 0.3333333).from()).isEqualTo(-Math.PI);
        assertThat(new RangeEvent(chart, true, -3.1415927, 0.3333333).to()).isEqualTo(third);
        assertThat(new RangeEvent(chart, true, 0, 1.4142136).from()).isEqualTo(-1e-9);
        assertThat(new RangeEvent(chart, true, 0, 1.4142136).to()).isEqualTo(Math.sqrt(2));
        assertThat(new RangeEvent(chart, true, 0.3334, 9).from()).isEqualTo(0.3334);
        assertThat(new RangeEvent(chart, true, 0.3334, 9).to()).isEqualTo(9);
        assertThat(new RangeEvent(chart, true, 0, 2).includesTo()).isFalse();
        assertThat(new RangeEvent(chart, true, 0, 2.5).includesTo()).isTrue();
    }

    @Test
    void cannotBeChangedFromOutside() {
        var edges = new double[] {0, 1, 2};
        var counts = new long[] {1, 2};
        var spec = new StepChartSpec(edges, List.of(StepSeries.ofCounts("a", "--hg-class-1", counts)), AXIS, AXIS, "");
        edges[0] = 9;
        counts[0] = 9;
        spec.edges()[1] = 9;
        spec.series().getFirst().counts()[1] = 9;
        assertThat(spec).isEqualTo(spec(1, 2)).hasSameHashCodeAs(spec(1, 2)).isNotEqualTo(spec(1, 3));
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        var one = StepSeries.ofCounts("a", "--hg-class-1", new long[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepChartSpec(new double[] {0, 1, 2}, List.of(one), AXIS, AXIS, ""))
                .withMessage("Series a has 1 bins, the edges make 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepChartSpec(new double[] {0, 1}, List.of(one, one), AXIS, AXIS, ""))
                .withMessage("Two series are called a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepChartSpec(new double[] {1, 1}, List.of(one), AXIS, AXIS, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepSeries("a", "--hg-class-1", new double[] {Double.NaN}, new long[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepSeries.ofCounts("a", "red;position:fixed", new long[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new AxisSpec(1, 1, List.of(), ""));
    }

    @Test
    void checksAClassAgainstItsOwnEdges() {
        var own = StepSeries.ofCounts("a", "--hg-class-1", new long[] {1, 2, 3}).withEdges(new double[] {0, 1, 2, 5});
        var spec = new StepChartSpec(new double[] {0, 5}, List.of(own), AXIS, AXIS, "");
        assertThat(spec.series().getFirst().edges()).containsExactly(0, 1, 2, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.withEdges(new double[] {0, 1, 2}))
                .withMessage("Series a has 3 bins, the edges make 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.withEdges(new double[] {0, 1, 1, 2}))
                .withMessage("Edge 2 is not finite or does not rise: 1.0");
    }

    @Test
    void keepsAllElseWhenOneThingIsChanged() {
        var curve = new Curve(new double[] {0, 1}, new double[] {2, 3});
        var plain = StepSeries.ofCounts("a", "--hg-class-1", new long[] {1, 2});
        var all = plain.outlined()
                .on(new double[] {4, 5})
                .withEdges(new double[] {0, 1, 2})
                .withCurve(curve);
        assertThat(all)
                .isEqualTo(new StepSeries(
                        "a",
                        "--hg-class-1",
                        new double[] {1, 2},
                        new long[] {1, 2},
                        new double[] {4, 5},
                        false,
                        new double[] {0, 1, 2},
                        Optional.of(new Curve(new double[] {0, 1}, new double[] {2, 3}))));
        assertThat(plain.filled()).isTrue();
        assertThat(plain).isNotEqualTo(plain.withCurve(curve)).isNotEqualTo(plain.withEdges(new double[] {0, 1, 2}));
    }

    @Test
    void refusesCurvesThatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(new double[] {0, 1}, new double[] {0}))
                .withMessage("A curve has 2 values and 1 heights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(new double[] {0}, new double[] {0}))
                .withMessage("A curve needs at least two points, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(new double[] {0, 0}, new double[] {0, 1}))
                .withMessage("Point 1 of a curve does not rise: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(new double[] {0, 1}, new double[] {0, Double.NaN}))
                .withMessage("Point 1 of a curve is not finite");
    }

    @Test
    void writesTicksWithTheSameDecimals() {
        assertThat(TickLabels.of(List.of(-0.5, 0.0, 0.25))).containsExactly("-0.50", "0.00", "0.25");
        assertThat(TickLabels.of(List.of(0.0, 500.0, 1000.0))).containsExactly("0", "500", "1000");
        assertThat(TickLabels.of(List.of(0.0, 2.5e-7, 5e-7))).containsExactly("0", "2.5e-7", "5e-7");
        assertThat(TickLabels.of(List.of(0.0, 1e8, 2e8))).containsExactly("0", "1e8", "2e8");
    }

    private static StepChartSpec spec(long first, long second) {
        return new StepChartSpec(
                new double[] {0, 1, 2},
                List.of(StepSeries.ofCounts("a", "--hg-class-1", new long[] {first, second})),
                AXIS,
                AXIS,
                "");
    }
}
