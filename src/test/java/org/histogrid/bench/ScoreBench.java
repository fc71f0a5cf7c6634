package org.histogrid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.histogrid.stats.Encoding;
import org.histogrid.stats.LabelPermutations;
import org.histogrid.stats.NullKernel;
import org.histogrid.stats.SeparationScorer;
import org.histogrid.stats.SortingAlone;
import org.histogrid.stats.Split;
import org.histogrid.stats.SplitScorer;
import org.histogrid.stats.TwoClassScorer;

/// All neurons of a layer scored in memory on two threads: 4,096 x 5,000 samples, two classes. AUROC, d,
/// KS, W1 and the best threshold beside scikit-learn's roc_auc_score in a loop, scipy's ranks of many
/// neurons at once, and sorting alone; the whole card beside the same card in scipy. Those score fewer
/// neurons on one thread, and their time is taken times what is missing. All times are processor time. The
/// promise for the card is that of all samples; with both halves it is shown, and so is the null of 200
/// permutations.
///
/// Wants python3 with scipy and scikit-learn; what is not there is left out.
public final class ScoreBench {

    private static final int NEURONS = 4_096;
    private static final int SAMPLES = 5_000;
    private static final int THREADS = 2;
    private static final int ROUNDS = 9;
    private static final int PERMUTATIONS = 200;

    /// How many of the neurons python scores
    private static final int OF_PYTHON = 64;

    private static final String FIVE = "five scores, fp32";
    private static final String FIVE_HALF = "five scores, fp16";
    private static final String CARD = "card of all samples, fp32";
    private static final String CARD_HALF = "card of all samples, fp16";
    private static final String CARDS = "card of all and both halves, fp32";
    private static final String CARDS_HALF = "card of all and both halves, fp16";
    private static final String NULL = "null of 200 permutations, fp32";
    private static final String SORT = "sorting alone, radix";
    private static final String SORT_JDK = "sorting alone, Arrays.sort(int[])";
    private static final String ROC = "scikit-learn roc_auc_score loop";
    private static final String RANKS = "scipy mannwhitneyu over an axis";
    private static final String SCIPY_CARD = "card in scipy";

    /// Scores a share of the neurons on one thread
    private interface Share {
        double score(IntStream neurons);
    }

    private final byte[][] singles = new byte[NEURONS][];
    private final byte[][] halves = new byte[NEURONS][];
    private final byte[] classOf = new byte[SAMPLES];
    private final boolean[] discovery = new boolean[SAMPLES];
    private final ExecutorService threads;
    /// What was scored, so that the compiler cannot leave the work out
    private volatile double kept;

