package org.histogrid.screening;

import java.util.Arrays;
import java.util.function.Consumer;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.dataset.VectorWork;
import org.histogrid.screening.ScreeningRows.Phase;
import org.histogrid.screening.ScreeningRunner.Run;
import org.histogrid.stats.SplitScorer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Scores the neurons of a hook point, a part of them at a time. Each part is a transaction of its own, so that what
/// is done stays when the server stops.
@Component
class ProfileJob {

    private static final int NEURONS_A_PART = 4_096;

    private final ActivationService activations;
    private final ScreeningRows rows;
    private final ProfileRows profiles;
    private final TransactionTemplate transaction;

    ProfileJob(
            ActivationService activations,
            ScreeningRows rows,
            ProfileRows profiles,
            PlatformTransactionManager transactions) {
        this.activations = activations;
        this.rows = rows;
        this.profiles = profiles;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The part a neuron is in, by its place among the recorded ones.
    static int part(int place) {
        return place / NEURONS_A_PART;
    }

    static int placeInPart(int place) {
        return place % NEURONS_A_PART;
    }

    void run(Run run, ScreeningRef ref, HookPoint point, int number) {
        var progress = new Progress(rows, Phase.PROFILE, ref, number, run.stopping());
        var neurons = point.neuronIndices();
        var there = profiles.parts(ref);
        for (var from = 0; from < neurons.length; from += NEURONS_A_PART) {
            progress.check();
            var part = Arrays.copyOfRange(neurons, from, Math.min(neurons.length, from + NEURONS_A_PART));
            if (!there.contains(part(from))) {
                var columns = score(run, point, part, progress);
                var done = from + part.length;
                var partNumber = part(from);
                transaction.executeWithoutResult(status -> {
                    progress.record(done);
                    profiles.write(ref, partNumber, columns);
                });
            }
        }
    }

    private PartColumns score(Run run, HookPoint point, int[] neurons, Progress progress) {
        var classes = run.labels().classes().size();
        var columns = new PartColumns(classes, neurons.length);
        try (var work = new VectorWork("profile", () -> worker(run, neurons, columns))) {
            activations.scan(run.viewer(), run.dataset(), point, neurons[0], neurons[neurons.length - 1], vector -> {
                progress.check();
                work.add(vector);
            });
            work.finish();
        }
        return columns;
    }

    private static Consumer<NeuronValues> worker(Run run, int[] neurons, PartColumns columns) {
        var scorer =
                new SplitScorer(run.labels().classOf(), run.labels().classes().size(), run.discovery());
        return vector -> columns.fill(
                Arrays.binarySearch(neurons, vector.neuron().neuron()),
                scorer.score(vector.payload(), vector.encoding()));
    }
}
