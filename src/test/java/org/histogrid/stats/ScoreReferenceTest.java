package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Scores beside those of numpy, scipy and scikit-learn.
class ScoreReferenceTest {

    private static final byte[] LABELS = Fixtures.firstClassIsOne("labels.npy");

    private record Case(String file, int neuron, JsonNode expected) {
        @Override
        public final String toString() {
            return "neuron %d, %s".formatted(neuron, file);
        }

        TwoClassScores scores() {
            return TwoClassScores.of(Fixtures.neurons("matrix_" + file + ".npy")[neuron], LABELS);
        }

        /// By the payload: the f2 files are counted, the f4 files sorted
        TwoClassScores scoresOfPayload() {
            var payload = Fixtures.payload("matrix_" + file + ".npy", neuron);
            var encoding = file.equals("f2") ? Encoding.F16 : Encoding.F32;
            return new SplitScorer(LABELS, 2, new boolean[LABELS.length])
                    .score(payload, encoding)
                    .of(Split.ALL)
                    .getFirst();
        }
    }

    static Stream<Case> neurons() {
        return Stream.of("f4", "f2").flatMap(file -> {
            var neurons = Fixtures.json("scores_" + file + ".json").get("neurons");
            return IntStream.range(0, neurons.size()).mapToObj(i -> new Case(file, i, neurons.get(i)));
        });
    }

    @Test
    void theReferenceIsWhole() {
        assertThat(neurons()).hasSize(48);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void everyScoreIsThatOfTheReference(Case given) {
        assertReference(given, given.scores());
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void everyScoreOfAPayloadIsThatOfTheReference(Case given) {
        assertReference(given, given.scoresOfPayload());
    }

    private static void assertReference(Case given, TwoClassScores scores) {
        for (var score : Score.values()) {
            var expected = given.expected.get(score.key());
            if (expected.isNull()) {
                assertThat(score.of(scores)).as(score.key()).isEmpty();
            } else {
                assertThat(score.of(scores))
                        .as(score.key())
                        .hasValueCloseTo(expected.asDouble(), within(tolerance(score, expected.asDouble())));
            }
        }
        assertThat(scores.threshold().map(BestThreshold::takesAbove).orElse(false))
                .isEqualTo(given.expected.get("rule").asString("").equals("ge"));
    }

    private static double tolerance(Score score, double expected) {
        return switch (score) {
            case AUROC_LOW, AUROC_HIGH -> 1e-9;
            case LOG10_P -> 1e-8 * Math.abs(expected);
            case SKEWNESS -> toleranceOfSkewness(expected);
            default -> Math.max(1e-12 * Math.abs(expected), 1e-14);
        };
    }

    /// Where the mean is 2000 deviations from 0 the reference itself is off by 3e-13
    private static double toleranceOfSkewness(double expected) {
        return Math.max(1e-12 * Math.abs(expected), 5e-13);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void bothClassesAreSummarisedAsInTheReference(Case given) {
        var classes = given.scores().classes();
        for (int of = 0; of < 2; of++) {
            var expected = given.expected.get("classes").get(of);
            var summary = classes.get(of);
            assertThat(summary.n()).isEqualTo(expected.get("n").asLong());
            var actual = new double[] {
                summary.mean(),
                summary.sd(),
                summary.min(),
                summary.max(),
                summary.median(),
                summary.skewness(),
                summary.kurtosis()
            };
            var names = new String[] {"mean", "sd", "min", "max", "median", "skewness", "kurtosis"};
            for (int i = 0; i < names.length; i++) {
                if (expected.get(names[i]).isNull()) {
                    assertThat(actual[i]).as(names[i]).isNaN();
                    continue;
                }
                double value = expected.get(names[i]).asDouble();
                double tolerance = i == 5 ? toleranceOfSkewness(value) : Math.max(1e-12 * Math.abs(value), 1e-14);
                assertThat(actual[i]).as(names[i]).isCloseTo(value, within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4", "f2"})
    void qValuesAreThoseOfTheReference(String file) {
        var cases = neurons().filter(given -> given.file.equals(file)).toList();
        var log10P = cases.stream()
                .mapToDouble(given -> given.scores().ranks().log10P())
                .toArray();
        var log10Q = FalseDiscovery.log10Q(log10P);
        for (var given : cases) {
            var expected = given.expected.get("q");
            assertThat(new double[] {log10Q[given.neuron]})
                    .containsExactly(new double[] {Math.log10(expected.asDouble(Double.NaN))}, within(1e-8));
        }
        assertThat(Arrays.stream(log10Q).filter(Double::isFinite)).hasSize(22);
    }
}