    private ScoreBench(ExecutorService threads) {
        this.threads = threads;
        var random = new Random(4041);
        for (int i = 0; i < SAMPLES; i++) {
            classOf[i] = (byte) (random.nextDouble() < 0.6 ? 0 : 1);
            discovery[i] = random.nextBoolean();
        }
        for (int j = 0; j < NEURONS; j++) {
            var single = ByteBuffer.allocate(4 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
            var half = ByteBuffer.allocate(2 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < SAMPLES; i++) {
                float value = (float) (random.nextGaussian() * (1 + j % 7) - classOf[i] * (j % 3) / 2.0);
                single.putFloat(value);
                half.putShort(Float.floatToFloat16(value));
            }
            singles[j] = single.array();
            halves[j] = half.array();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf(
                "Scores: %,d neurons x %,d samples, processor time of %d threads, the longer one%n",
                NEURONS, SAMPLES, THREADS);
        boolean reached;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            reached = new ScoreBench(threads).run();
        }
        if (!reached) {
            throw new IllegalStateException("Neurons are scored more slowly than promised");
        }
    }

    private boolean run() throws IOException, InterruptedException {
        var rounds = new Rounds(ROUNDS).warmUp(4).items("values", (double) NEURONS * SAMPLES);
        rounds.addTimed(FIVE, () -> nanos(neurons -> five(neurons, singles, Encoding.F32)));
        rounds.addTimed(FIVE_HALF, () -> nanos(neurons -> five(neurons, halves, Encoding.F16)));
        rounds.addTimed(SORT, () -> nanos(this::sort));
        rounds.addTimed(SORT_JDK, () -> nanos(this::sortByJdk));
        rounds.addTimed(CARD, () -> nanos(neurons -> card(neurons, singles, Encoding.F32)));
        rounds.addTimed(CARD_HALF, () -> nanos(neurons -> card(neurons, halves, Encoding.F16)));
        rounds.addTimed(CARDS, () -> nanos(neurons -> cards(neurons, singles, Encoding.F32)));
        rounds.addTimed(CARDS_HALF, () -> nanos(neurons -> cards(neurons, halves, Encoding.F16)));
        var labels = new LabelPermutations(classOf, PERMUTATIONS, 1);
        rounds.addTimed(NULL, () -> nanos(neurons -> permuted(neurons, labels)));
        var python = ScipyScores.start(Arrays.copyOf(singles, OF_PYTHON), classOf);
        try {
            if (python.isPresent()) {
                var last = new SeparationScorer(classOf).score(singles[OF_PYTHON - 1], Encoding.F32);
                against(python.get(), rounds, last.auroc());
            }
            System.out.println(rounds.run().table(FIVE));
        } finally {
            if (python.isPresent()) {
                python.get().close();
            }
        }
        return verdict(rounds);
    }

    private static void against(ScipyScores python, Rounds rounds, double auroc) throws IOException {
        for (var name : new String[] {ScipyScores.RANKS, ScipyScores.CARD}) {
            check(name, python.auroc(name), auroc);
        }
        rounds.addTimed(RANKS, () -> ofAll(python.nanos(ScipyScores.RANKS)));
        rounds.addTimed(SCIPY_CARD, () -> ofAll(python.nanos(ScipyScores.CARD)));
        if (python.hasRoc()) {
            check(ROC, python.auroc(ScipyScores.ROC), auroc);
            rounds.addTimed(ROC, () -> ofAll(python.nanos(ScipyScores.ROC)));
        } else {
            System.out.println("Left out scikit-learn: python3 does not have it.");
        }
    }

    private static void check(String name, double theirs, double ours) {
        if (Math.abs(theirs - ours) > 1e-12) {
            throw new IllegalStateException("%s finds an AUROC of %s, not of %s".formatted(name, theirs, ours));
        }
    }

    private static long ofAll(long nanos) {
        return nanos * (NEURONS / OF_PYTHON);
    }

    private static boolean verdict(Rounds rounds) {
        rounds.atLeast(FIVE, ROC, 50).atLeast(FIVE, RANKS, 5).atLeast(CARD, SCIPY_CARD, 20);
        var sort = rounds.p50(SORT) < rounds.p50(SORT_JDK) ? SORT : SORT_JDK;
        boolean soon = Ratio.atMost(2, FIVE + " against " + sort, rounds.ratio(sort, FIVE));
        rounds.verdict();
        return soon;
    }

    /// Both threads, each with every other neuron. Counted is the processor time of the one that takes longer: what
    /// the clock on the wall would show if the machine were not shared with others.
    private long nanos(Share share) throws InterruptedException, ExecutionException {
        var processor = ManagementFactory.getThreadMXBean();
        var work = IntStream.range(0, THREADS)
                .mapToObj(thread -> (Callable<Long>) () -> {
                    long start = processor.getCurrentThreadCpuTime();
                    kept = share.score(
                            IntStream.iterate(thread, neuron -> neuron < NEURONS, neuron -> neuron + THREADS));
                    return processor.getCurrentThreadCpuTime() - start;
                })
                .toList();
        long longest = 0;
        for (var done : threads.invokeAll(work)) {
            longest = Math.max(longest, done.get());
        }
        return longest;
    }

    private double five(IntStream neurons, byte[][] payloads, Encoding encoding) {
        var scorer = new SeparationScorer(classOf);
        return neurons.mapToDouble(
                        neuron -> scorer.score(payloads[neuron], encoding).auroc())
                .sum();
    }

    private double card(IntStream neurons, byte[][] payloads, Encoding encoding) {
        var scorer = new TwoClassScorer(classOf);
        return neurons.mapToDouble(neuron ->
                        scorer.score(payloads[neuron], encoding).ranks().auroc())
                .sum();
    }

    private double cards(IntStream neurons, byte[][] payloads, Encoding encoding) {
        var scorer = new SplitScorer(classOf, 2, discovery);
        return neurons.mapToDouble(neuron -> scorer.score(payloads[neuron], encoding)
                        .of(Split.HELD_OUT)
                        .getFirst()
                        .ranks()
                        .auroc())
                .sum();
    }

    private double permuted(IntStream neurons, LabelPermutations labels) {
        var kernel = new NullKernel(labels);
        neurons.forEach(neuron -> kernel.add(singles[neuron], Encoding.F32));
        return kernel.result().maximum(0.95);
    }

    private double sort(IntStream neurons) {
        var order = new SortingAlone(SAMPLES);
        return neurons.mapToDouble(neuron -> order.sort(singles[neuron])).sum();
    }

    /// Bits of floats as integers of the same order
    private double sortByJdk(IntStream neurons) {
        var keys = new int[SAMPLES];
        return neurons.mapToDouble(neuron -> {
                    ByteBuffer.wrap(singles[neuron])
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asIntBuffer()
                            .get(keys);
                    for (int i = 0; i < SAMPLES; i++) {
                        keys[i] ^= keys[i] >> 31 & Integer.MAX_VALUE;
                    }
                    Arrays.sort(keys);
                    return keys[0];
                })
                .sum();
    }
}
