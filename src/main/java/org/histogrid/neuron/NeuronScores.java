package org.histogrid.neuron;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.MultiClassScores;
import org.histogrid.stats.SampleHalves;
import org.histogrid.stats.SeparationScorer;
import org.histogrid.stats.Split;
import org.histogrid.stats.TwoClassScores;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Scores single neurons when they are asked for.
@Service
@Transactional(readOnly = true)
public class NeuronScores {

    private final DatasetService datasets;
    private final ActivationService activations;

    NeuronScores(DatasetService datasets, ActivationService activations) {
        this.datasets = datasets;
        this.activations = activations;
    }

    /// Over all samples.
    ///
    /// @throws NotFound if the neuron or the labeling may not be seen or is not there
    public NeuronProfile profile(Viewer viewer, NeuronRef neuron, LabelingId labeling) {
        return profile(viewer, neuron, labeling, Split.ALL);
    }

    /// Over the samples of a split.
    ///
    /// @throws NotFound if the neuron or the labeling may not be seen or is not there
    public NeuronProfile profile(Viewer viewer, NeuronRef neuron, LabelingId labeling, Split split) {
        var labels = activations.labels(viewer, neuron.dataset(), labeling);
        var classOf = split == Split.ALL
                ? labels.classOf()
                : SampleHalves.of(
                        split,
                        labels.classOf(),
                        SampleHalves.discovery(datasets.sampleIds(viewer, neuron.dataset()), SampleHalves.SEED));
        var vector = Optional.ofNullable(
                        activations.read(viewer, List.of(neuron)).get(neuron))
                .orElseThrow(() -> new NotFound("This neuron"));
        var values = values(vector);
        var classes = labels.classes();
        return classes.size() == 2
                ? new NeuronProfile(classes, Optional.of(TwoClassScores.of(values, classOf)), Optional.empty())
                : new NeuronProfile(
                        classes, Optional.empty(), Optional.of(MultiClassScores.of(values, classOf, classes.size())));
    }

    /// The AUROC of several neurons, read in one query. Those whose labeling has no two classes are missing, and so
    /// are those that have none.
    Map<NeuronRef, Double> aurocs(Viewer viewer, Map<NeuronRef, LabelingId> labelingOf) {
        var labels = activations.labels(
                viewer,
                labelingOf.entrySet().stream()
                        .map(one -> new LabelingRef(one.getKey().dataset(), one.getValue()))
                        .toList());
        var scorers = new HashMap<LabelingRef, SeparationScorer>();
        labels.forEach((labeling, codes) -> {
            if (codes.classes().size() == 2) {
                scorers.put(labeling, new SeparationScorer(codes.classOf()));
            }
        });
        var aurocs = new HashMap<NeuronRef, Double>();
        activations.read(viewer, labelingOf.keySet()).forEach((ref, vector) -> {
            var labeling = Objects.requireNonNull(labelingOf.get(ref));
            Optional.ofNullable(scorers.get(new LabelingRef(ref.dataset(), labeling)))
                    .map(scorer ->
                            scorer.score(vector.payload(), vector.encoding()).auroc())
                    .filter(Double::isFinite)
                    .ifPresent(auroc -> aurocs.put(ref, auroc));
        });
        return aurocs;
    }

    private static double[] values(NeuronValues vector) {
        return ActivationCodec.decode(vector.payload(), vector.encoding());
    }
}
