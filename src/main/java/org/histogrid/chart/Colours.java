package org.histogrid.chart;

/// Colours are named, never given: the style sheet knows whether the screen is light or dark.
final class Colours {

    private Colours() {}

    static void require(String colour) {
        if (!colour.matches("--[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("A colour is the name of a CSS variable, got " + colour);
        }
    }
}
