package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a ranking of many neurons claims, held against samples in which the truth is known.
class RankingHonestyTest {

    private static final int SAMPLES = 120;
    private static final int NEURONS = 150;

    private static byte[] labels(Random random) {
        var classOf = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            classOf[i] = (byte) (random.nextInt(100) < 62 ? 0 : 1);
        }
        return classOf;
    }

    private static byte[] neuron(Random random, byte[] classOf, double effect) {
        var values = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            values[i] = random.nextGaussian() + (classOf[i] == 0 ? effect : 0);
        }
        return Payloads.of(values, Encoding.F32);
    }

    @Test
    void withShuffledLabelsDiscoveriesAreAsRareAsPromised() {
        var random = new Random(20);
        int rounds = 400;
        int byQ = 0;
        int byBonferroni = 0;
        int byMaximum = 0;
        for (int round = 0; round < rounds; round++) {
            var classOf = labels(random);
            var scorer = new SplitScorer(classOf, 2, new boolean[SAMPLES]);
            var kernel = new NullKernel(new LabelPermutations(classOf, 39, round));
            var log10P = new double[NEURONS];
            double best = 0;
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                var payload = neuron(random, classOf, 0);
                var ranks = scorer.score(payload, Encoding.F32)
                        .of(Split.ALL)
                        .getFirst()
                        .ranks();
                log10P[neuron] = ranks.log10P();
                best = Math.max(best, Math.abs(ranks.auroc() - 0.5));
                if (round < 200) {
                    kernel.add(payload, Encoding.F32);
                }
            }
            byQ += below(FalseDiscovery.log10Q(log10P)) > 0 ? 1 : 0;
            byBonferroni += below(FalseDiscovery.log10Bonferroni(log10P)) > 0 ? 1 : 0;
            byMaximum += round < 200 && kernel.result().pOfMaximum(best) <= 0.05 ? 1 : 0;
        }
        // Every discovery is a false one here: q < 0.05 promises one round in twenty at most
        assertThat(byQ).isLessThanOrEqualTo(rounds / 20).isPositive();
        assertThat(byBonferroni).isLessThanOrEqualTo(byQ);
        assertThat(byMaximum).isBetween(1, 19);
    }

    @Test
    void plantedSignalsAreFoundAndHoldInTheOtherHalf() {
        var random = new Random(21);
        var classOf = labels(random);
        var ids = IntStream.range(0, SAMPLES).mapToObj(Integer::toString).toList();
        var scorer = new SplitScorer(classOf, 2, SampleHalves.discovery(ids, 0));
        int planted = 5;
        var log10P = new double[NEURONS];
        var heldOut = new double[NEURONS];
        for (int neuron = 0; neuron < NEURONS; neuron++) {
            // Downwards in every other one
            double effect = neuron >= planted ? 0 : neuron % 2 == 0 ? 2 : -2;
            var scores = scorer.score(neuron(random, classOf, effect), Encoding.F32);
            log10P[neuron] = scores.of(Split.DISCOVERY).getFirst().ranks().log10P();
            heldOut[neuron] = scores.of(Split.HELD_OUT).getFirst().ranks().auroc();
        }
        var best = IntStream.range(0, NEURONS)
                .boxed()
                .sorted((a, b) -> Double.compare(log10P[a], log10P[b]))
                .limit(planted)
                .toList();
        assertThat(best).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        var log10Q = FalseDiscovery.log10Q(log10P);
        for (int neuron = 0; neuron < planted; neuron++) {
            assertThat(log10Q[neuron]).isLessThan(Math.log10(0.05));
            if (neuron % 2 == 0) {
                assertThat(heldOut[neuron]).isGreaterThan(0.75);
            } else {
                assertThat(heldOut[neuron]).isLessThan(0.25);
            }
        }
    }

    private static long below(double[] log10) {
        return Arrays.stream(log10).filter(one -> one < Math.log10(0.05)).count();
    }
}
