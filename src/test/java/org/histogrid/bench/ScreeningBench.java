package org.histogrid.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.DoubleAdder;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.TestNpy;
import org.histogrid.dataset.VectorWork;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.screening.ScoreAt;
import org.histogrid.screening.ScreeningService;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Score;
import org.histogrid.stats.SeparationScorer;
import org.histogrid.stats.Split;

/// All neurons of 5,000 samples in single precision scored from PostgreSQL, beside a bare reading of the same rows: the
/// five scores, and the whole job with all scores of all samples and of both halves, written and ready to be ranked.
/// At 4,096, 16,384 and 131,072 neurons, with a page of the ranking at the largest.
public final class ScreeningBench {

    private static final int SAMPLES = 5_000;
    private static final int LAYER = 4_096;
    private static final int[] SIZES = {LAYER, 4 * LAYER, 32 * LAYER};

    /// In milliseconds
    private static final double PROMISED_PAGE = 50;

    private static final String BARE = "bare reading of the rows";
    private static final String FIVE = "five scores";
    private static final String CARD = "whole card, stored";

    private final ScreeningService screenings;
    private final RankingService rankings;
    private final ActivationService activations;
    private final DatasetService datasets;
    private final ImportService imports;
    private final Viewer viewer;
    private final DoubleAdder kept = new DoubleAdder();

    private ScreeningBench(BenchApplication application) {
        screenings = application.bean(ScreeningService.class);
        rankings = application.bean(RankingService.class);
        activations = application.bean(ActivationService.class);
        datasets = application.bean(DatasetService.class);
        imports = application.bean(ImportService.class);
        viewer = application.viewer();
    }

    public static void main(String[] arguments) throws Exception {
        boolean reached;
        try (var application = new BenchApplication()) {
            reached = new ScreeningBench(application).run();
        }
        if (!reached) {
            throw new IllegalStateException("Scoring all neurons is slower than promised");
        }
    }

    private boolean run() throws InterruptedException {
        var ok = true;
        var secondsANeuron = new double[SIZES.length];
        for (var i = 0; i < SIZES.length; i++) {
            var neurons = SIZES[i];
            var dataset = imported(neurons);
            var labeling =
                    new LabelingRef(dataset.id(), dataset.labelings().getFirst().id());
            settle(labeling);
            var rounds = new Rounds(neurons > 4 * LAYER ? 3 : 7)
                    .warmUp(neurons > LAYER ? 1 : 3)
                    .items("values", (double) SAMPLES * neurons)
                    .add(BARE, () -> read(dataset))
                    .add(FIVE, () -> five(dataset, labeling))
                    .add(CARD, () -> card(labeling));
            System.out.println(rounds.run().table(BARE));
            var size = String.format(Locale.ROOT, "%,d neurons x 5,000", neurons);
            ok &= Ratio.atMost(1.7, "five scores against a bare reading, " + size, rounds.ratio(BARE, FIVE));
            ok &= Ratio.atMost(6, "whole card against a bare reading, " + size, rounds.ratio(BARE, CARD));
            secondsANeuron[i] = rounds.p50(CARD) / neurons;
            if (i == SIZES.length - 1) {
                ok &= pages(labeling, size);
            }
            datasets.delete(viewer, dataset.id(), true);
        }
        return Ratio.atMost(
                        1.5,
                        "whole card, time a neuron at 131,072 against 4,096",
                        secondsANeuron[SIZES.length - 1] / secondsANeuron[0])
                && ok;
    }

    private boolean pages(LabelingRef labeling, String size) throws InterruptedException {
        var page = new int[1];
        var rounds = new Rounds(51)
                .warmUp(5)
                .add("page of a known ranking", () -> rank(labeling, Score.AUROC, 50 * (page[0]++ % 100)))
                .add("first page by another score", () -> rank(labeling, Score.values()[page[0]++ % 20 + 4], 0));
        System.out.println(rounds.run().table("page of a known ranking"));
        return Ratio.atMost(
                PROMISED_PAGE, "page of a ranking, " + size + ", p95 in ms", rounds.p95("page of a known ranking"));
    }

