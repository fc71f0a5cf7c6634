package org.histogrid.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.histogrid.dataset.ValueRange;
import org.histogrid.stats.Ranks;
import org.junit.jupiter.api.Test;

class ScaledRangesTest {

    private static final double[] RECORDED = {3, -1, Double.NaN, 0, 0, 7, Double.POSITIVE_INFINITY, -1, 2.5};

    private static long in(ValueRange range, double[] values) {
        return Arrays.stream(values).filter(range::holds).count();
    }

    @Test
    void aRangeHoldsTheSameSamplesInEitherUnit() {
        var percentiles = Ranks.percentiles(RECORDED);
        var random = new Random(1);
        for (var round = 0; round < 500; round++) {
            var from = random.nextDouble(-10, 100);
            var shown = new ValueRange.Between(from, from + random.nextDouble(0.1, 60), random.nextBoolean());
            var recorded = ScaledRanges.carry(shown, percentiles, RECORDED);
            for (var i = 0; i < RECORDED.length; i++) {
                if (Double.isFinite(RECORDED[i])) {
                    assertThat(recorded.holds(RECORDED[i]))
                            .as("%s as %s", shown, recorded)
                            .isEqualTo(shown.holds(percentiles[i]));
                }
            }
        }
    }

    @Test
    void thereAndBackIsTheSame() {
        var percentiles = Ranks.percentiles(RECORDED);
        var group = ValueRange.of(-1, 2.5);
        var shown = (ValueRange.Between) ScaledRanges.carry((ValueRange.Between) group, RECORDED, percentiles);
        assertThat(ScaledRanges.carry(shown, percentiles, RECORDED)).isEqualTo(group);
    }

    @Test
    void upToTheEndHoldsTheGreatestValue() {
        var percentiles = Ranks.percentiles(RECORDED);
        var recorded = ScaledRanges.carry((ValueRange.Between) ValueRange.of(50, 101), percentiles, RECORDED);
        assertThat(recorded).isEqualTo(ValueRange.closed(2.5, 7));
        assertThat(in(recorded, RECORDED)).isEqualTo(3);
    }

    @Test
    void withoutASampleThereIsNone() {
        var nothing = new double[] {Double.NaN};
        assertThat(in(ScaledRanges.carry((ValueRange.Between) ValueRange.of(0, 1), nothing, nothing), nothing))
                .isZero();
    }
}
