package org.histogrid.stats;

/// What the height of a bin stands for.
public enum Statistic {
    /// Values in the bin.
    COUNT,
    /// Share of the counted values by unit of the value axis; integrates to 1 over the range. See
    /// [ClassHistogram#density].
    DENSITY,
    /// Percent of the finite values of the class. See [ClassHistogram#percent].
    PERCENT,
    /// Share of the finite values of the class up to the right edge. See [ClassHistogram#cumulative].
    CUMULATIVE
}
