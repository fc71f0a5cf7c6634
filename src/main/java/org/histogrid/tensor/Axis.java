package org.histogrid.tensor;

/// What one axis of an array stands for.
public enum Axis {
    /// One entry a sample.
    SAMPLE,
    /// One entry a neuron.
    NEURON,
    /// One entry a layer; a matrix is read of one of them.
    LAYER,
    /// An axis of length one, to drop.
    DROP
}
