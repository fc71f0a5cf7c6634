package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void meanAndDeviationAreThoseOfTheTextbook() {
        var moments = Moments.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertThat(moments).isEqualTo(new Moments(8, 5, 32));
        assertThat(moments.sd()).hasValueCloseTo(Math.sqrt(32 / 7.0), within(1e-15));
    }

    @Test
    void onlyFiniteValuesCount() {
        assertThat(Moments.of(new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY}))
                .isEqualTo(new Moments(2, 2, 2));
        assertThat(Moments.of(new double[] {Double.NaN})).isEqualTo(Moments.NONE);
    }

    @Test
    void thereIsNoDeviationOfFewerThanTwo() {
        assertThat(Moments.NONE.sd()).isEmpty();
        assertThat(Moments.of(new double[] {7}).sd()).isEmpty();
        assertThat(Moments.of(new double[] {7, 7}).sd()).hasValue(0);
    }

    @Test
    void nothingIsAddedByNoValues() {
        var moments = Moments.of(new double[] {1, 5});
        assertThat(moments.merge(Moments.NONE)).isEqualTo(moments);
        assertThat(Moments.NONE.merge(moments)).isEqualTo(moments);
        assertThat(Moments.NONE.merge(Moments.NONE)).isEqualTo(Moments.NONE);
    }

    @Test
    void aLargeMeanTakesNothingFromASmallSpread() {
        double[] small = {4, 7, 13, 16};
        var shifted = Arrays.stream(small).map(v -> v + 1e9).toArray();
        assertThat(Moments.of(shifted).m2()).isEqualTo(90);
        var merged = Moments.of(shifted).merge(Moments.of(shifted));
        assertThat(merged.m2()).isEqualTo(180);
        assertThat(merged.mean()).isEqualTo(1e9 + 10);
    }

    @Test
    void hugeValuesHaveAMean() {
        double huge = Double.MAX_VALUE;
        assertThat(Moments.of(new double[] {huge, huge}).mean()).isCloseTo(huge, within(1e293));
        var opposite = Moments.of(new double[] {huge}).merge(Moments.of(new double[] {-huge}));
        assertThat(opposite.mean()).isZero();
        assertThat(opposite.m2()).isInfinite();
        assertThat(Moments.of(new double[] {huge, -huge}).m2()).isInfinite();
    }

    @Test
    void impossibleOnesAreRefused() {
        assertThatThrownBy(() -> new Moments(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Moments(1, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void partsMergeToTheWholeInAnyOrder(
            @ForAll @Size(max = 7) List<@Size(max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double>> parts) {
        var whole =
                Moments.of(parts.stream().flatMapToDouble(MomentsTest::stream).toArray());
        var forwards = Moments.NONE;
        var backwards = Moments.NONE;
        for (var part : parts) {
            var moments = Moments.of(stream(part).toArray());
            forwards = forwards.merge(moments);
            backwards = moments.merge(backwards);
        }
        for (var merged : List.of(forwards, backwards)) {
            assertThat(merged.count()).isEqualTo(whole.count());
            assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-9));
            assertThat(merged.m2()).isCloseTo(whole.m2(), within(1e-9 * (1 + whole.m2())));
        }
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }
}
