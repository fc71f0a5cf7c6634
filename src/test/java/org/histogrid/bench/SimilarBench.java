package org.histogrid.bench;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestNpy;
import org.histogrid.neuron.SimilarNeurons;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Correlation;

/// The neurons that are similar to one of 4,096 over 5,000 samples in single precision, from PostgreSQL to the answer,
/// beside a bare reading of the same rows. Each round asks about another neuron, so nothing is remembered.
public final class SimilarBench {

    private static final int ROUNDS = 15;
    private static final int SAMPLES = 5_000;
    private static final int NEURONS = 4_096;

    /// What a page waits for at most, in milliseconds.
    private static final double PROMISED = 2_000;

    private final SimilarNeurons similar;
    private final ActivationService activations;
    private final DatasetService datasets;
    private final ImportService imports;
    private final Viewer viewer;
    private int asked;

    private SimilarBench(BenchApplication application) {
        similar = application.bean(SimilarNeurons.class);
        activations = application.bean(ActivationService.class);
        datasets = application.bean(DatasetService.class);
        imports = application.bean(ImportService.class);
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
        var dataset = imported();
        var rounds = new Rounds(ROUNDS)
                .warmUp(3)
                .items("values", (double) SAMPLES * NEURONS)
                .add("bare reading of the rows", () -> read(dataset))
                .add("Spearman", () -> find(dataset, Correlation.Kind.SPEARMAN))
                .add("Pearson", () -> find(dataset, Correlation.Kind.PEARSON));
        System.out.println(rounds.run().table("bare reading of the rows"));
        var ok = Ratio.atMost(PROMISED, "Spearman, 4,096 neurons x 5,000, p95 in ms", rounds.p95("Spearman"));
        ok &= Ratio.atMost(PROMISED, "Pearson, 4,096 neurons x 5,000, p95 in ms", rounds.p95("Pearson"));
        return Ratio.atMost(10, "Spearman against a bare reading", rounds.ratio("bare reading of the rows", "Spearman"))
                && ok;
    }

    private Object find(DatasetDetails dataset, Correlation.Kind by) {
        var point = dataset.hookPoints().getFirst();
        return similar.find(viewer, new NeuronRef(dataset.id(), point.id(), asked++), by);
    }

    private long read(DatasetDetails dataset) {
        var bytes = new long[1];
        activations.scan(
                viewer, dataset, dataset.hookPoints().getFirst(), vector -> bytes[0] += vector.payload().length);
        return bytes[0];
    }

    private DatasetDetails imported() throws InterruptedException {
        var random = new SplittableRandom(5);
        var id = imports.begin(viewer);
        var values = TestNpy.f32(SAMPLES, NEURONS, (s, n) -> (float) random.nextGaussian());
        imports.addFile(viewer, id, "acts.npy", new ByteArrayInputStream(values));
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
}
