package org.histogrid.dataset;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// The samples of a dataset, with the values of a neuron and the classes of a labeling where these are given.
public record SampleSource(
        DatasetId dataset,
        @Nullable NeuronRef neuron,
        @Nullable LabelSplit labels) implements Serializable {

    public static SampleSource of(NeuronRef neuron, LabelSplit labels) {
        return new SampleSource(neuron.dataset(), neuron, labels);
    }
}
