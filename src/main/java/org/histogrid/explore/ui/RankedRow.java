package org.histogrid.explore.ui;

import org.histogrid.dataset.HookPoint;
import org.histogrid.screening.RankedNeuron;

/// A line of the list.
///
/// @param point where the neuron was recorded
/// @param path of its page
/// @param picture its histogram as SVG, empty where it has none
record RankedRow(RankedNeuron ranked, HookPoint point, String path, String picture) {

    int neuron() {
        return ranked.neuron().neuron();
    }
}
