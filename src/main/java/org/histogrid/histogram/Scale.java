package org.histogrid.histogram;

/// In which unit values are shown, so that models whose activations differ in size can share an axis.
public enum Scale {
    /// As recorded.
    RAW(""),
    /// Standard deviations from the mean, both over all neurons and samples of the hook point.
    ZSCORE("z"),
    /// The percentile of a value among the values of its neuron, ties in the middle.
    RANK("percentile");

    private final String unit;

    Scale(String unit) {
        this.unit = unit;
    }

    /// What stands behind the name of an axis; empty for values as recorded.
    public String unit() {
        return unit;
    }
}
