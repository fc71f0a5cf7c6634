package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.histogrid.stats.Correlation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationTest {

    @Test
    void aStraightLineThroughAnscombesPointsHasTheKnownFit() {
        // Anscombe (1973), sets I and IV; scipy.stats.pearsonr
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertThat(Correlation.pearson(x, y)).hasValueCloseTo(0.81642051634484, within(1e-14));
        double[] x4 = {8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8};
        double[] y4 = {6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89};
        assertThat(Correlation.pearson(x4, y4)).hasValueCloseTo(0.816521436888503, within(1e-14));
        assertThat(Correlation.spearman(x4, y4)).hasValueCloseTo(0.5, within(1e-14));
    }

    @Test
    void tiesShareTheirRank() {
        // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])
        assertThat(Correlation.spearman(new double[] {1, 2, 3, 4, 5}, new double[] {5, 6, 7, 8, 7}))
                .hasValueCloseTo(0.8207826816681233, within(1e-14));
    }

    @Test
    void spearmansIsThatOfTheReferenceWithTheLabel() {
        var labels = Fixtures.firstClassIsOne("labels.npy");
        var isFirst = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            isFirst[i] = labels[i] < 0 ? Double.NaN : 1 - labels[i];
        }
        var neurons = Fixtures.neurons("matrix_f4.npy");
        var expected = Fixtures.json("scores_f4.json").get("neurons");
        var correlation = new Correlation(Kind.SPEARMAN, isFirst);
        for (int i = 0; i < neurons.length; i++) {
            var rho = expected.get(i).get("spearman");
            if (rho.isNull()) {
                assertThat(correlation.with(neurons[i])).isEmpty();
            } else {
                assertThat(correlation.with(neurons[i])).hasValueCloseTo(rho.asDouble(), within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlySamplesThatBothHaveCount(Kind kind) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        var correlation = new Correlation(kind, new double[] {1, nan, 2, 5, 3, 9, -infinity});
        var expected = new Correlation(kind, new double[] {1, 2, 3}).with(new double[] {4, 1, 7});
        assertThat(expected).isPresent();
        assertSame(correlation.with(new double[] {4, 5, 1, nan, 7, infinity, 2}), expected);
        // What one other lacks is not lacking to the next
        assertSame(
                correlation.with(new double[] {4, 5, 1, 2, 7, 3, 2}),
                new Correlation(kind, new double[] {1, 2, 5, 3, 9}).with(new double[] {4, 1, 2, 7, 3}));
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotVaryCorrelatesWithNothing(Kind kind) {
        assertThat(new Correlation(kind, new double[] {0.1, 0.1, 0.1}).with(new double[] {1, 2, 3}))
                .isEmpty();
        assertThat(new Correlation(kind, new double[] {1, 2, 3}).with(new double[] {0.7, 0.7, 0.7}))
                .isEmpty();
        assertThat(new Correlation(kind, new double[] {1, 1, 3}).with(new double[] {1, 2, Double.NaN}))
                .isEmpty();
        assertThat(new Correlation(kind, new double[] {1}).with(new double[] {1}))
                .isEmpty();
        assertThat(new Correlation(kind, new double[0]).with(new double[0])).isEmpty();
        assertThat(new Correlation(kind, new double[] {Double.NaN, 1}).with(new double[] {1, Double.NaN}))
                .isEmpty();
    }

    @Test
    void largeMeansAndHugeOrTinyValuesLoseNothing() {
        double[] x = {1, 2, 4, 7};
        double[] y = {3, 1, 5, 6};
        double expected = Correlation.pearson(x, y).orElseThrow();
        for (double scale : new double[] {0x1p1018, 0x1p-1050}) {
            var scaled = Arrays.stream(x).map(v -> v * scale).toArray();
            assertThat(Correlation.pearson(scaled, y)).hasValueCloseTo(expected, within(1e-14));
        }
        var far = Arrays.stream(x).map(v -> v + 0x1p45).toArray();
        assertThat(Correlation.pearson(far, y)).hasValueCloseTo(expected, within(1e-14));
    }

    @Test
    void vectorsMustBeOfTheSameSamples() {
        var correlation = new Correlation(Kind.PEARSON, new double[3]);
        assertThatThrownBy(() -> correlation.with(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 2 values to compare with 3.");
    }

    record Pair(double[] x, double[] y) {
        @Override
        public final String toString() {
            return Arrays.toString(x) + " and " + Arrays.toString(y);
        }
    }

    @Provide
    Arbitrary<Pair> pairs() {
        var values = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(-20, 20).map(i -> i / 4.0)),
                Tuple.of(1, Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY)));
        return Arbitraries.integers()
                .between(0, 40)
                .flatMap(n -> Combinators.combine(
                                values.array(double[].class).ofSize(n),
                                values.array(double[].class).ofSize(n))
                        .as(Pair::new));
    }

    @Property
    void bothAreThoseOfTheirDefinitions(@ForAll("pairs") Pair pair) {
        var both = IntStream.range(0, pair.x.length)
                .filter(i -> Double.isFinite(pair.x[i]) && Double.isFinite(pair.y[i]))
                .toArray();
        var x = Arrays.stream(both).mapToDouble(i -> pair.x[i]).toArray();
        var y = Arrays.stream(both).mapToDouble(i -> pair.y[i]).toArray();
        assertSame(Correlation.pearson(pair.x, pair.y), naive(x, y));
        assertSame(Correlation.spearman(pair.x, pair.y), naive(Ranks.midRanks(x), Ranks.midRanks(y)));
    }

    @Property
    void theOrderOfTheTwoDoesNotMatter(@ForAll("pairs") Pair pair) {
        assertSame(Correlation.pearson(pair.x, pair.y), Correlation.pearson(pair.y, pair.x));
        assertSame(Correlation.spearman(pair.x, pair.y), Correlation.spearman(pair.y, pair.x));
    }

    @Property
    void spearmansIsLeftAloneByRisingMapsAndTurnedByFallingOnes(@ForAll("pairs") Pair pair) {
        var rho = Correlation.spearman(pair.x, pair.y);
        var rising = Arrays.stream(pair.y)
                .map(v -> Double.isFinite(v) ? Math.exp(v) : v)
                .toArray();
        assertThat(Correlation.spearman(pair.x, rising)).isEqualTo(rho);
        var falling = Arrays.stream(pair.y).map(v -> -v).toArray();
        assertThat(Correlation.spearman(pair.x, falling).isPresent()).isEqualTo(rho.isPresent());
        rho.ifPresent(
                value -> assertThat(Correlation.spearman(pair.x, falling)).hasValueCloseTo(-value, within(1e-15)));
    }

    private static void assertSame(OptionalDouble actual, OptionalDouble expected) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(value -> assertThat(actual).hasValueCloseTo(value, within(1e-12)));
    }

    private static OptionalDouble naive(double[] x, double[] y) {
        if (Arrays.stream(x).distinct().count() < 2
                || Arrays.stream(y).distinct().count() < 2) {
            return OptionalDouble.empty();
        }
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return OptionalDouble.of(xy / Math.sqrt(xx * yy));
    }
}
