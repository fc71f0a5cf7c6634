package org.histogrid.histogram;

/// Over which panels the bin edges are common.
public enum EdgeScope {
    PANEL,
    ROW,
    COLUMN,
    GRID,
    /// Each class of a panel has edges of its own, as in figures made class by class. Heights of classes then do not
    /// compare, which is why a grid says so.
    CLASS
}
