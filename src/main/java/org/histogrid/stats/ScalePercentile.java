package org.histogrid.stats;

/// How widely a neuron's values spread among the neurons of its hook point.
public final class ScalePercentile {

    private ScalePercentile() {}

    /// The percentile rank of each neuron's interquartile range: the share of the neurons with a smaller one
    /// plus half of those with the same (itself among them), in percent, see [Ranks#percentiles].
    ///
    /// @param iqr of each neuron, NaN where it has none; those do not count
    /// @return above 0 and below 100, NaN where the neuron has no range
    public static double[] of(double[] iqr) {
        return Ranks.percentiles(iqr);
    }
}
