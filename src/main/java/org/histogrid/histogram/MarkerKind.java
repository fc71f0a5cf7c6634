package org.histogrid.histogram;

/// A hairline in a panel.
public enum MarkerKind {
    /// The mean of each class.
    MEAN,
    /// The median of each class.
    MEDIAN,
    /// The cut that parts two classes best, by Youden's J. Panels with other than two classes have none.
    THRESHOLD
}
