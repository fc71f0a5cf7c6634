package org.histogrid.screening;

import java.util.Optional;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.NeuronRef;

/// A neuron under one of the labelings of its dataset.
public record LabelledNeuron(NeuronRef neuron, LabelingId labeling) {

    Selection selection() {
        return Selection.of(new LabelingRef(neuron.dataset(), labeling), Optional.of(neuron.hookPoint()));
    }
}
