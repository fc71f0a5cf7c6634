package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelDensityTest {

    @Test
    void theBandwidthIsSilvermans() {
        // sd 3.0276503540974917, quartiles 3.25 and 7.75
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double expected = 0.9 * 3.0276503540974917 * Math.pow(10, -0.2);
        assertThat(curve(values, 0, 10, 5).bandwidth()).isCloseTo(expected, within(1e-14));
        // With tails the quartiles give the smaller spread
        double[] tailed = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1000};
        assertThat(curve(tailed, 0, 10, 5).bandwidth())
                .isCloseTo(0.9 * (4.5 / 1.34) * Math.pow(10, -0.2), within(1e-14));
        // Without a range between quartiles the deviation alone does: sqrt(0.9)
        double[] spike = {0, 0, 0, 0, 0, 0, 0, 0, 0, 3};
        assertThat(curve(spike, 0, 3, 5).bandwidth())
                .isCloseTo(0.9 * Math.sqrt(0.9) * Math.pow(10, -0.2), within(1e-14));
    }

    @Test
    void twoValuesGiveTwoKernels() {
        var curve = curve(new double[] {-1, 1}, -1, 1, 3);
        double h = 0.9 * (1 / 1.34) * Math.pow(2, -0.2);
        assertThat(curve.x()).containsExactly(-1, 0, 1);
        double middle = Math.exp(-1 / (2 * h * h)) / (h * Math.sqrt(2 * Math.PI));
        assertThat(curve.density()[1]).isCloseTo(middle, within(1e-4 / h));
    }

    @ParameterizedTest
    @CsvSource({
        // The whole range, points far apart, points much closer than the bandwidth, and all inside one bandwidth
        "-5, 5, 200",
        "-8, 40, 512",
        "-1000, 1000, 512",
        "-1e7, 1e7, 101",
        "0.1, 0.5, 300",
        "0.1, 0.100001, 7",
        "-3, 3, 2",
        "30, 31, 20"
    })
    void binningFirstChangesTheCurveLittle(double low, double high, int points) {
        var random = new Random(5);
        var values = DoubleStream.generate(() -> random.nextInt(3) == 0
                        ? 4 + random.nextGaussian() / 5
                        : Math.rint(random.nextGaussian() * 4) / 4)
                .limit(2_000)
                .toArray();
        values[7] = 900;
        var curve = curve(values, low, high, points);
        var exact = direct(values, curve);
        double peak =
                Arrays.stream(direct(values, curve(values, -6, 6, 600))).max().orElseThrow();
        assertThat(curve.density()).containsExactly(exact, within(1e-4 * peak));
        assertThat(curve.x()[points - 1]).isEqualTo(high);
    }

    @Test
    void whatIsNotFinitePlaysNoPart() {
        var curve = curve(new double[] {1, 2, 4, 8}, 0, 9, 50);
        assertThat(curve(
                        new double[] {Double.NaN, 1, 2, Double.POSITIVE_INFINITY, 4, 8, Double.NEGATIVE_INFINITY},
                        0,
                        9,
                        50))
                .isEqualTo(curve);
    }

    @Test
    void thereIsNoCurveWithoutASpread() {
        assertThat(KernelDensity.estimate(new double[0], 0, 1, 10)).isEmpty();
        assertThat(KernelDensity.estimate(new double[] {3, Double.NaN}, 0, 1, 10))
                .isEmpty();
        assertThat(KernelDensity.estimate(new double[] {0.1, 0.1, 0.1}, 0, 1, 10))
                .isEmpty();
        assertThat(KernelDensity.estimate(new double[] {-1e308, -1e308, 1e308, 1e308}, 0, 1, 10))
                .isEmpty();
        assertThat(KernelDensity.estimate(new double[] {0, Double.MIN_VALUE}, 0, 1, 10))
                .isEmpty();
    }

    @Test
    void hugeValuesHaveACurveInAnyRange() {
        double[] values = {-1e307, 0, 1e307};
        assertThat(curve(values, 0, 1, 10).density()[9]).isBetween(0.0, 1e-306);
        assertThat(curve(values, -2e307, 2e307, 5).density()[2]).isGreaterThan(0);
    }

    @Test
    void aRangeMustHaveALength() {
        double[] values = {1, 2};
        assertThatThrownBy(() -> KernelDensity.estimate(values, 1, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A density needs two points or more from low to high, not 10 from 1.0 to 1.0.");
        assertThatThrownBy(() -> KernelDensity.estimate(values, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KernelDensity.estimate(values, 0, Double.NaN, 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<double[]> samples() {
        return Arbitraries.doubles()
                .between(-10, 10)
                .ofScale(2)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(60)
                .filter(values -> Arrays.stream(values).distinct().count() > 1);
    }

    @Property
    void integratesToOneOverAWideRange(@ForAll("samples") double[] values) {
        double bandwidth = curve(values, -10, 10, 2).bandwidth();
        int points = (int) Math.ceil(40 / bandwidth) + 100;
        double low = -10 - 6 * bandwidth;
        double high = 10 + 6 * bandwidth;
        var density = curve(values, low, high, points).density();
        assertThat(Arrays.stream(density)).allMatch(d -> d >= 0);
        assertThat(Arrays.stream(density).sum() * (high - low) / (points - 1)).isCloseTo(1, within(1e-3));
    }

    @Property
    void followsShiftsAndScales(
            @ForAll("samples") double[] values,
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift,
            @ForAll @IntRange(min = 2, max = 300) int points) {
        var curve = curve(values, -12, 11, points);
        var moved = Arrays.stream(values).map(v -> v * scale + shift).toArray();
        var curveOfMoved = curve(moved, -12 * scale + shift, 11 * scale + shift, points);
        assertThat(curveOfMoved.bandwidth()).isCloseTo(scale * curve.bandwidth(), within(1e-9 * scale));
        var expected = Arrays.stream(curve.density()).map(d -> d / scale).toArray();
        assertThat(curveOfMoved.density()).containsExactly(expected, within(2e-4 * 0.4 / curveOfMoved.bandwidth()));
    }

    private static DensityCurve curve(double[] values, double low, double high, int points) {
        return KernelDensity.estimate(values, low, high, points).orElseThrow();
    }

    private static double[] direct(double[] values, DensityCurve at) {
        double h = at.bandwidth();
        return Arrays.stream(at.x())
                .map(x -> Arrays.stream(values)
                                .map(v -> Math.exp(-(x - v) * (x - v) / (2 * h * h)))
                                .sum()
                        / (values.length * h * Math.sqrt(2 * Math.PI)))
                .toArray();
    }
}
