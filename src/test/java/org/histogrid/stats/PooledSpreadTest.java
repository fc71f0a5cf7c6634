package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PooledSpreadTest {

    private static PooledSpread of(double... values) {
        var classOf = new byte[values.length];
        for (int i = 1; i < classOf.length; i += 2) {
            classOf[i] = 1;
        }
        return TwoClassScores.of(values, classOf).spread();
    }

    @Test
    void quantilesAreThoseOfNumpy() {
        // numpy.quantile([-7, 1, 2, 4, 8, 16], [.25, .5, .75]) is [1.25, 3, 7]; of |x|, .5 is 5.5
        assertThat(of(16, -7, 4, 1, 2, 8)).isEqualTo(new PooledSpread(3, 5.75, 5.5, 16, -7, 16));
        assertThat(of(-3)).isEqualTo(new PooledSpread(-3, 0, 3, 3, -3, -3));
        assertThat(of(2, -2, 0)).isEqualTo(new PooledSpread(0, 2, 2, 2, -2, 2));
    }

    @Test
    void withoutValuesThereIsNoSpread() {
        assertThat(of()).isEqualTo(PooledSpread.NONE);
        assertThat(of(Double.NaN, Double.POSITIVE_INFINITY)).isEqualTo(PooledSpread.NONE);
        assertThat(of(5, Double.NaN, 5).iqr()).isZero();
    }

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.integers()
                .between(-30, 30)
                .map(i -> i / 8.0)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    @Property
    void eachNumberIsThatOfTheSortedValues(@ForAll("values") double[] values) {
        var spread = of(values);
        assertThat(spread.median()).isCloseTo(quantile(values, 0.5), within(1e-14));
        assertThat(spread.iqr()).isCloseTo(quantile(values, 0.75) - quantile(values, 0.25), within(1e-14));
        var sizes = Arrays.stream(values).map(Math::abs).toArray();
        assertThat(spread.medianAbs()).isCloseTo(quantile(sizes, 0.5), within(1e-14));
        assertThat(spread.maxAbs()).isEqualTo(quantile(sizes, 1));
        assertThat(spread.min()).isEqualTo(quantile(values, 0) + 0.0);
        assertThat(spread.max()).isEqualTo(quantile(values, 1) + 0.0);
    }

    private static double quantile(double[] values, double share) {
        var sorted = Arrays.stream(values).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
