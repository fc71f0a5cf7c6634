package org.histogrid.histogram;

/// Over which panels the bin edges are common. Within a panel they always are common to its classes.
public enum EdgeScope {
    PANEL,
    ROW,
    COLUMN,
    GRID
}
