package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;

class ScorePropertiesTest {

    record Sample(double[] values, byte[] classOf) {
        @Override
        public final String toString() {
            return Arrays.toString(values) + " in classes " + Arrays.toString(classOf);
        }

        double[] of(int wanted) {
            return IntStream.range(0, values.length)
                    .filter(i -> classOf[i] == wanted)
                    .mapToDouble(i -> values[i])
                    .toArray();
        }

        Sample map(DoubleUnaryOperator of) {
            return new Sample(Arrays.stream(values).map(of).toArray(), classOf);
        }

        TwoClassScores scores() {
            return TwoClassScores.of(values, classOf);
        }
    }

    /// Both classes have values, not all equal, many of them tied
    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.integers()
                .between(2, 60)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.frequencyOf(
                                                Tuple.of(
                                                        3,
                                                        Arbitraries.integers()
                                                                .between(-8, 8)
                                                                .map(i -> i / 4.0)),
                                                Tuple.of(
                                                        1,
                                                        Arbitraries.doubles()
                                                                .between(-4, 4)
                                                                .ofScale(3)))
                                        .array(double[].class)
                                        .ofSize(n),
                                Arbitraries.bytes()
                                        .between((byte) -1, (byte) 1)
                                        .array(byte[].class)
                                        .ofSize(n))
                        .as(Sample::new))
                .filter(sample -> sample.of(0).length > 0
                        && sample.of(1).length > 0
                        && IntStream.range(0, sample.values.length)
                                        .filter(i -> sample.classOf[i] >= 0)
                                        .mapToDouble(i -> sample.values[i])
                                        .distinct()
                                        .count()
                                > 1);
    }

    @Property
    void rankScoresAreThoseOfTheirDefinitions(@ForAll("samples") Sample sample) {
        var ranks = sample.scores().ranks();
        var a = sample.of(0);
        var b = sample.of(1);
        double u = 0;
        for (double x : a) {
            u += below(b, x);
        }
        assertThat(ranks.mannWhitneyU()).isEqualTo(u);
        double auroc = u / ((double) a.length * b.length);
        assertThat(ranks.auroc()).isCloseTo(auroc, within(1e-15));

        var pooled = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, pooled, a.length, b.length);
        var isFirst = new double[pooled.length];
        Arrays.fill(isFirst, 0, a.length, 1);
        assertThat(ranks.spearman()).isCloseTo(pearson(Ranks.midRanks(pooled), isFirst), within(1e-12));

        if (a.length > 1 && b.length > 1) {
            double variance =
                    Moments.of(Arrays.stream(a).map(x -> below(b, x) / b.length).toArray())
                                            .m2()
                                    / (a.length - 1)
                                    / a.length
                            + Moments.of(Arrays.stream(b)
                                                    .map(x -> below(a, x) / a.length)
                                                    .toArray())
                                            .m2()
                                    / (b.length - 1)
                                    / b.length;
            double half = 1.959963984540054 * Math.sqrt(variance);
            assertThat(ranks.aurocLow()).isCloseTo(Math.max(0, auroc - half), within(1e-9));
            assertThat(ranks.aurocHigh()).isCloseTo(Math.min(1, auroc + half), within(1e-9));
        } else {
            assertThat(ranks.aurocLow()).isNaN();
        }
    }

    @Property
    void distancesAreThoseOfTheirDefinitions(@ForAll("samples") Sample sample) {
        var distance = sample.scores().distance();
        var a = sample.of(0);
        var b = sample.of(1);
        var steps = IntStream.range(0, sample.values.length)
                .filter(i -> sample.classOf[i] >= 0)
                .mapToDouble(i -> sample.values[i])
                .sorted()
                .toArray();
        double greatest = 0;
        double area = 0;
        for (int i = 0; i + 1 < steps.length; i++) {
            double at = steps[i];
            double between =
                    Math.abs((double) Arrays.stream(a).filter(v -> v <= at).count() / a.length
                            - (double) Arrays.stream(b).filter(v -> v <= at).count() / b.length);
            greatest = Math.max(greatest, between);
            area += between * (steps[i + 1] - at);
        }
        assertThat(distance.ks()).isCloseTo(greatest, within(1e-12));
        assertThat(distance.wasserstein()).isCloseTo(area, within(1e-12));
        var first = Moments.of(a);
        var second = Moments.of(b);
        double pooled = Math.sqrt((first.m2() + second.m2()) / (a.length + b.length - 2));
        if (pooled > 1e-6) {
            double d = (first.mean() - second.mean()) / pooled;
            assertThat(distance.cohenD()).isCloseTo(d, within(1e-9 * (1 + Math.abs(d))));
            assertThat(distance.wassersteinScaled()).isCloseTo(area / pooled, within(1e-9 * (1 + area / pooled)));
        }
    }

    @Property
    void overlapIsWhatTheHistogramsShare(@ForAll("samples") Sample sample) {
        var labelled = IntStream.range(0, sample.values.length)
                .filter(i -> sample.classOf[i] >= 0)
                .mapToDouble(i -> sample.values[i])
                .toArray();
        var edges = Binning.edges(new BinRule.Count(100), new BinRange.Full(), List.of(labelled));
        if (edges.limited()) {
            return;
        }
        var counted = Histograms.count(sample.values, sample.classOf, 2, edges);
        double shared = 0;
        for (int i = 0; i < 100; i++) {
            shared += Math.min(counted.get(0).percent()[i], counted.get(1).percent()[i]) / 100;
        }
        assertThat(sample.scores().binned().overlap()).isCloseTo(shared, within(1e-12));
    }

    @Property
    void anyRisingMapLeavesTheOrderAlone(@ForAll("samples") Sample sample) {
        var scores = sample.scores();
        var mapped = sample.map(v -> Math.cbrt(v) * 1e5 + v).scores();
        assertThat(mapped.ranks()).isEqualTo(scores.ranks());
        assertThat(mapped.distance().ks()).isEqualTo(scores.distance().ks());
        var before = scores.threshold().orElseThrow();
        var after = mapped.threshold().orElseThrow();
        assertThat(after.f1()).isEqualTo(before.f1());
        assertThat(after.takesAbove()).isEqualTo(before.takesAbove());
    }

    @Property
    void swappingTheClassesMirrorsTheScores(@ForAll("samples") Sample sample) {
        var scores = sample.scores();
        var swappedClasses = sample.classOf.clone();
        for (int i = 0; i < swappedClasses.length; i++) {
            swappedClasses[i] = (byte) (swappedClasses[i] < 0 ? -1 : 1 - swappedClasses[i]);
        }
        var swapped = new Sample(sample.values, swappedClasses).scores();
        assertThat(swapped.classes()).isEqualTo(scores.classes().reversed());
        assertThat(swapped.pooled()).isEqualTo(scores.pooled());
        assertThat(swapped.ranks().auroc()).isCloseTo(1 - scores.ranks().auroc(), within(1e-15));
        assertThat(swapped.ranks().log10P()).isEqualTo(scores.ranks().log10P());
        assertThat(swapped.ranks().spearman()).isEqualTo(-scores.ranks().spearman());
        assertClose(swapped.ranks().aurocLow(), 1 - scores.ranks().aurocHigh(), 1);
        assertClose(swapped.distance().cohenD(), -scores.distance().cohenD(), 1);
        assertClose(swapped.distance().welchT(), -scores.distance().welchT(), 1);
        assertClose(swapped.distance().wasserstein(), scores.distance().wasserstein(), 1);
        assertClose(swapped.binned().mutualInformation(), scores.binned().mutualInformation(), 1);
        assertClose(swapped.binned().overlap(), scores.binned().overlap(), 1);
    }

    @Property
    void scoresFollowShiftsAndScales(
            @ForAll("samples") Sample sample,
            @ForAll @DoubleRange(min = 0.1, max = 50) double scale,
            @ForAll @DoubleRange(min = -100, max = 100) double shift) {
        // On a grid that both maps keep, so that no tie appears or parts
        var on = sample.map(v -> Math.rint(v * 64) / 64);
        if (Arrays.stream(on.values).distinct().count() < 2) {
            return;
        }
        var scores = on.scores();
        var up = on.map(v -> v * scale + shift).scores();
        var down = on.map(v -> v * -scale + shift).scores();
        assertClose(up.distance().cohenD(), scores.distance().cohenD(), 1e3);
        assertClose(down.distance().cohenD(), -scores.distance().cohenD(), 1e3);
        assertClose(up.distance().wasserstein(), scores.distance().wasserstein() * scale, 1e3);
        assertClose(up.pooled().skewness(), scores.pooled().skewness(), 1e3);
        assertClose(down.pooled().skewness(), -scores.pooled().skewness(), 1e3);
        assertClose(down.pooled().kurtosis(), scores.pooled().kurtosis(), 1e3);
        assertClose(down.ranks().auroc(), 1 - scores.ranks().auroc(), 1);
        for (int of = 0; of < 2; of++) {
            assertClose(up.classes().get(of).sd(), scores.classes().get(of).sd() * scale, 1e3);
            assertClose(up.classes().get(of).median(), scores.classes().get(of).median() * scale + shift, 1e3);
        }
    }

    @Property
    void takingEverySampleTwiceChangesNoDistribution(@ForAll("samples") Sample sample) {
        int n = sample.values.length;
        var values = Arrays.copyOf(sample.values, 2 * n);
        var classOf = Arrays.copyOf(sample.classOf, 2 * n);
        System.arraycopy(sample.values, 0, values, n, n);
        System.arraycopy(sample.classOf, 0, classOf, n, n);
        var scores = sample.scores();
        var twice = TwoClassScores.of(values, classOf);
        assertThat(twice.n()).isEqualTo(2 * scores.n());
        assertThat(twice.ranks().auroc()).isEqualTo(scores.ranks().auroc());
        assertThat(twice.ranks().mannWhitneyU()).isEqualTo(4 * scores.ranks().mannWhitneyU());
        assertThat(twice.distance().ks()).isEqualTo(scores.distance().ks());
        assertClose(twice.distance().wasserstein(), scores.distance().wasserstein(), 1);
        assertClose(twice.binned().overlap(), scores.binned().overlap(), 1);
        assertClose(twice.pooled().skewness(), scores.pooled().skewness(), 1);
        assertClose(twice.pooled().kurtosis(), scores.pooled().kurtosis(), 1);
        assertThat(twice.threshold().map(BestThreshold::threshold))
                .isEqualTo(scores.threshold().map(BestThreshold::threshold));
    }

    private static double below(double[] values, double x) {
        return Arrays.stream(values).map(v -> v < x ? 1 : v == x ? 0.5 : 0).sum();
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static void assertClose(double actual, double expected, double times) {
        assertThat(new double[] {actual})
                .containsExactly(
                        new double[] {expected},
                        within(1e-11 * times * (1 + (Double.isNaN(expected) ? 0 : Math.abs(expected)))));
    }
}
