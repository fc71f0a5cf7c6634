package org.histogrid.chart;

import java.util.List;

/// All that a chart of layers shows.
///
/// @param description the chart in words, for screen readers; numbers of what is drawn are added by themselves
/// @param layerTitle what the layers are, such as `Layer`
/// @param y the axis of the values, linear
/// @param layers from left to right, at least one
/// @param lines level lines over the bands
public record BandSpec(
        String description, String layerTitle, AxisSpec y, List<BandLayer> layers, List<ReferenceLine.AtY> lines) {

    public BandSpec {
        layers = List.copyOf(layers);
        lines = List.copyOf(lines);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A chart of layers needs at least one layer");
        }
        if (y.logarithmic()) {
            throw new IllegalArgumentException("The axis of a chart of layers is linear");
        }
    }
}
