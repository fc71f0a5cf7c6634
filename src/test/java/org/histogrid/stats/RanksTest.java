package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        // scipy.stats.rankdata([0, 2, 3, 2]), its documentation's example
        assertThat(Ranks.midRanks(new double[] {0, 2, 3, 2})).containsExactly(1, 2.5, 4, 2.5);
        assertThat(Ranks.midRanks(new double[] {-0.0, 0.0, -1})).containsExactly(2.5, 2.5, 1);
    }

    @Test
    void percentilesAreTheShareBelowAndHalfOfTheEqual() {
        assertThat(Ranks.percentiles(new double[] {10, 20, 20, 30})).containsExactly(12.5, 50, 50, 87.5);
        assertThat(Ranks.percentiles(new double[] {7, 7, 7})).containsExactly(50, 50, 50);
        assertThat(Ranks.percentiles(new double[] {-4})).containsExactly(50);
        assertThat(Ranks.percentiles(new double[0])).isEmpty();
    }

    @Test
    void whatIsNotFiniteIsNotRanked() {
        double[] values = {Double.NaN, 5, Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY};
        assertThat(Ranks.percentiles(values))
                .containsExactly(Double.NaN, 75, Double.POSITIVE_INFINITY, 25, Double.NEGATIVE_INFINITY);
        assertThat(Ranks.midRanks(values))
                .containsExactly(Double.NaN, 2, Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY);
        assertThat(Ranks.midRanks(new double[] {Double.NaN})).containsExactly(Double.NaN);
    }

    @Test
    void valuesAreLeftAsTheyAre() {
        double[] values = {3, 1, 2};
        Ranks.percentiles(values);
        Ranks.midRanks(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.integers().between(-20, 20).map(i -> i / 4.0)),
                        Tuple.of(3, Arbitraries.floats().map(Float::doubleValue)),
                        Tuple.of(2, Arbitraries.doubles()),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY,
                                        -0.0,
                                        Double.MIN_VALUE,
                                        -Double.MAX_VALUE,
                                        Double.MAX_VALUE)))
                .array(double[].class)
                .ofMaxSize(150);
    }

    @Property
    void ranksAreThoseOfTheirDefinition(@ForAll("values") double[] values) {
        var finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        var ranks = Ranks.midRanks(values);
        var percentiles = Ranks.percentiles(values);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                long below = Arrays.stream(finite).filter(v -> v < value).count();
                long equal = Arrays.stream(finite).filter(v -> v == value).count();
                assertThat(ranks[i]).isEqualTo(below + (equal + 1) / 2.0);
                assertThat(percentiles[i]).isCloseTo((below + equal / 2.0) / finite.length * 100, within(1e-12));
            } else {
                assertThat(new double[] {ranks[i], percentiles[i]}).containsExactly(value, value);
            }
        }
    }

    @Property
    void sortingOnceMoreWithTheSameBuffersIsTheSame(
            @ForAll("values") double[] first, @ForAll("values") double[] second) {
        var order = new RisingOrder();
        Ranks.midRanks(first, order);
        assertThat(Ranks.midRanks(second, order)).isEqualTo(Ranks.midRanks(second));
    }

    @Test
    void aScaleIsRankedAmongTheNeurons() {
        assertThat(ScalePercentile.of(new double[] {3, 1, Double.NaN, 1, 0}))
                .containsExactly(87.5, 50, Double.NaN, 50, 12.5);
        assertThat(ScalePercentile.of(new double[0])).isEmpty();
    }
}
