package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Edges and counts beside those of numpy, on data that has been made to be difficult.
class NumpyReferenceTest {

    private static final double[][] F4 = Fixtures.neurons("matrix_f4.npy");
    private static final double[][] F2 = Fixtures.neurons("matrix_f2.npy");
    private static final byte[] LABELS = Fixtures.firstClassIsOne("labels.npy");

    private record Case(String file, int neuron, String rule, JsonNode expected) {
        @Override
        public final String toString() {
            return "%s of neuron %d, %s".formatted(rule, neuron, file);
        }
    }

    static Stream<Case> everyRuleOfEveryNeuron() {
        return Stream.of("f4", "f2").flatMap(file -> {
            var neurons = Fixtures.json("scores_" + file + ".json").get("neurons");
            return IntStream.range(0, neurons.size()).boxed().flatMap(neuron -> {
                var histograms = neurons.get(neuron).path("histograms");
                return histograms.propertyStream().map(of -> new Case(file, neuron, of.getKey(), of.getValue()));
            });
        });
    }

    @Test
    void theReferenceIsWhole() {
        assertThat(everyRuleOfEveryNeuron()).hasSize(2 * 23 * 12);
    }

    @ParameterizedTest
    @MethodSource("everyRuleOfEveryNeuron")
    void edgesAndCountsAreThoseOfNumpy(Case given) {
        var values = (given.file.equals("f4") ? F4 : F2)[given.neuron];
        var labelled = IntStream.range(0, values.length)
                .filter(i -> LABELS[i] >= 0)
                .mapToDouble(i -> values[i])
                .toArray();
        var edges = Binning.edges(BinRule.parse(given.rule), new BinRange.Full(), List.of(labelled));
        var expected = Fixtures.doubles(given.expected.get("edges"));
        assertThat(edges.bins()).isEqualTo(expected.length - 1);
        assertThat(edges.toArray()).isEqualTo(expected);
        assertThat(edges.limited()).isFalse();

        var encoding = given.file.equals("f4") ? Encoding.F32 : Encoding.F16;
        var payload = Fixtures.payload("matrix_" + given.file + ".npy", given.neuron);
        var counted = Histograms.count(values, LABELS, 2, edges);
        assertThat(Histograms.count(payload, encoding, LABELS, 2, edges)).isEqualTo(counted);
        for (int c = 0; c < 2; c++) {
            assertThat(counted.get(c).counts())
                    .isEqualTo(Fixtures.longs(given.expected.get("counts").get(c)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"numeric_traps_f8", "nonfinite"})
    void tenBinsOfTrapsAreThoseOfNumpy(String file) {
        var neurons = Fixtures.neurons(file + ".npy");
        var classes = Fixtures.firstClassIsOne("labels_60.npy");
        for (var stats : Fixtures.json("traps.json").get(file)) {
            var values = neurons[stats.get("i").asInt()];
            var expected = stats.get("hist10");
            var edges = Binning.edges(new BinRule.Count(10), new BinRange.Full(), List.of(values));
            // The reference was made from scaled values, so its subnormal edges are rounded to either side
            var numbers = Fixtures.doubles(expected.get("edges"));
            assertThat(edges.bins()).isEqualTo(numbers.length - 1);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(Math.abs(edges.edge(i) - numbers[i])).isLessThanOrEqualTo(Double.MIN_VALUE);
            }
            var counted = Histograms.count(values, classes, 2, edges);
            for (int c = 0; c < 2; c++) {
                var name = c == 0 ? "true" : "false";
                assertThat(counted.get(c).counts()).isEqualTo(Fixtures.longs(expected.get("counts_" + name)));
                var nonfinite = stats.get("nonfinite");
                assertThat(counted.get(c).nan())
                        .isEqualTo(nonfinite.get("nan").get(name).asLong());
                assertThat(counted.get(c).posInf())
                        .isEqualTo(nonfinite.get("posinf").get(name).asLong());
                assertThat(counted.get(c).negInf())
                        .isEqualTo(nonfinite.get("neginf").get(name).asLong());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"numeric_traps_f8.npy", "nonfinite.npy"})
    void everyRuleSurvivesTraps(String file) {
        for (var values : Fixtures.neurons(file)) {
            for (var text : List.of(
                    "auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt", "1", "1000", "width:0.001")) {
                for (var range : List.of(new BinRange.Full(), new BinRange.Between(-1, 1), new BinRange.Clip(1, 99))) {
                    var edges = Binning.edges(BinRule.parse(text), range, List.of(values));
                    var counted = Histograms.count(values, new byte[values.length], 1, edges)
                            .getFirst();
                    assertThat(counted.n()).isEqualTo(values.length);
                    assertThat(Arrays.stream(counted.density(edges))).allMatch(Double::isFinite);
                }
            }
        }
    }

    @Test
    void anOutlierThatAsksForCountlessBinsGetsTenThousand() {
        var values = Fixtures.neurons("numeric_traps_f8.npy")[3];
        var edges = Binning.edges(BinRule.Estimator.FD, new BinRange.Full(), List.of(values));
        assertThat(edges.bins()).isEqualTo(10_000);
        assertThat(edges.limited()).isTrue();
        assertThat(edges.askedFor()).isGreaterThan(1e23);
        assertThat(edges.high()).isEqualTo(1e15);
    }

    @Test
    void percentilesAreThoseOfNumpy() {
        // numpy.percentile([3, 1, 4, 1, 5, 9, 2, 6], [0, 10, 25, 50, 75, 90, 100])
        var order = new OrderStatistics(new double[] {3, 1, 4, 1, 5, 9, 2, 6});
        assertThat(new double[] {
                    order.quantile(0),
                    order.quantile(0.1),
                    order.quantile(0.25),
                    order.quantile(0.5),
                    order.quantile(0.75),
                    order.quantile(0.9),
                    order.quantile(1)
                })
                .containsExactly(new double[] {1, 1, 1.75, 3.5, 5.25, 6.9, 9}, within(1e-15));
    }
}
