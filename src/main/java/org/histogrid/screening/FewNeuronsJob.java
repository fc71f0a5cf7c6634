package org.histogrid.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Numbers;
import org.histogrid.base.Search;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.springframework.stereotype.Component;

/// Reads the neurons of a hook point that memory allows, and finds the few of them that tell a class from the others.
@Component
class FewNeuronsJob {

    /// Samples with a class times neurons. A value takes about 60 bytes while models are trained.
    static final int MOST_VALUES = 3_000_000;

    private static final int LEAST_SAMPLES_OF_A_CLASS = 5;
    private static final long BYTES_AT_ONCE = 8L << 20;
    private static final ScoreAt STRONGEST_BY = new ScoreAt(Split.DISCOVERY, ProfileColumn.of(Score.AUROC));

    private final DatasetService datasets;
    private final ActivationService activations;
    private final RankingService rankings;
    private final ScreeningService screenings;

    FewNeuronsJob(
            DatasetService datasets,
            ActivationService activations,
            RankingService rankings,
            ScreeningService screenings) {
        this.datasets = datasets;
        this.activations = activations;
        this.rankings = rankings;
        this.screenings = screenings;
    }

    /// @param mostValues samples with a class times neurons
    FewNeuronsPath run(Viewer viewer, Selection selection, int mostValues, Search<?> search) {
        var dataset = Selections.require(datasets, viewer, selection);
        var labeling = dataset.requireLabeling(selection.labeling().labeling());
        var point = dataset.requireHookPoint(selection.hookPoint().orElseThrow());
        var considered = considered(viewer, selection, labeling, point, mostValues);
        var halves = Halves.of(
                datasets.sampleIds(viewer, dataset.id()),
                activations.labels(viewer, dataset.id(), labeling.id()).classOf(),
                selection.classIndex());
        requireSamples(halves);
        var neurons = read(viewer, dataset, point, considered, halves, search);
        if (neurons.isEmpty()) {
            throw new BadInput(
                    "All neurons that could be chosen are constant, or hold too many values that are not" + " finite.");
        }
        var found = new LogisticPath(neurons, halves, search).find();
        return new FewNeuronsPath(
                point.id(),
                labeling.classes().get(selection.classIndex()).name(),
                point.neuronCount(),
                considered.length,
                considered.length - neurons.size(),
                neurons.stream().mapToLong(StandardNeuron::replaced).sum(),
                halves.discovery().length,
                halves.heldOut().length,
                LogisticPath.FOLDS,
                found.best(),
                found.sparsest(),
                found.steps());
    }

    /// All neurons, or where these are too many the strongest single ones, rising.
    private int[] considered(Viewer viewer, Selection selection, Labeling labeling, HookPoint point, int mostValues) {
        var most = mostValues / Math.max(1, labeling.labelled());
        if (most >= point.neuronCount()) {
            return point.neuronIndices();
        }
        if (most == 0) {
            throw new BadInput(
                            "The labeling %s has %,d samples with a class. Neurons are chosen among up to %,d values."
                                    .formatted(labeling.name(), labeling.labelled(), mostValues))
                    .forField("labeling");
        }
        if (!screenings.status(viewer, selection.labeling()).isDone(selection.hookPoint())) {
            throw new Conflict(
                    ("Only %s of these %s can be looked at together: the strongest ones. Which these are is"
                                    + " known once all neurons of the hook point are scored under %s.")
                            .formatted(
                                    Numbers.integer(most),
                                    Numbers.count(point.neuronCount(), "neuron"),
                                    labeling.name()),
                    List.of());
        }
        var query = new RankingQuery(
                stored(selection, labeling), STRONGEST_BY, RankOrder.ABS, List.of(), List.of(), 0, most);
        return rankings.top(viewer, query, most).stream()
                .mapToInt(NeuronRef::neuron)
                .sorted()
                .toArray();
    }

    /// Of two classes only the first is scored against the other.
    private static Selection stored(Selection selection, Labeling labeling) {
        return labeling.classes().size() == 2 ? Selection.of(selection.labeling(), selection.hookPoint()) : selection;
    }

    private static void requireSamples(Halves halves) {
        var positives = IntStream.range(0, halves.isPositive().length)
                .filter(i -> halves.isPositive()[i])
                .count();
        if (Math.min(positives, halves.isPositive().length - positives) < LEAST_SAMPLES_OF_A_CLASS) {
            throw new BadInput("The discovery half has %s of the class and %s of others. %d of each are needed."
                    .formatted(
                            Numbers.count(positives, "sample"),
                            Numbers.integer(halves.isPositive().length - positives),
                            LEAST_SAMPLES_OF_A_CLASS));
        }
    }

    private List<StandardNeuron> read(
            Viewer viewer, DatasetDetails dataset, HookPoint point, int[] neurons, Halves halves, Search<?> search) {
        var read = new ArrayList<StandardNeuron>();
        var atOnce = (int) Math.clamp(BYTES_AT_ONCE / (dataset.samples() * 8L), 1, 1_000);
        for (var from = 0; from < neurons.length; from += atOnce) {
            search.requireWanted();
            var refs = Arrays.stream(neurons, from, Math.min(neurons.length, from + atOnce))
                    .mapToObj(neuron -> new NeuronRef(dataset.id(), point.id(), neuron))
                    .toList();
            var vectors = activations.read(viewer, refs);
            refs.stream()
                    .map(ref -> Objects.requireNonNull(vectors.get(ref)))
                    .map(vector -> StandardNeuron.of(
                            vector.neuron().neuron(),
                            ActivationCodec.decode(vector.payload(), vector.encoding()),
                            halves))
                    .flatMap(Optional::stream)
                    .forEach(read::add);
        }
        return read;
    }
}