    private Object rank(LabelingRef labeling, Score by, int offset) {
        var columns = List.of(
                new ScoreAt(Split.DISCOVERY, ProfileColumn.of(by)),
                new ScoreAt(Split.HELD_OUT, ProfileColumn.of(by)),
                new ScoreAt(Split.DISCOVERY, ProfileColumn.Q),
                new ScoreAt(Split.ALL, ProfileColumn.of(Score.COHEN_D)));
        return rankings.rank(
                viewer,
                new RankingQuery(
                        Selection.of(labeling, Optional.empty()),
                        columns.getFirst(),
                        RankOrder.ABS,
                        List.of(),
                        columns,
                        offset,
                        50));
    }

    private long read(DatasetDetails dataset) {
        var bytes = new long[1];
        activations.scan(
                viewer, dataset, dataset.hookPoints().getFirst(), vector -> bytes[0] += vector.payload().length);
        return bytes[0];
    }

    private double five(DatasetDetails dataset, LabelingRef labeling) {
        var classOf =
                activations.labels(viewer, dataset.id(), labeling.labeling()).classOf();
        try (var work = new VectorWork("five", () -> {
            var scorer = new SeparationScorer(classOf);
            return vector ->
                    kept.add(scorer.score(vector.payload(), vector.encoding()).auroc());
        })) {
            activations.scan(viewer, dataset, dataset.hookPoints().getFirst(), work::add);
            work.finish();
        }
        return kept.sum();
    }

    /// From asking for it to the last score stored; the null, which follows, is stopped.
    private Object card(LabelingRef labeling) {
        screenings.again(viewer, labeling);
        await(labeling);
        screenings.cancel(viewer, labeling);
        return labeling;
    }

    private void await(LabelingRef labeling) {
        try {
            while (!screenings.status(viewer, labeling).isDone(Optional.empty())) {
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What an import starts by itself is over before anything is measured.
    private void settle(LabelingRef labeling) throws InterruptedException {
        await(labeling);
        while (screenings.status(viewer, labeling).isNullGoingOn()) {
            Thread.sleep(50);
        }
    }

    private DatasetDetails imported(int neurons) throws InterruptedException {
        var id = imports.begin(viewer);
        imports.addFile(viewer, id, "acts.npy", new Acts(neurons));
        var labels = new int[SAMPLES];
        Arrays.fill(labels, 0, SAMPLES / 2, 1);
        imports.addFile(viewer, id, "labels.npy", new ByteArrayInputStream(TestNpy.i8(labels)));
        imports.commit(viewer, id, ImportSpec.EMPTY);
        while (true) {
            var status = imports.find(viewer, id);
            if (status.state() == ImportStatus.State.SUCCEEDED) {
                return datasets.find(viewer, status.dataset().orElseThrow());
            }
            if (status.state().isOver()) {
                throw new IllegalStateException("The import ended as " + status);
            }
            Thread.sleep(20);
        }
    }

    /// A matrix of normal values, row after row as they are read; a row repeats its first 4,096 values.
    private static final class Acts extends InputStream {

        private final SplittableRandom random = new SplittableRandom(5);
        private final byte[] row;
        private byte[] now;
        private int at;
        private int rows;

        private Acts(int neurons) {
            row = new byte[neurons * Float.BYTES];
            var dict = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(SAMPLES, neurons);
            now = ByteBuffer.allocate(128)
                    .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0})
                    .put((dict + " ".repeat(117 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII))
                    .array();
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (at == now.length && !nextRow()) {
                return -1;
            }
            var count = Math.min(most, now.length - at);
            System.arraycopy(now, at, into, from, count);
            at += count;
            return count;
        }

        private boolean nextRow() {
            if (rows == SAMPLES) {
                return false;
            }
            rows++;
            var values = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
            for (var neuron = 0; neuron < LAYER; neuron++) {
                values.putFloat((float) random.nextGaussian());
            }
            for (var at = LAYER * Float.BYTES; at < row.length; at += LAYER * Float.BYTES) {
                System.arraycopy(row, 0, row, at, LAYER * Float.BYTES);
            }
            now = row;
            at = 0;
            return true;
        }
    }
}
