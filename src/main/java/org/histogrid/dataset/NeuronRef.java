package org.histogrid.dataset;

import java.io.Serializable;

/// One neuron: a dataset, a hook point of it, and the neuron's index in the model.
public record NeuronRef(DatasetId dataset, int hookPoint, int neuron) implements Serializable {}
