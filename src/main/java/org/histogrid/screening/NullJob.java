package org.histogrid.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.dataset.VectorWork;
import org.histogrid.screening.ScreeningRows.Phase;
import org.histogrid.screening.ScreeningRunner.Run;
import org.histogrid.stats.LabelPermutations;
import org.histogrid.stats.NullDistribution;
import org.histogrid.stats.NullKernel;
import org.histogrid.stats.SampleHalves;
import org.histogrid.stats.Split;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Scores the neurons of a hook point under permuted labels, for each split and each class against the rest. All
/// neurons see the same permutations, so that what they have in common stays.
@Component
class NullJob {

    private static final int PERMUTATIONS = 200;
    private static final long SEED = 0;

    private record Side(Split split, int classIndex) {}

    private final ScreeningTurns turns;
    private final ActivationService activations;
    private final ScreeningRows rows;
    private final ProfileRows profiles;
    private final TransactionTemplate transaction;

    NullJob(
            ScreeningTurns turns,
            ActivationService activations,
            ScreeningRows rows,
            ProfileRows profiles,
            PlatformTransactionManager transactions) {
        this.turns = turns;
        this.activations = activations;
        this.rows = rows;
        this.profiles = profiles;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run(Run run, ScreeningRef ref, HookPoint point, int number) {
        var progress = new Progress(rows, Phase.NULL, ref, number, run.stopping());
        var kernels = new ConcurrentLinkedQueue<Map<Side, NullKernel>>();
        var permutations = permutations(run);
        var done = new int[1];
        try (var work = new VectorWork("null", () -> worker(permutations, kernels))) {
            activations.scan(run.viewer(), run.dataset(), point, vector -> {
                turns.makeWay();
                progress.check();
                work.add(vector);
                done[0]++;
            });
            work.finish();
        }
        transaction.executeWithoutResult(status -> {
            progress.record(done[0]);
            profiles.writeNulls(
                    ref,
                    permutations.keySet().stream()
                            .flatMap(side -> merged(side, kernels).stream()
                                    .map(merged -> new ProfileRows.Null(side.classIndex(), side.split(), merged)))
                            .toList());
        });
    }

    private static Optional<NullDistribution> merged(Side side, Queue<Map<Side, NullKernel>> kernels) {
        return kernels.stream()
                .flatMap(each -> Optional.ofNullable(each.get(side)).stream())
                .map(NullKernel::result)
                .reduce(NullDistribution::merge);
    }

    private static Map<Side, LabelPermutations> permutations(Run run) {
        var classes = run.labels().classes().size();
        var permutations = new LinkedHashMap<Side, LabelPermutations>();
        for (var split : Split.values()) {
            for (var side = 0; side < (classes == 2 ? 1 : classes); side++) {
                permutations.put(
                        new Side(split, side), new LabelPermutations(against(run, split, side), PERMUTATIONS, SEED));
            }
        }
        return permutations;
    }

    /// One class against the rest, in the samples of a split.
    private static byte[] against(Run run, Split split, int side) {
        var against = SampleHalves.of(split, run.labels().classOf(), run.discovery());
        for (var i = 0; i < against.length; i++) {
            if (against[i] >= 0) {
                against[i] = (byte) (against[i] == side ? 0 : 1);
            }
        }
        return against;
    }

    private static Consumer<NeuronValues> worker(
            Map<Side, LabelPermutations> permutations, Queue<Map<Side, NullKernel>> kernels) {
        var own = new LinkedHashMap<Side, NullKernel>();
        permutations.forEach((side, labels) -> own.put(side, new NullKernel(labels)));
        kernels.add(own);
        var each = List.copyOf(own.values());
        return vector -> each.forEach(kernel -> kernel.add(vector.payload(), vector.encoding()));
    }
}
