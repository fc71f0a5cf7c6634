package org.histogrid.tensor;

/// Takes the vectors of some neighbouring neurons.
@FunctionalInterface
public interface BlockSink {

    /// Takes a block. An exception thrown here ends the reading and reaches the caller unchanged, so this is
    /// also the place to report progress and to cancel.
    ///
    /// @param firstNeuron the number of the first neuron of the block, counted from 0
    /// @param payloads    one array a neuron: the values of all samples in order, little-endian, in the stored
    ///                    type. The arrays belong to the sink, which may keep them
    void accept(int firstNeuron, byte[][] payloads);
}
