package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void anAxisEndsOnARoundNumber() {
        assertThat(Ticks.fromZero(917, true).ticks()).containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0);
        assertThat(Ticks.niceMax(917)).isEqualTo(1000);
        assertThat(Ticks.niceMax(0.37)).isEqualTo(0.4);
        assertThat(Ticks.niceMax(100)).isEqualTo(100);
        assertThat(Ticks.fromZero(0.3, false).ticks()).containsExactly(0.0, 0.1, 0.2, 0.3);
    }

    @Test
    void anEmptyAxisEndsAtOne() {
        for (double max : new double[] {0, -3, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(Ticks.niceMax(max)).isEqualTo(1);
            assertThat(Ticks.fromZero(max, true).ticks()).containsExactly(0.0, 1.0);
        }
    }

    @Property
    void anAxisHasFourToSixTicksAndHoldsItsMaximum(
            @ForAll @DoubleRange(min = 1, max = 10) double digits,
            @ForAll @IntRange(min = -300, max = 300) int exponent) {
        double max = digits * Math.pow(10, exponent);
        var axis = Ticks.fromZero(max, false);
        assertThat(axis.ticks()).hasSizeBetween(4, 6).isSorted().doesNotHaveDuplicates();
        assertThat(axis.high())
                .isGreaterThanOrEqualTo(max)
                .isEqualTo(axis.ticks().getLast());
    }

    @Property
    void ticksOfCountsAreWhole(@ForAll @LongRange(min = 1, max = 1L << 52) long max) {
        var axis = Ticks.fromZero(max, true);
        assertThat(axis.ticks()).hasSizeBetween(2, 6).allMatch(tick -> tick == Math.rint(tick));
        assertThat(axis.high()).isGreaterThanOrEqualTo(max);
    }

    @Property
    void ticksLieInTheirRange(
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double length) {
        var ticks = Ticks.ticks(low, low + length, 5);
        assertThat(ticks).hasSizeBetween(3, 8).isSorted().doesNotHaveDuplicates();
        assertThat(ticks).allMatch(tick -> tick >= low && tick <= low + length);
    }

    @Test
    void ticksAreExactDecimals() {
        assertThat(Ticks.ticks(-0.35, 0.35, 7)).containsExactly(-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3);
        assertThat(Ticks.ticks(-1e308, 1.7e308, 5)).isEqualTo(List.of(-1e308, -5e307, 0.0, 5e307, 1e308, 1.5e308));
    }

    @Test
    void wholeTicksMayBeFew() {
        assertThat(Ticks.ticks(0, 3, 10, true)).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ticks.ticks(1, 1, 5))
                .withMessage("The low end of an axis must be below its high end, both finite: not 1 and 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> Ticks.ticks(0, Double.POSITIVE_INFINITY, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Ticks.ticks(0, 1, 1));
    }

    @Test
    void logarithmicTicksArePowersOfTenOrTheirParts() {
        assertThat(Ticks.logarithmic(0.5, 1000, 4)).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(Ticks.logarithmic(0.5, 10, 4)).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0);
        assertThat(Ticks.logarithmic(1e-8, 1, 4)).containsExactly(1e-8, 1e-6, 1e-4, 1e-2, 1.0);
        assertThat(Ticks.logarithmic(1e300, Double.MAX_VALUE, 4)).isNotEmpty().allMatch(Double::isFinite);
    }

    @Property
    void powersOfTenEncloseTheirNumber(
            @ForAll @DoubleRange(min = 1, max = 10) double digits,
            @ForAll @IntRange(min = -300, max = 300) int exponent) {
        double number = digits * Math.pow(10, exponent);
        double from = Ticks.powerOfTenFrom(number);
        double to = Ticks.powerOfTenTo(number);
        assertThat(to).isLessThanOrEqualTo(number);
        assertThat(from).isGreaterThanOrEqualTo(number).isLessThanOrEqualTo(to * 10.000001);
    }
}
