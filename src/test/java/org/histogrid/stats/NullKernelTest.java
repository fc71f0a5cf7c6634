package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NullKernelTest {

    private static final int PERMUTATIONS = 30;

    /// Neurons with ties, without, with values that are not finite, constant, and without any
    private static List<double[]> neurons(int samples) {
        var random = new Random(3);
        return IntStream.range(0, 8)
                .mapToObj(neuron -> IntStream.range(0, samples)
                        .mapToDouble(i -> switch (neuron) {
                            case 0 -> random.nextInt(3);
                            case 1 -> random.nextInt(10) == 0 ? Double.NaN : random.nextInt(40) - 20;
                            case 2 -> 7;
                            case 3 -> Double.NEGATIVE_INFINITY;
                            case 4 -> i == 5 ? 1 : Double.NaN;
                            default -> Math.rint(random.nextGaussian() * 64) / 16;
                        })
                        .toArray())
                .toList();
    }

    private static byte[] labels(int samples) {
        var random = new Random(9);
        var classOf = new byte[samples];
        for (int i = 0; i < samples; i++) {
            classOf[i] = (byte) (random.nextInt(7) - 1 >> 1);
            classOf[i] = (byte) Math.min(classOf[i], 1);
        }
        return classOf;
    }

    /// What the scores say of the labels that a permutation gives
    private static NullDistribution oneByOne(List<double[]> neurons, byte[] classOf, LabelPermutations labels) {
        var maxima = new double[labels.permutations()];
        var auroc = new long[NullDistribution.AUROC_BINS];
        var spearman = new long[NullDistribution.SPEARMAN_BINS];
        for (int permutation = 0; permutation < maxima.length; permutation++) {
            var dealt = classOf.clone();
            int place = 0;
            for (int i = 0; i < dealt.length; i++) {
                if (dealt[i] >= 0) {
                    dealt[i] = (byte) (labels.isFirst(permutation, place++) ? 0 : 1);
                }
            }
            for (var neuron : neurons) {
                var ranks = TwoClassScores.of(neuron, dealt).ranks();
                if (!Double.isNaN(ranks.auroc())) {
                    maxima[permutation] = Math.max(maxima[permutation], Math.abs(ranks.auroc() - 0.5));
                    auroc[Math.min((int) (ranks.auroc() * 400), 399)]++;
                }
                if (!Double.isNaN(ranks.spearman())) {
                    spearman[Math.clamp((int) ((ranks.spearman() + 1) / 2 * 401), 0, 400)]++;
                }
            }
        }
        return new NullDistribution(maxima, auroc, spearman);
    }

    @ParameterizedTest
    @EnumSource
    void everyPermutationIsScoredAsByTheScoresThemselves(Encoding encoding) {
        for (int samples : new int[] {2, 9, 64, 131}) {
            var classOf = labels(samples);
            var labels = new LabelPermutations(classOf, PERMUTATIONS, 77);
            var kernel = new NullKernel(labels);
            var neurons = neurons(samples);
            neurons.forEach(neuron -> kernel.add(Payloads.of(neuron, encoding), encoding));
            assertThat(kernel.result()).as("%d samples", samples).isEqualTo(oneByOne(neurons, classOf, labels));
        }
    }

    @Test
    void manySamplesAreAddedUpInBlocks() {
        int samples = 30_000;
        var random = new Random(1);
        var classOf = new byte[samples];
        for (int i = 0; i < samples; i++) {
            classOf[i] = (byte) (i % 3 == 0 ? 1 : 0);
        }
        var neuron = random.doubles(samples).map(value -> (float) value).toArray();
        neuron[4] = Double.NaN;
        var labels = new LabelPermutations(classOf, 5, 2);
        var kernel = new NullKernel(labels);
        kernel.add(Payloads.of(neuron, Encoding.F32), Encoding.F32);
        assertThat(kernel.result()).isEqualTo(oneByOne(List.of(neuron), classOf, labels));
    }

    @Test
    void moreThanTwoBillionPairsOverflowNothing() {
        int samples = 140_000;
        var classOf = new byte[samples];
        Arrays.fill(classOf, samples / 2, samples, (byte) 1);
        var labels = new LabelPermutations(classOf, 2, 8);
        // Values by which the first permutation separates the classes wholly
        var neuron = IntStream.range(0, samples)
                .mapToDouble(i -> labels.isFirst(0, i) ? i + samples : i)
                .toArray();
        var kernel = new NullKernel(labels);
        kernel.add(Payloads.of(neuron, Encoding.F64), Encoding.F64);
        assertThat(kernel.result().maxima()[0]).isEqualTo(0.5);
        assertThat(kernel.result().maxima()[1]).isLessThan(0.02);
        assertThat(kernel.result().auroc()[399]).isEqualTo(1);
    }

    @Test
    void partsAreMerged() {
        var classOf = labels(100);
        var labels = new LabelPermutations(classOf, PERMUTATIONS, 1);
        var neurons = neurons(100);
        var all = new NullKernel(labels);
        var merged = NullDistribution.none(PERMUTATIONS);
        for (var neuron : neurons) {
            all.add(Payloads.of(neuron, Encoding.F64), Encoding.F64);
            var alone = new NullKernel(labels);
            alone.add(Payloads.of(neuron, Encoding.F64), Encoding.F64);
            merged = merged.merge(alone.result());
        }
        assertThat(merged).isEqualTo(all.result()).hasSameHashCodeAs(all.result());
        var other = NullDistribution.none(PERMUTATIONS + 1);
        var one = merged;
        assertThatThrownBy(() -> one.merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Distributions under 30 and 31 permutations cannot be merged.");
    }

    @Test
    void theDistributionIsThatOfRankSumsWithoutAnEffect() {
        int samples = 200;
        var classOf = new byte[samples];
        Arrays.fill(classOf, 0, 80, (byte) 1);
        var kernel = new NullKernel(new LabelPermutations(classOf, 400, 6));
        var random = new Random(2);
        int neurons = 100;
        for (int neuron = 0; neuron < neurons; neuron++) {
            var values = random.doubles(samples).toArray();
            kernel.add(Payloads.of(values, Encoding.F64), Encoding.F64);
        }
        var result = kernel.result();
        double mean = 0;
        double square = 0;
        double total = 0;
        for (int bin = 0; bin < 400; bin++) {
            double centre = (bin + 0.5) / 400 - 0.5;
            total += result.auroc()[bin];
            mean += result.auroc()[bin] * centre;
            square += result.auroc()[bin] * centre * centre;
        }
        assertThat(total).isEqualTo(neurons * 400.0);
        assertThat(Arrays.stream(result.spearman()).sum()).isEqualTo(neurons * 400L);
        assertThat(mean / total).isCloseTo(0, within(2e-3));
        // Mann and Whitney (1947): the variance of U is n0 n1 (n + 1) / 12
        assertThat(square / total).isCloseTo(201.0 / (12 * 80 * 120), within(2e-5));
        // The best of 100 reaches further than one does
        assertThat(result.maximum(0.5)).isBetween(0.09, 0.14);
        assertThat(result.maximum(1))
                .isEqualTo(Arrays.stream(result.maxima()).max().orElseThrow());
    }

    @Test
    void theChanceOfTheBestIsCountedOverThePermutations() {
        var none = NullDistribution.none(0);
        var distribution = new NullDistribution(new double[] {0.1, 0.2, 0.3}, none.auroc(), none.spearman());
        assertThat(distribution.pOfMaximum(0.25)).isEqualTo(0.5);
        assertThat(distribution.pOfMaximum(0.2)).isEqualTo(0.75);
        assertThat(distribution.pOfMaximum(0.4)).isEqualTo(0.25);
        assertThat(distribution.maximum(0.5)).isEqualTo(0.2);
        assertThatThrownBy(() -> new NullDistribution(new double[1], new long[4], none.spearman()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There must be 400 and 401 bins, not 4 and 401.");
    }

    @Test
    void everyPermutationKeepsTheSizesOfTheClasses() {
        var classOf = new byte[] {0, 1, -1, 1, 0, 0, -1, 1, 1, 1};
        var labels = new LabelPermutations(classOf, 2000, 4);
        assertThat(labels.labelled()).isEqualTo(8);
        var times = new int[8];
        for (int permutation = 0; permutation < 2000; permutation++) {
            int first = 0;
            for (int place = 0; place < 8; place++) {
                if (labels.isFirst(permutation, place)) {
                    first++;
                    times[place]++;
                }
            }
            assertThat(first).isEqualTo(3);
        }
        // 750 each, give or take five standard deviations of 21.7
        assertThat(Arrays.stream(times).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(642, 858));
    }

    @Test
    void permutationsAreTheSameForEver() {
        var labels = new LabelPermutations(new byte[] {0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 3, 2026);
        var places = IntStream.range(0, 3)
                .mapToObj(permutation -> IntStream.range(0, 12)
                        .filter(place -> labels.isFirst(permutation, place))
                        .boxed()
                        .toList())
                .toList();
        assertThat(places).isEqualTo(List.of(List.of(6, 8, 10), List.of(4, 6, 9), List.of(5, 8, 11)));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new LabelPermutations(new byte[] {2}, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample is in a class beyond the 2 there are, counted from 0.");
        assertThatThrownBy(() -> new LabelPermutations(new byte[2], 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There must be at least one permutation, not 0.");
        var kernel = new NullKernel(new LabelPermutations(new byte[3], 2, 0));
        assertThatThrownBy(() -> kernel.add(new byte[8], Encoding.F32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 2 values, but classes of 3 samples.");
        // A class without samples gives nothing to permute
        kernel.add(new byte[12], Encoding.F32);
        assertThat(kernel.result()).isEqualTo(NullDistribution.none(2));
    }
}
