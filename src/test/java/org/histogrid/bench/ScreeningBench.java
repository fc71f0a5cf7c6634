package org.histogrid.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.LabelingRef;
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

    private static final int SAMPLES = NormalDataset.SAMPLES;
    private static final int LAYER = NormalDataset.LAYER;
    private static final int[] SIZES = {LAYER, 4 * LAYER, 32 * LAYER};

    /// In milliseconds
    private static final double PROMISED_PAGE = 50;

    private static final String BARE = "bare reading of the rows";
    private static final String FIVE = "five scores";
    private static final String CARD = "whole card, stored";

    private final BenchApplication application;
    private final ScreeningService screenings;
    private final RankingService rankings;
    private final ActivationService activations;
    private final Viewer viewer;
    private final DoubleAdder kept = new DoubleAdder();

    private ScreeningBench(BenchApplication application) {
        this.application = application;
        screenings = application.bean(ScreeningService.class);
        rankings = application.bean(RankingService.class);
        activations = application.bean(ActivationService.class);
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
            var dataset = NormalDataset.imported(application, neurons);
            var rounds = new Rounds(neurons > 4 * LAYER ? 3 : 7)
                    .warmUp(neurons > LAYER ? 1 : 3)
                    .items("values", (double) SAMPLES * neurons)
                    .add(BARE, dataset::read)
                    .add(FIVE, () -> five(dataset))
                    .addTimed(CARD, () -> card(dataset));
            System.out.println(rounds.run().table(BARE));
            var size = String.format(Locale.ROOT, "%,d neurons x 5,000", neurons);
            ok &= Ratio.atMost(1.7, "five scores against a bare reading, " + size, rounds.ratio(BARE, FIVE));
            ok &= Ratio.atMost(6, "whole card against a bare reading, " + size, rounds.ratio(BARE, CARD));
            secondsANeuron[i] = rounds.p50(CARD) / neurons;
            if (i == SIZES.length - 1) {
                ok &= pages(dataset.labeling(), size);
            }
            dataset.delete();
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

    private double five(NormalDataset dataset) {
        var classOf = activations
                .labels(viewer, dataset.details().id(), dataset.labeling().labeling())
                .classOf();
        try (var work = new VectorWork("five", () -> {
            var scorer = new SeparationScorer(classOf);
            return vector ->
                    kept.add(scorer.score(vector.payload(), vector.encoding()).auroc());
        })) {
            activations.scan(viewer, dataset.details(), dataset.point(), work::add);
            work.finish();
        }
        return kept.sum();
    }

    /// From asking for it to the last score stored. The null, which follows, is stopped before anything else is
    /// measured.
    private long card(NormalDataset dataset) {
        long start = System.nanoTime();
        screenings.again(viewer, dataset.labeling());
        dataset.awaitScores();
        long nanos = System.nanoTime() - start;
        screenings.cancel(viewer, dataset.labeling());
        dataset.awaitRest();
        return nanos;
    }
}
