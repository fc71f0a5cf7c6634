package org.histogrid.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationWithTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    /// Straight from the definition, over the samples where both are finite.
    static double direct(double[] one, double[] other, Similarity by) {
        var pairs = new double[2][one.length];
        var n = 0;
        for (var i = 0; i < one.length; i++) {
            if (Double.isFinite(one[i]) && Double.isFinite(other[i])) {
                pairs[0][n] = one[i];
                pairs[1][n++] = other[i];
            }
        }
        var x = Arrays.copyOf(pairs[0], n);
        var y = Arrays.copyOf(pairs[1], n);
        return by == Similarity.PEARSON ? pearson(x, y) : pearson(ranks(x), ranks(y));
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .map(other -> other < value ? 1 : other == value ? 0.5 : 0)
                                .sum()
                        + 0.5)
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        var meanX = Arrays.stream(x).average().orElse(0);
        var meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (var i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheDefinitionWhateverIsMissing(Similarity by) {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var target = values(random, round % 3);
            var other = values(random, round % 5);
            assertThat(new CorrelationWith(target, by).of(other)).isCloseTo(direct(target, other, by), within(1e-12));
        }
    }

    /// Rounded, so that there are ties; some are not finite where `missing` is not 0.
    private static double[] values(Random random, int missing) {
        return random.doubles(60, -4, 4)
                .map(value -> {
                    var special = random.nextInt(20);
                    if (missing > 0 && special < missing) {
                        return special == 0 ? NAN : INF;
                    }
                    return Math.rint(value * 4) / 4;
                })
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void aConstantNeuronHasNone(Similarity by) {
        var constant = new double[] {0.1, 0.1, 0.1, NAN, 0.1};
        var other = new double[] {1, 2, 3, 4, 5};
        assertThat(new CorrelationWith(other, by).of(constant)).isNaN();
        assertThat(new CorrelationWith(constant, by).of(other)).isNaN();
        // Constant only where the other one has values
        var half = new double[] {1, 1, 1, 9, 1};
        assertThat(new CorrelationWith(new double[] {1, 2, 3, NAN, 5}, by).of(half))
                .isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void twoSamplesSayNothing(Similarity by) {
        var two = new double[] {1, 2, NAN, NAN};
        assertThat(new CorrelationWith(two, by).of(new double[] {3, 4, 5, 6})).isNaN();
        assertThat(new CorrelationWith(new double[] {1, 2, 3, NAN}, by).of(new double[] {NAN, 4, 5, 6}))
                .isNaN();
    }

    @Test
    void theLargestValuesDoNotOverflow() {
        var large = new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE / 2, 0};
        var small = Arrays.stream(large).map(value -> value * 1e-300).toArray();
        assertThat(new CorrelationWith(large, Similarity.PEARSON).of(small)).isCloseTo(1, within(1e-12));
        var tiny = new double[] {Double.MIN_VALUE, -Double.MIN_VALUE, 0, 0};
        assertThat(new CorrelationWith(tiny, Similarity.PEARSON).of(new double[] {-1, 1, 0, 0}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void neuronsOfOtherSamplesAreRefused() {
        assertThatThrownBy(() -> new CorrelationWith(new double[3], Similarity.PEARSON).of(new double[4]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
