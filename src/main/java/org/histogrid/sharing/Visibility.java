package org.histogrid.sharing;

public enum Visibility {
    /// The owner alone.
    PRIVATE,
    /// All members see it; the owner and administrators change it.
    TEAM
}
