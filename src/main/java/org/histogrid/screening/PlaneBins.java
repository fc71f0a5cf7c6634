package org.histogrid.screening;

import java.io.Serializable;
import java.util.List;
import org.histogrid.dataset.NeuronRef;

/// Neurons by two of their scores: each as a point where they are few, counted in equal cells where they are many.
/// Neurons that lack one of the scores are left out.
///
/// @param points one a neuron, empty where there are cells
/// @param xEdges of the cells from left to right, rising; empty where there are points
/// @param yEdges of the cells from below to above, rising
/// @param counts neurons in each cell, row by row from below; the last cells are closed
/// @param neurons how many have both scores
public record PlaneBins(List<Point> points, List<Double> xEdges, List<Double> yEdges, List<Long> counts, int neurons)
        implements Serializable {

    /// The most neurons that are points.
    public static final int MOST_POINTS = 5_000;

    public PlaneBins {
        points = List.copyOf(points);
        xEdges = List.copyOf(xEdges);
        yEdges = List.copyOf(yEdges);
        counts = List.copyOf(counts);
    }

    /// A neuron at its scores.
    ///
    /// @param neuron which it is
    /// @param x its first score
    /// @param y its second score
    public record Point(NeuronRef neuron, double x, double y) implements Serializable {}
}
