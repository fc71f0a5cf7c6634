package org.histogrid.dataset;

import org.histogrid.stats.Encoding;

/// The activation vector of one neuron as stored: little-endian, one value a sample. The array is shared: do
/// not write to it.
@SuppressWarnings("ArrayRecordComponent")
public record NeuronValues(NeuronRef neuron, Encoding encoding, byte[] payload) {}
