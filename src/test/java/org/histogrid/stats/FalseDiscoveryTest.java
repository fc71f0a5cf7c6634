package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    @Test
    void aSmallerPIsComparedWithMoreTests() {
        // p of 0.01, 0.04, 0.03, 0.005 of four: scipy.stats.false_discovery_control gives 0.02, 0.04, 0.04, 0.02
        assertThat(q(0.01, 0.04, 0.03, 0.005)).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
    }

    @Test
    void whatWasNotTestedDoesNotCount() {
        assertThat(q(0.01, Double.NaN, 0.5)).containsExactly(new double[] {0.02, Double.NaN, 0.5}, within(1e-15));
        assertThat(FalseDiscovery.log10Q(new double[0])).isEmpty();
    }

    @Test
    void noQIsAboveOneAndNoneUnderflows() {
        assertThat(q(1, 1, 1)).containsExactly(1, 1, 1);
        assertThat(FalseDiscovery.log10Q(new double[] {-4000, -1}))
                .containsExactly(new double[] {-4000 + Math.log10(2), -1}, within(1e-12));
    }

    @Test
    void bonferroniCountsTheTestsThatWereMade() {
        var log10P = new double[] {-3, Double.NaN, -0.1, -400, -1};
        assertThat(FalseDiscovery.log10Bonferroni(log10P))
                .containsExactly(
                        new double[] {-3 + Math.log10(4), Double.NaN, 0, -400 + Math.log10(4), -1 + Math.log10(4)},
                        within(1e-12));
        assertThat(FalseDiscovery.log10Bonferroni(new double[] {Double.NaN})).containsExactly(Double.NaN);
        assertThat(FalseDiscovery.log10Bonferroni(new double[0])).isEmpty();
    }

    private static double[] q(double... p) {
        var log10P = Arrays.stream(p).map(Math::log10).toArray();
        return Arrays.stream(FalseDiscovery.log10Q(log10P))
                .map(log10 -> Math.pow(10, log10))
                .toArray();
    }
}
