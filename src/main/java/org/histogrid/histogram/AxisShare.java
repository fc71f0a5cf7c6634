package org.histogrid.histogram;

/// Over which panels an axis has the same range.
public enum AxisShare {
    NONE,
    ROW,
    COLUMN,
    GRID
}
