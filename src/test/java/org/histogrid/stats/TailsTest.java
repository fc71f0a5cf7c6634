package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailsTest {

    @ParameterizedTest
    // Legendre's continued fraction in decimals of 80 digits
    @CsvSource({
        "1, 3.841458820694124, -1.3010299956639806",
        "1, 64, -14.905112555353174",
        "1, 1600, -349.13597646368186",
        "1, 1e4, -2173.5705128733703",
        "1, 1e6, -217150.33901199873",
        "2, 20, -4.3429448190325184",
        "5, 3000, -646.80078794398162",
        "7, 40, -5.9000465821931494"
    })
    void theLogarithmIsExactHoweverSmallTheProbability(int degrees, double x, double log10) {
        assertThat(Tails.log10ChiSquared(x, degrees)).isCloseTo(log10, within(1e-12 * -log10));
    }

    @Test
    void whatIsSureHasLogarithmZero() {
        assertThat(Tails.log10ChiSquared(0, 1)).isZero();
        assertThat(Tails.log10ChiSquared(0, 9)).isZero();
        assertThat(Tails.log10ChiSquared(1e-300, 1)).isBetween(-1e-12, 0.0);
    }

    @Test
    void bothWaysOfReckoningMeet() {
        double before = Tails.log10ChiSquared(1326, 1);
        for (double x = 1327; x < 1345; x++) {
            double next = Tails.log10ChiSquared(x, 1);
            assertThat(before - next).isBetween(0.217, 0.218);
            before = next;
        }
    }
}
