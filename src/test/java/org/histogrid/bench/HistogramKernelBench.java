package org.histogrid.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Binning;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Encoding;
import org.histogrid.stats.Histograms;

/// One layer of activations, 4,096 neurons x 5,000 samples, counted over 4 classes x 50 bins on one thread,
/// beside numpy.histogram for each class and beside plain passes over the same values. Counts must not differ
/// from numpy's.
///
/// Wants python3 with numpy, and about 700 MB of heap; without numpy that comparison is left out.
public final class HistogramKernelBench {

    private static final int NEURONS = 4_096;
    private static final int SAMPLES = 5_000;
    private static final int CLASSES = 4;
    private static final int BINS = 50;
    private static final int ROUNDS = 9;

    private static final String FROM_FP32 = "Histogrid, fp32 payload";
    private static final String FROM_FP16 = "Histogrid, fp16 payload";
    private static final String FROM_DOUBLES = "Histogrid, double[]";
    private static final String NUMPY = "numpy.histogram";

    private final byte[][] singles = new byte[NEURONS][];
    private final byte[][] halves = new byte[NEURONS][];
    private final byte[] classOf = new byte[SAMPLES];
    private final BinEdges[] edges = new BinEdges[NEURONS];
    private final BinEdges[] edgesOfHalves = new BinEdges[NEURONS];

    private HistogramKernelBench() {
        var random = new Random(4041);
        for (int i = 0; i < SAMPLES; i++) {
            classOf[i] = (byte) random.nextInt(CLASSES);
        }
        var rule = new BinRule.Count(BINS);
        var range = new BinRange.Full();
        for (int j = 0; j < NEURONS; j++) {
            var single = ByteBuffer.allocate(4 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
            var half = ByteBuffer.allocate(2 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < SAMPLES; i++) {
                float value = (float) (random.nextGaussian() * (1 + j % 7) + classOf[i]);
                single.putFloat(value);
                half.putShort(Float.floatToFloat16(value));
            }
            singles[j] = single.array();
            halves[j] = half.array();
            edges[j] = Binning.edges(rule, range, List.of(ActivationCodec.decode(singles[j], Encoding.F32)));
            edgesOfHalves[j] = Binning.edges(rule, range, List.of(ActivationCodec.decode(halves[j], Encoding.F16)));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.printf(
                "Histogram kernel: %,d neurons x %,d samples, %d classes x %d bins, processor time of one thread%n",
                NEURONS, SAMPLES, CLASSES, BINS);
        new HistogramKernelBench().run();
        estimators();
    }

    private void run() throws IOException, InterruptedException {
        var rounds = new Rounds(ROUNDS).warmUp(3).processorTime().items("values", (double) NEURONS * SAMPLES);
        var decoded = Arrays.stream(singles)
                .map(payload -> ActivationCodec.decode(payload, Encoding.F32))
                .toArray(double[][]::new);
        rounds.add(FROM_FP32, () -> count(Encoding.F32, singles, edges));
        rounds.add(FROM_FP16, () -> count(Encoding.F16, halves, edgesOfHalves));
        rounds.add(FROM_DOUBLES, () -> countDoubles(decoded));
        rounds.add("plain pass: sum of double[]", () -> sum(decoded));
        rounds.add("plain pass: min and max of double[]", () -> extremes(decoded));
        rounds.add("decode fp32 only", () -> decodeAll(Encoding.F32, singles));
        var peer = NumpyHistogram.start(singles, edges, classOf, CLASSES);
        if (peer.isEmpty()) {
            System.out.println(rounds.run().table(FROM_DOUBLES));
            return;
        }
        try (var numpy = peer.get()) {
            rounds.addTimed(NUMPY, numpy::nanos);
            System.out.println(rounds.run().table(NUMPY));
            long differ = differing(numpy.counts());
            System.out.printf("%,d of %,d counts differ from numpy%n", differ, NEURONS * CLASSES * BINS);
            if (differ > 0) {
                throw new IllegalStateException(differ + " counts differ from numpy");
            }
        }
        rounds.atLeast(FROM_DOUBLES, NUMPY, 20).verdict();
    }

    private long count(Encoding encoding, byte[][] payloads, BinEdges[] edges) {
        long total = 0;
        for (int j = 0; j < NEURONS; j++) {
            total += total(Histograms.count(payloads[j], encoding, classOf, CLASSES, edges[j]));
        }
        return total;
    }

    private long countDoubles(double[][] values) {
        long total = 0;
        for (int j = 0; j < NEURONS; j++) {
            total += total(Histograms.count(values[j], classOf, CLASSES, edges[j]));
        }
        return total;
    }

    private static long total(List<ClassHistogram> histograms) {
        return histograms.getFirst().total();
    }

    private static double sum(double[][] values) {
        double sum = 0;
        for (var neuron : values) {
            for (double value : neuron) {
                sum += value;
            }
        }
        return sum;
    }

    private static double extremes(double[][] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var neuron : values) {
            for (double value : neuron) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high - low;
    }

    private static double decodeAll(Encoding encoding, byte[][] payloads) {
        double last = 0;
        for (var payload : payloads) {
            last += ActivationCodec.decode(payload, encoding)[0];
        }
        return last;
    }

    private long differing(long[] counts) {
        long differ = 0;
        int next = 0;
        for (int j = 0; j < NEURONS; j++) {
            for (var ours : Histograms.count(singles[j], Encoding.F32, classOf, CLASSES, edges[j])) {
                for (long count : ours.counts()) {
                    differ += count == counts[next++] ? 0 : 1;
                }
            }
        }
        return differ;
    }

    /// What it costs to choose edges for a panel, by rule.
    private static void estimators() {
        int n = 18_000;
        var random = new Random(7);
        var values = random.doubles(n).map(_ -> (float) random.nextGaussian()).toArray();
        var outlier = values.clone();
        outlier[n / 2] = 1e6;
        System.out.printf("%nEdges of %,d pooled values%n", n);
        var rounds = new Rounds(200).warmUp(200).processorTime();
        for (var rule : BinRule.Estimator.values()) {
            rounds.add(rule.label(), () -> Binning.edges(rule, new BinRange.Full(), List.of(values)));
        }
        var fd = BinRule.Estimator.FD;
        var fdWithOutlier = fd.label() + ", one outlier";
        rounds.add(fdWithOutlier, () -> Binning.edges(fd, new BinRange.Full(), List.of(outlier)));
        var sort = "sort, for comparison";
        rounds.add(sort, () -> {
            var sorted = values.clone();
            Arrays.sort(sorted);
            return sorted;
        });
        System.out.println(rounds.run().table(sort));
        if (rounds.p50(fd.label()) > 1 || rounds.p50(fdWithOutlier) > 1) {
            throw new IllegalStateException("Freedman-Diaconis must cost less than a millisecond");
        }
    }
}
