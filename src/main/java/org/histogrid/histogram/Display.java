package org.histogrid.histogram;

/// How the classes of a panel stand to each other.
public enum Display {
    /// Translucent areas over each other.
    OVERLAY,
    /// The same without areas.
    OUTLINE,
    /// On top of each other. Heights are then parts of all classes together, so that the top is the histogram of all
    /// samples.
    STACK,
    /// The first class upwards, the others downwards.
    MIRROR
}
