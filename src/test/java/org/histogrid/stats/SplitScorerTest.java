package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// All ways to the scores against the one by sorted doubles, to the last bit.
class SplitScorerTest {

    record Sample(double[] values, byte[] classOf, boolean[] discovery) {
        @Override
        public final String toString() {
            return "%s in classes %s, discovery %s"
                    .formatted(Arrays.toString(values), Arrays.toString(classOf), Arrays.toString(discovery));
        }

        byte[] classesIn(Split split) {
            var in = classOf.clone();
            for (int i = 0; i < in.length; i++) {
                if (split != Split.ALL && discovery[i] != (split == Split.DISCOVERY)) {
                    in[i] = -1;
                }
            }
            return in;
        }
    }

    /// Values that all encodings can hold, ties, both zeros and what is not finite among them
    @Provide
    Arbitrary<Sample> twoClasses() {
        return samples(2);
    }

    @Provide
    Arbitrary<Sample> fourClasses() {
        return samples(4);
    }

    private static Arbitrary<Sample> samples(int classes) {
        var values = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(-8, 8).map(i -> i / 4.0)),
                Tuple.of(4, Arbitraries.integers().between(-127, 127).map(i -> i * 16.0)),
                Tuple.of(
                        1,
                        Arbitraries.of(-0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p-14)));
        return Arbitraries.integers()
                .between(0, 40)
                .flatMap(n -> Combinators.combine(
                                values.array(double[].class).ofSize(n),
                                Arbitraries.bytes()
                                        .between((byte) -1, (byte) (classes - 1))
                                        .array(byte[].class)
                                        .ofSize(n),
                                Arbitraries.of(true, false)
                                        .array(boolean[].class)
                                        .ofSize(n))
                        .as(Sample::new));
    }

    @Property
    void everySplitIsScoredAsIfItsSamplesWereAll(@ForAll("twoClasses") Sample sample) {
        var scorer = new SplitScorer(sample.classOf, 2, sample.discovery);
        for (var encoding : Encoding.values()) {
            var scores = scorer.score(Payloads.of(sample.values, encoding), encoding);
            for (var split : Split.values()) {
                assertThat(scores.of(split))
                        .as("%s of %s", split, encoding)
                        .containsExactly(TwoClassScores.of(sample.values, sample.classesIn(split)));
                assertThat(scores.multi(split)).isEmpty();
            }
        }
    }

    @Property
    void severalClassesAreScoredAsIfTheSamplesOfASplitWereAll(@ForAll("fourClasses") Sample sample) {
        var scorer = new SplitScorer(sample.classOf, 4, sample.discovery);
        for (var encoding : Encoding.values()) {
            var scores = scorer.score(Payloads.of(sample.values, encoding), encoding);
            for (var split : Split.values()) {
                var expected = MultiClassScores.of(sample.values, sample.classesIn(split), 4);
                assertThat(scores.multi(split)).as("%s of %s", split, encoding).hasValue(expected);
                assertThat(scores.of(split)).isEqualTo(expected.oneAgainstRest());
            }
        }
    }

    @Property
    void theQuickScoresAreTheSameNumbers(@ForAll("twoClasses") Sample sample) {
        var scorer = new SeparationScorer(sample.classOf);
        var scores = TwoClassScores.of(sample.values, sample.classOf);
        for (var encoding : Encoding.values()) {
            assertThat(scorer.score(Payloads.of(sample.values, encoding), encoding))
                    .as("%s", encoding)
                    .isEqualTo(separation(scores));
        }
    }

    private static Separation separation(TwoClassScores scores) {
        return new Separation(
                scores.ranks().auroc(),
                scores.distance().cohenD(),
                scores.distance().ks(),
                scores.distance().wasserstein(),
                scores.threshold());
    }

    record Shape(String name, IntToDoubleFunction value) {
        @Override
        public final String toString() {
            return name;
        }
    }

    /// What is hard on a sort: no order, any order, ties, ranges in which the upper bits tell nothing
    static Stream<Shape> shapes() {
        var random = new Random(11);
        return Stream.of(
                new Shape("normal", i -> random.nextGaussian() * 3 - 1),
                new Shape("far from zero", i -> -2000 + random.nextGaussian() * 1e-2),
                new Shape("close together but one far away", i -> i == 77 ? -5 : 2000 + random.nextGaussian() * 1e-2),
                new Shape("close together on both sides", i -> (i % 2 * 2 - 1) * (1 + random.nextInt(900) * 0x1p-23)),
                new Shape("any bits", i -> Float.intBitsToFloat(random.nextInt())),
                new Shape("subnormal", i -> Float.intBitsToFloat(random.nextInt(5000))),
                new Shape("rising", i -> i - 1000.25),
                new Shape("falling", i -> 1000.25 - i),
                new Shape("few values", i -> random.nextInt(3)),
                new Shape("constant", i -> 0.1f),
                new Shape("mostly zero", i -> Math.max(0, random.nextGaussian() - 1)),
                new Shape("heavy tails", i -> Math.tan(Math.PI * (random.nextDouble() - 0.5))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void manyValuesOfAnyShapeAreScoredAlike(Shape shape) {
        var random = new Random(5);
        int n = 4000;
        var values = new double[n];
        var classOf = new byte[n];
        var discovery = new boolean[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) shape.value.applyAsDouble(i);
            int die = random.nextInt(20);
            classOf[i] = (byte) (die == 0 ? -1 : die < 13 ? 0 : 1);
            discovery[i] = random.nextBoolean();
        }
        var sample = new Sample(values, classOf, discovery);
        var scores = new SplitScorer(classOf, 2, discovery).score(Payloads.of(values, Encoding.F32), Encoding.F32);
        for (var split : Split.values()) {
            assertThat(scores.of(split)).containsExactly(TwoClassScores.of(values, sample.classesIn(split)));
        }
        assertThat(new SeparationScorer(classOf).score(Payloads.of(values, Encoding.F32), Encoding.F32))
                .isEqualTo(separation(scores.of(Split.ALL).getFirst()));
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void everyCodeIsCounted(Encoding encoding) {
        var payload = new byte[1 << 17];
        var classOf = new byte[1 << 16];
        var discovery = new boolean[1 << 16];
        for (int code = 0; code < 1 << 16; code++) {
            payload[2 * code] = (byte) code;
            payload[2 * code + 1] = (byte) (code >> 8);
            classOf[code] = (byte) (code % 7 % 3 - 1);
            discovery[code] = code % 5 < 2;
        }
        var values = ActivationCodec.decode(payload, encoding);
        var sample = new Sample(values, classOf, discovery);
        var scores = new SplitScorer(classOf, 2, discovery).score(payload, encoding);
        for (var split : Split.values()) {
            assertThat(scores.of(split)).containsExactly(TwoClassScores.of(values, sample.classesIn(split)));
        }
    }

    @Test
    void nothingOfANeuronIsLeftForTheNext() {
        var labels = Fixtures.firstClassIsOne("labels.npy");
        var discovery = new boolean[labels.length];
        for (int i = 0; i < discovery.length; i++) {
            discovery[i] = i % 3 == 0;
        }
        var scorer = new SplitScorer(labels, 2, discovery);
        var quick = new SeparationScorer(labels);
        for (int neuron = 0; neuron < 24; neuron++) {
            var single = Fixtures.payload("matrix_f4.npy", neuron);
            var half = Fixtures.payload("matrix_f2.npy", neuron);
            assertThat(scorer.score(single, Encoding.F32))
                    .isEqualTo(new SplitScorer(labels, 2, discovery).score(single, Encoding.F32));
            assertThat(scorer.score(half, Encoding.F16))
                    .isEqualTo(new SplitScorer(labels, 2, discovery).score(half, Encoding.F16));
            assertThat(quick.score(single, Encoding.F32))
                    .isEqualTo(new SeparationScorer(labels).score(single, Encoding.F32));
        }
    }

    @Test
    void moreThanTwoBillionPairsOverflowNothing() {
        int each = 50_000;
        var values = IntStream.range(0, 2 * each).mapToDouble(i -> i).toArray();
        var classOf = new byte[2 * each];
        Arrays.fill(classOf, 0, each, (byte) 1);
        var apart = new SeparationScorer(classOf).score(Payloads.of(values, Encoding.F32), Encoding.F32);
        assertThat(apart.auroc()).isEqualTo(1);
        assertThat(apart.ks()).isEqualTo(1);
        assertThat(apart.wasserstein()).isEqualTo(each);
        assertThat(apart.threshold().orElseThrow().threshold()).isEqualTo(each - 0.5);

        // Ties of half of all samples
        var tied = IntStream.range(0, 2 * each).mapToDouble(i -> i % 2).toArray();
        for (var encoding : Encoding.values()) {
            var scores = new SeparationScorer(classOf).score(Payloads.of(tied, encoding), encoding);
            assertThat(scores.auroc()).isEqualTo(0.5);
            assertThat(scores.cohenD()).isZero();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new SplitScorer(new byte[3], 2, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are halves of 2 samples, but classes of 3.");
        assertThatThrownBy(() -> new SplitScorer(new byte[] {0, 3}, 3, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample is in a class beyond the 3 there are, counted from 0.");
        var scorer = new SeparationScorer(new byte[3]);
        assertThatThrownBy(() -> scorer.score(new byte[8], Encoding.F32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 2 values, but classes of 3 samples.");
        assertThatThrownBy(() -> scorer.score(new byte[7], Encoding.F16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("7 bytes are not a whole number of values of 2 bytes each.");
    }

    @Test
    void splitsHaveTheirNamesInTheInterface() {
        assertThat(Split.named("held-out")).hasValue(Split.HELD_OUT);
        assertThat(Split.named("HELD_OUT")).isEmpty();
        assertThat(Arrays.stream(Split.values()).map(Split::key)).containsExactly("all", "discovery", "held-out");
    }
}
