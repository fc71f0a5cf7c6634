package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinningTest {

    private static final BinRange FULL = new BinRange.Full();

    @Test
    void aConstantColumnIsWidenedByHalfToEachSide() {
        var edges = edges(new BinRule.Count(2), FULL, 0.25, 0.25, 0.25);
        assertThat(edges.toArray()).containsExactly(-0.25, 0.25, 0.75);
        assertThat(edges(BinRule.Estimator.FD, FULL, 7, 7).toArray()).containsExactly(6.5, 7.5);
    }

    @Test
    void aConstantTooLargeForHalvesIsWidenedByWhatADoubleHolds() {
        var edges = edges(new BinRule.Count(50), FULL, 1e20, 1e20);
        assertThat(edges.low()).isLessThan(1e20);
        assertThat(edges.high()).isGreaterThan(1e20);
        assertThat(edges.limited()).isTrue();
        assertThat(edges.askedFor()).isEqualTo(50);
        assertThat(edges(new BinRule.Count(3), FULL, Double.MAX_VALUE).high()).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void withoutAFiniteValueTheRangeIsZeroToOne() {
        assertThat(edges(new BinRule.Count(2), FULL).toArray()).containsExactly(0, 0.5, 1);
        assertThat(edges(BinRule.Estimator.STONE, FULL, Double.NaN, Double.POSITIVE_INFINITY)
                        .toArray())
                .containsExactly(0, 1);
        assertThat(edges(new BinRule.Count(1), new BinRange.Clip(1, 99), Double.NaN)
                        .toArray())
                .containsExactly(0, 1);
    }

    @Test
    void arraysArePooled() {
        var pooled = Binning.edges(
                BinRule.Estimator.FD, FULL, List.of(new double[] {1, 2, 3}, new double[] {4, Double.NaN, 9}));
        assertThat(pooled).isEqualTo(edges(BinRule.Estimator.FD, FULL, 1, 2, 3, 4, 9));
    }

    @Test
    void estimatorsLookAtTheValuesInTheRangeOnly() {
        // numpy.histogram_bin_edges([0, 1, 2, 3, 4, 5, 6, 7, 100], 'sqrt', (0, 10)): width 7 / sqrt(8), 5 bins of 2
        var edges = edges(BinRule.Estimator.SQRT, new BinRange.Between(0, 10), 0, 1, 2, 3, 4, 5, 6, 7, 100);
        assertThat(edges.toArray()).containsExactly(0, 2, 4, 6, 8, 10);
    }

    @Test
    void clippingUsesInterpolatedPercentiles() {
        var edges = edges(new BinRule.Count(2), new BinRange.Clip(10, 90), 0, 1, 2, 3, 4, 100);
        assertThat(edges.toArray()).containsExactly(0.5, 26.25, 52);
    }

    @Test
    void autoIsSturgesWhereHalfOfTheValuesAreEqual() {
        var values = new double[] {0, 0, 0, 0, 0, 0, 0, 16};
        assertThat(edges(BinRule.Estimator.AUTO, FULL, values).bins()).isEqualTo(4);
        assertThat(edges(BinRule.Estimator.FD, FULL, values).bins()).isEqualTo(1);
    }

    @Test
    void aWidthStartsAtTheLowEndAndCoversTheHighOne() {
        assertThat(edges(new BinRule.Width(0.5), FULL, 1, 2.2).toArray()).containsExactly(1, 1.5, 2, 2.5);
        assertThat(edges(new BinRule.Width(0.25), FULL, 0, 1).bins()).isEqualTo(4);
        assertThat(edges(new BinRule.Width(3), FULL, 0, 1).toArray()).containsExactly(0, 3);
    }

    @Test
    void aTinyWidthGetsTenThousandBinsOverTheWholeRange() {
        var edges = edges(new BinRule.Width(1e-9), FULL, 0, 1);
        assertThat(edges.bins()).isEqualTo(10_000);
        assertThat(edges.high()).isEqualTo(1);
        assertThat(edges.limited()).isTrue();
        assertThat(edges.askedFor()).isEqualTo(1e9);
    }

    @Test
    void givenEdgesIgnoreRangeAndValues() {
        var edges = edges(BinRule.Edges.of(-1, 0, 5), new BinRange.Between(2, 3), 100, 200);
        assertThat(edges.toArray()).containsExactly(-1, 0, 5);
        assertThat(edges.limited()).isFalse();
    }

    @Test
    void valuesNearTheEndOfDoublePrecisionDoNotOverflow() {
        for (var rule : BinRule.Estimator.values()) {
            var edges = edges(rule, FULL, -1.7e308, -1e308, 0, 3e307, 1.7e308);
            assertThat(edges.low()).isEqualTo(-1.7e308);
            assertThat(edges.high()).isEqualTo(1.7e308);
            assertThat(edges.bins()).isBetween(1, 100);
        }
        var scaled = edges(BinRule.Estimator.SCOTT, FULL, 1e300, 2e300, 3e300, 9e300);
        assertThat(scaled.bins())
                .isEqualTo(edges(BinRule.Estimator.SCOTT, FULL, 1, 2, 3, 9).bins());
    }

    @Test
    void moreBinsThanDoublesBecomeFewer() {
        var edges = edges(new BinRule.Count(1000), FULL, 1, Math.nextUp(Math.nextUp(1.0)));
        assertThat(edges.bins()).isBetween(1, 2);
        assertThat(edges.limited()).isTrue();
    }

    @Test
    void exposedArraysAreCopies() {
        var edges = BinEdges.of(0, 1, 2);
        Arrays.fill(edges.toArray(), 9);
        assertThat(edges).isEqualTo(BinEdges.of(0, 1, 2)).hasSameHashCodeAs(BinEdges.of(0, 1, 2));
    }

    private static BinEdges edges(BinRule rule, BinRange range, double... values) {
        return Binning.edges(rule, range, List.of(values));
    }
}
