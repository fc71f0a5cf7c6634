package org.histogrid.chart;

import java.util.Arrays;

/// What is asked of the edges of bins, a chart's or a class's own.
final class Edges {

    /// Finest difference between edges, as a share of the narrowest bin, for bins that are narrow against their axis.
    private static final double SHARE_OF_BIN = 1e-3;

    private Edges() {}

    static void requireRising(double[] edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException(
                    "A chart needs at least one bin, that is two edges, got " + edges.length);
        }
        for (var index = 0; index < edges.length; index++) {
            if (!Double.isFinite(edges[index]) || (index > 0 && edges[index] <= edges[index - 1])) {
                throw new IllegalArgumentException(
                        "Edge " + index + " is not finite or does not rise: " + edges[index]);
            }
        }
    }

    /// The finest difference that tells the edges apart where they are drawn and read.
    static double finest(double[] edges) {
        return SHARE_OF_BIN * narrowest(edges);
    }

    /// How many decimals tell the edges apart: as few as write all of them exactly, at most two more than the first
    /// digit of the narrowest bin.
    static int digits(double[] edges) {
        var narrowest = narrowest(edges);
        var most = Math.max(0, 2 - (int) Math.floor(Math.log10(narrowest)));
        for (var digits = 0; digits < most; digits++) {
            var power = Math.pow(10, digits);
            if (Arrays.stream(edges)
                    .allMatch(edge -> Math.abs(Math.rint(edge * power) / power - edge)
                            < SHARE_OF_BIN * SHARE_OF_BIN * narrowest)) {
                return digits;
            }
        }
        return most;
    }

    private static double narrowest(double[] edges) {
        var narrowest = Double.POSITIVE_INFINITY;
        for (var index = 1; index < edges.length; index++) {
            narrowest = Math.min(narrowest, edges[index] - edges[index - 1]);
        }
        return narrowest;
    }
}
