package org.histogrid.chart;

/// A part of a plane, with its borders.
///
/// @param fromX left border
/// @param toX right border, greater than the left one
/// @param fromY lower border
/// @param toY upper border, greater than the lower one
public record PlaneSelection(double fromX, double toX, double fromY, double toY) {

    public PlaneSelection {
        requireRange(fromX, toX);
        requireRange(fromY, toY);
    }

    /// Whether a point lies in it, or on its border.
    public boolean holds(double x, double y) {
        return x >= fromX && x <= toX && y >= fromY && y <= toY;
    }

    private static void requireRange(double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
            throw new IllegalArgumentException("A selection needs finite ends that rise, got " + from + " and " + to);
        }
    }
}
