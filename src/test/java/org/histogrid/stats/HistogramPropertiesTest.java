package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class HistogramPropertiesTest {

    private static final int CLASSES = 3;

    record Sample(double[] values, byte[] classOf) {
        @Override
        public final String toString() {
            return Arrays.toString(values) + " in classes " + Arrays.toString(classOf);
        }
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.doubles().between(-5, 5)),
                Tuple.of(6, Arbitraries.integers().between(-8, 8).map(i -> i / 4.0)),
                Tuple.of(1, Arbitraries.doubles()),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                -0.0,
                                Double.MIN_VALUE,
                                1e308,
                                -1e308)));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.integers()
                .between(0, 200)
                .flatMap(n -> Combinators.combine(
                                values().array(double[].class).ofSize(n),
                                Arbitraries.bytes()
                                        .between((byte) -2, (byte) (CLASSES - 1))
                                        .array(byte[].class)
                                        .ofSize(n))
                        .as(Sample::new));
    }

    @Provide
    Arbitrary<BinRule> rules() {
        return Arbitraries.oneOf(
                Arbitraries.of(BinRule.Estimator.class).map(rule -> rule),
                Arbitraries.integers().between(1, 1000).map(BinRule.Count::new),
                Arbitraries.doubles().between(0.01, 10).map(BinRule.Width::new),
                values().filter(Double::isFinite)
                        .map(v -> v + 0.0)
                        .list()
                        .uniqueElements()
                        .ofMinSize(2)
                        .ofMaxSize(40)
                        .map(edges -> new BinRule.Edges(edges.stream().sorted().toList())));
    }

    @Provide
    Arbitrary<BinRange> ranges() {
        return Arbitraries.oneOf(
                Arbitraries.just(new BinRange.Full()),
                Arbitraries.doubles().between(-6, 5).map(low -> new BinRange.Between(low, low + 1.3)),
                Arbitraries.doubles().between(0, 49).map(low -> new BinRange.Clip(low, 100 - low)));
    }

    @Property
    void edgesRiseStrictlyAndAreFinite(
            @ForAll("samples") Sample sample, @ForAll("rules") BinRule rule, @ForAll("ranges") BinRange range) {
        var edges = Binning.edges(rule, range, List.of(sample.values)).toArray();
        assertThat(edges).hasSizeBetween(2, 10_001);
        for (int i = 1; i < edges.length; i++) {
            assertThat(edges[i]).isGreaterThan(edges[i - 1]).isFinite();
        }
    }

    @Property
    void countsAreThoseOfTheDefinition(
            @ForAll("samples") Sample sample, @ForAll("rules") BinRule rule, @ForAll("ranges") BinRange range) {
        var edges = Binning.edges(rule, range, List.of(sample.values));
        var counted = Histograms.count(sample.values, sample.classOf, CLASSES, edges);
        for (int c = 0; c < CLASSES; c++) {
            assertThat(counted.get(c)).isEqualTo(naive(sample, c, edges));
        }
    }

    @Property
    void nothingIsDropped(
            @ForAll("samples") Sample sample, @ForAll("rules") BinRule rule, @ForAll("ranges") BinRange range) {
        var edges = Binning.edges(rule, range, List.of(sample.values));
        var counted = Histograms.count(sample.values, sample.classOf, CLASSES, edges);
        for (byte c = 0; c < CLASSES; c++) {
            var of = counted.get(c);
            long n = 0;
            for (byte other : sample.classOf) {
                n += other == c ? 1 : 0;
            }
            long sum = Arrays.stream(of.counts()).sum();
            assertThat(sum + of.below() + of.above() + of.nan() + of.posInf() + of.negInf())
                    .isEqualTo(of.n())
                    .isEqualTo(n);
            assertThat(of.total()).isEqualTo(sum);
        }
    }

    @Property
    void densityIntegratesToOne(@ForAll("samples") Sample sample, @ForAll("ranges") BinRange range) {
        var tame = Arrays.stream(sample.values)
                .map(v -> Double.isFinite(v) ? Math.clamp(v, -1e100, 1e100) : v)
                .toArray();
        var edges = Binning.edges(new BinRule.Count(17), range, List.of(tame));
        for (var of : Histograms.count(tame, sample.classOf, CLASSES, edges)) {
            double integral = 0;
            var density = of.density(edges);
            boolean beyondDoubles = false;
            for (int i = 0; i < density.length; i++) {
                integral += density[i] * edges.width(i);
                beyondDoubles |= density[i] == Double.MAX_VALUE;
            }
            if (beyondDoubles) {
                assertThat(edges.width(0)).isLessThan(1 / Double.MAX_VALUE);
                continue;
            }
            assertThat(integral).isCloseTo(of.total() == 0 ? 0 : 1, within(1e-9));
        }
    }

    @Property
    void percentAndCumulativeAreSharesOfTheFiniteValues(
            @ForAll("samples") Sample sample, @ForAll("rules") BinRule rule, @ForAll("ranges") BinRange range) {
        var edges = Binning.edges(rule, range, List.of(sample.values));
        for (var of : Histograms.count(sample.values, sample.classOf, CLASSES, edges)) {
            boolean whole = of.finite() > 0 && of.below() + of.above() == 0;
            double percent = Arrays.stream(of.percent()).sum();
            assertThat(percent).isBetween(0.0, 100 + 1e-9);
            var cumulative = of.cumulative();
            for (int i = 1; i < cumulative.length; i++) {
                assertThat(cumulative[i]).isGreaterThanOrEqualTo(cumulative[i - 1]);
            }
            if (range instanceof BinRange.Full && !(rule instanceof BinRule.Edges) && of.finite() > 0) {
                assertThat(whole).isTrue();
            }
            if (whole) {
                assertThat(percent).isCloseTo(100, within(1e-9));
                assertThat(cumulative[cumulative.length - 1]).isEqualTo(1);
            }
        }
    }

    @Property
    void ranksAreThoseOfSorting(@ForAll("samples") Sample sample, @ForAll("samples") Sample more) {
        // Enough values that they are dealt into buckets, with outliers that leave some buckets large
        var finite = DoubleStream.concat(
                        Arrays.stream(sample.values),
                        Arrays.stream(more.values)
                                .flatMap(v -> DoubleStream.of(v, v / 3, -v / 7, v * 1e-9, 1 + v * 1e-12)))
                .filter(Double::isFinite)
                .map(v -> v + 0.0)
                .toArray();
        var sorted = finite.clone();
        Arrays.sort(sorted);
        var order = new OrderStatistics(finite);
        for (int rank = 0; rank < sorted.length; rank++) {
            assertThat(order.at(rank)).isEqualTo(sorted[rank]);
        }
    }

    private static ClassHistogram naive(Sample sample, int c, BinEdges edges) {
        var counts = new long[edges.bins()];
        long n = 0;
        long below = 0;
        long above = 0;
        long nan = 0;
        long posInf = 0;
        long negInf = 0;
        for (int i = 0; i < sample.values.length; i++) {
            double value = sample.values[i];
            if (sample.classOf[i] != c) {
                continue;
            }
            n++;
            if (Double.isNaN(value)) {
                nan++;
            } else if (value == Double.POSITIVE_INFINITY) {
                posInf++;
            } else if (value == Double.NEGATIVE_INFINITY) {
                negInf++;
            } else if (value < edges.low()) {
                below++;
            } else if (value > edges.high()) {
                above++;
            } else {
                int bin = 0;
                while (bin < counts.length - 1 && value >= edges.edge(bin + 1)) {
                    bin++;
                }
                counts[bin]++;
            }
        }
        return new ClassHistogram(n, counts, below, above, nan, posInf, negInf);
    }
}
