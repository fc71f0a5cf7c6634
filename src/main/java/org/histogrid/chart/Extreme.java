package org.histogrid.chart;

/// The value that stands out most in a layer.
///
/// @param value finite
/// @param name what the tooltip calls it, such as `neuron 2021`
public record Extreme(double value, String name) {

    public Extreme {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("An extreme is a finite value, got " + value);
        }
    }
}
