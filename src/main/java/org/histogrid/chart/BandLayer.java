package org.histogrid.chart;

import java.util.List;
import java.util.Optional;

/// One place of a band chart.
///
/// @param label what stands under it
/// @param quantiles how its values lie; empty for a gap
/// @param extremes values drawn as points
public record BandLayer(String label, Optional<Quantiles> quantiles, List<Extreme> extremes) {

    public BandLayer {
        extremes = List.copyOf(extremes);
    }
}
