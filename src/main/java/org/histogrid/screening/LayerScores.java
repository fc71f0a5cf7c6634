package org.histogrid.screening;

import java.io.Serializable;
import java.util.Optional;
import org.histogrid.dataset.NeuronRef;

/// A score over the neurons of one hook point. Quantiles are interpolated as by numpy; NaN where no neuron has the
/// score.
///
/// @param hookPoint its id
/// @param neurons how many have the score
/// @param min the least
/// @param q05 quantile at 5 %
/// @param q25 quantile at 25 %
/// @param median the middle
/// @param q75 quantile at 75 %
/// @param q95 quantile at 95 %
/// @param max the greatest
/// @param top the neuron farthest from no effect
public record LayerScores(
        int hookPoint,
        int neurons,
        double min,
        double q05,
        double q25,
        double median,
        double q75,
        double q95,
        double max,
        Optional<NeuronRef> top)
        implements Serializable {}
