package org.histogrid.chart;

/// A line that what is drawn is held against. It is not drawn where it lies outside the axes.
public sealed interface ReferenceLine {

    /// An upright line at a value of the horizontal axis.
    ///
    /// @param value finite
    /// @param label short text beside the line, such as `no effect`; empty for none
    record AtX(double value, String label) implements ReferenceLine {

        public AtX {
            requireFinite(value);
        }
    }

    /// A level line at a value of the vertical axis.
    ///
    /// @param value finite
    /// @param label short text on the line, such as `q = 0.05`; empty for none
    record AtY(double value, String label) implements ReferenceLine {

        public AtY {
            requireFinite(value);
        }
    }

    /// Where both axes have the same value.
    record Diagonal() implements ReferenceLine {}

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A line stands at a finite value, got " + value);
        }
    }
}
