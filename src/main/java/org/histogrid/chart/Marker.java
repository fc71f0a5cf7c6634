package org.histogrid.chart;

/// A hairline at one value of the horizontal axis, such as a threshold or a median.
///
/// @param at the value
/// @param label short text beside the line, with the value, such as `median 0.31`
/// @param colour name of the CSS variable that holds its colour; `--hg-marker` where it belongs to no class
public record Marker(double at, String label, String colour) {

    public Marker {
        if (!Double.isFinite(at)) {
            throw new IllegalArgumentException("A marker stands at a finite value, got " + at);
        }
        if (!colour.matches("--[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("A colour is the name of a CSS variable, got " + colour);
        }
    }

    /// A hairline that belongs to no class.
    public Marker(double at, String label) {
        this(at, label, "--hg-marker");
    }
}
