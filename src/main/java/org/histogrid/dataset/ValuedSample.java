package org.histogrid.dataset;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A sample with the value of the neuron that was asked about, NaN where none was, and the name of its class,
/// null where it has none.
public record ValuedSample(
        Sample sample, double value, @Nullable String className) implements Serializable {}
