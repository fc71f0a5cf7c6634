package org.histogrid.chart;

import java.util.Optional;

/// A hairline at one value of the horizontal axis, such as a threshold or a median.
///
/// @param at the value
/// @param label short text beside the line, with the value, such as `median 0.31`
/// @param colour name of the CSS variable that holds its colour; `--hg-marker` where it belongs to no class
/// @param series name of the class it belongs to and is hidden with, if any
public record Marker(double at, String label, String colour, Optional<String> series) {

    private static final String NO_CLASS = "--hg-marker";

    public Marker {
        if (!Double.isFinite(at)) {
            throw new IllegalArgumentException("A marker stands at a finite value, got " + at);
        }
        Colours.require(colour);
    }

    /// A hairline that is shown whichever classes are hidden.
    public Marker(double at, String label, String colour) {
        this(at, label, colour, Optional.empty());
    }

    /// A hairline that belongs to no class.
    public Marker(double at, String label) {
        this(at, label, NO_CLASS);
    }

    /// A hairline in the colour of a class, hidden with it.
    public static Marker of(StepSeries series, double at, String label) {
        return new Marker(at, label, series.colour(), Optional.of(series.name()));
    }
}
