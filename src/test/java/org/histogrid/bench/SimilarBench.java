package org.histogrid.bench;

import org.histogrid.dataset.NeuronRef;
import org.histogrid.neuron.SimilarNeurons;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Correlation;

/// The neurons that are similar to one of 4,096 over 5,000 samples in single precision, from PostgreSQL to the answer,
/// beside a bare reading of the same rows. Each round asks about another neuron, so nothing is remembered.
public final class SimilarBench {

    private static final int ROUNDS = 15;

    /// What a page waits for at most, in milliseconds.
    private static final double PROMISED = 2_000;

    private final BenchApplication application;
    private final SimilarNeurons similar;
    private final Viewer viewer;
    private int asked;

    private SimilarBench(BenchApplication application) {
        this.application = application;
        similar = application.bean(SimilarNeurons.class);
        viewer = application.viewer();
    }

    public static void main(String[] arguments) throws Exception {
        boolean reached;
        try (var application = new BenchApplication()) {
            reached = new SimilarBench(application).run();
        }
        if (!reached) {
            throw new IllegalStateException("Finding similar neurons is slower than promised");
        }
    }

    private boolean run() throws InterruptedException {
        var dataset = NormalDataset.imported(application, NormalDataset.LAYER);
        var rounds = new Rounds(ROUNDS)
                .warmUp(3)
                .items("values", (double) NormalDataset.SAMPLES * NormalDataset.LAYER)
                .add("bare reading of the rows", dataset::read)
                .add("Spearman", () -> find(dataset, Correlation.Kind.SPEARMAN))
                .add("Pearson", () -> find(dataset, Correlation.Kind.PEARSON));
        System.out.println(rounds.run().table("bare reading of the rows"));
        var ok = Ratio.atMost(PROMISED, "Spearman, 4,096 neurons x 5,000, p95 in ms", rounds.p95("Spearman"));
        ok &= Ratio.atMost(PROMISED, "Pearson, 4,096 neurons x 5,000, p95 in ms", rounds.p95("Pearson"));
        return Ratio.atMost(10, "Spearman against a bare reading", rounds.ratio("bare reading of the rows", "Spearman"))
                && ok;
    }

    private Object find(NormalDataset dataset, Correlation.Kind by) {
        return similar.find(
                viewer, new NeuronRef(dataset.details().id(), dataset.point().id(), asked++), by);
    }
}
