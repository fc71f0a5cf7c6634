package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BestThresholdTest {

    record Case(String file, int neuron) {}

    static Stream<Case> neurons() {
        return Stream.of("f4", "f2").flatMap(file -> IntStream.range(0, 24).mapToObj(i -> new Case(file, i)));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void theCutIsThatOfTheReference(Case given) {
        var values = Fixtures.neurons("matrix_" + given.file + ".npy")[given.neuron];
        var expected =
                Fixtures.json("scores_" + given.file + ".json").get("neurons").get(given.neuron);
        var best = BestThreshold.of(values, Fixtures.firstClassIsOne("labels.npy"));
        if (expected.get("threshold").isNull()) {
            assertThat(best).isEmpty();
            return;
        }
        assertThat(best).hasValueSatisfying(cut -> {
            assertThat(cut.threshold()).isEqualTo(expected.get("threshold").asDouble());
            assertThat(cut.takesAbove())
                    .isEqualTo(expected.get("rule").asString().equals("ge"));
            assertThat(cut.youdenJ()).isCloseTo(expected.get("youdenJ").asDouble(), within(1e-14));
            assertThat(cut.balancedAccuracy())
                    .isCloseTo(expected.get("balancedAccuracy").asDouble(), within(1e-14));
            assertThat(cut.f1()).isCloseTo(expected.get("f1").asDouble(), within(1e-14));
        });
    }

    @Test
    void classesThatAreApartAreCutMidway() {
        assertThat(BestThreshold.of(new double[] {5, 6, 1, 2}, new byte[] {0, 0, 1, 1}))
                .hasValue(new BestThreshold(3.5, true, 1, 1, 1));
        assertThat(BestThreshold.of(new double[] {5, 6, 1, 2}, new byte[] {1, 1, 0, 0}))
                .hasValue(new BestThreshold(3.5, false, 1, 1, 1));
    }

    @Test
    void ofEquallyGoodCutsTheLeastIsTaken() {
        // J is 1/2 below 2 and below 4
        assertThat(BestThreshold.of(new double[] {1, 2, 3, 4}, new byte[] {1, 0, 1, 0}))
                .hasValueSatisfying(best -> {
                    assertThat(best.threshold()).isEqualTo(1.5);
                    assertThat(best.youdenJ()).isEqualTo(0.5);
                    assertThat(best.f1()).isCloseTo(0.8, within(1e-15));
                });
    }

    @Test
    void oneValueForAllCannotBeCut() {
        assertThat(BestThreshold.of(new double[] {0.25, 0.25, 0.25}, new byte[] {0, 1, 0}))
                .hasValueSatisfying(best -> {
                    assertThat(best.threshold()).isEqualTo(0.25);
                    assertThat(best.youdenJ()).isZero();
                    assertThat(best.balancedAccuracy()).isEqualTo(0.5);
                });
    }

    @Test
    void samplesLeftOutAndValuesThatAreNotFinitePlayNoPart() {
        double[] values = {5, Double.NaN, 1, 3, Double.POSITIVE_INFINITY, 3.5};
        assertThat(BestThreshold.of(values, new byte[] {0, 0, 1, -1, 1, -2}))
                .hasValue(new BestThreshold(3, true, 1, 1, 1));
    }

    @Test
    void aClassWithoutValuesCannotBeCutOff() {
        assertThat(BestThreshold.of(new double[] {1, 2}, new byte[] {0, 0})).isEmpty();
        assertThat(BestThreshold.of(new double[] {1, Double.NaN}, new byte[] {0, 1}))
                .isEmpty();
        assertThat(BestThreshold.of(new double[0], new byte[0])).isEmpty();
    }

    @Test
    void neighbouringDoublesAndHugeOnesAreCutBetween() {
        double above = Math.nextUp(1.0);
        assertThat(BestThreshold.of(new double[] {above, 1}, new byte[] {0, 1}))
                .hasValueSatisfying(best -> assertThat(best.threshold()).isEqualTo(above));
        assertThat(BestThreshold.of(new double[] {Double.MAX_VALUE, 1.5e308}, new byte[] {0, 1}))
                .hasValueSatisfying(best -> assertThat(best.threshold()).isBetween(1.5e308, Double.MAX_VALUE));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> BestThreshold.of(new double[2], new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 2 values, but classes of 3 samples.");
        assertThatThrownBy(() -> BestThreshold.of(new double[2], new byte[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample is in a class beyond the 2 there are, counted from 0.");
    }

    record Sample(double[] values, byte[] classOf) {}

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.integers()
                .between(1, 60)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(-12, 12)
                                        .map(i -> i / 4.0)
                                        .array(double[].class)
                                        .ofSize(n),
                                Arbitraries.bytes()
                                        .between((byte) -1, (byte) 1)
                                        .array(byte[].class)
                                        .ofSize(n))
                        .as(Sample::new));
    }

    @Property
    void noCutIsBetterAndTheRuleGivesItsNumbers(@ForAll("samples") Sample sample) {
        BestThreshold.of(sample.values, sample.classOf).ifPresent(best -> {
            for (double cut = -3.125; cut < 3.2; cut += 0.125) {
                assertThat(Math.abs(rate(sample, 0, cut) - rate(sample, 1, cut)))
                        .isLessThanOrEqualTo(best.youdenJ() + 1e-12);
            }
            double tpr = rate(sample, 0, best.threshold());
            double fpr = rate(sample, 1, best.threshold());
            assertThat(best.takesAbove() ? tpr - fpr : fpr - tpr).isCloseTo(best.youdenJ(), within(1e-12));
        });
    }

    @Property
    void swappingTheClassesTurnsTheRuleAround(@ForAll("samples") Sample sample) {
        var swapped = sample.classOf.clone();
        for (int i = 0; i < swapped.length; i++) {
            swapped[i] = (byte) (swapped[i] < 0 ? -1 : 1 - swapped[i]);
        }
        BestThreshold.of(sample.values, sample.classOf)
                .ifPresent(best -> assertThat(BestThreshold.of(sample.values, swapped))
                        .hasValueSatisfying(other -> {
                            assertThat(other.threshold()).isEqualTo(best.threshold());
                            assertThat(other.youdenJ()).isEqualTo(best.youdenJ());
                            assertThat(other.takesAbove() != best.takesAbove() || best.youdenJ() == 0)
                                    .isTrue();
                        }));
    }

    private static double rate(Sample sample, int of, double cut) {
        var values = IntStream.range(0, sample.values.length)
                .filter(i -> sample.classOf[i] == of)
                .mapToDouble(i -> sample.values[i])
                .toArray();
        return (double) Arrays.stream(values).filter(v -> v >= cut).count() / values.length;
    }
}
