package org.histogrid.screening;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.stats.Outlier;

/// A neuron in a ranking.
///
/// @param rank its place among those that pass the filters, from 1
/// @param neuron which it is
/// @param values the columns asked for, without those that are not defined
/// @param outliers what it is an outlier by
public record RankedNeuron(int rank, NeuronRef neuron, Map<ScoreAt, Double> values, List<Outlier> outliers)
        implements Serializable {

    public RankedNeuron {
        values = Map.copyOf(values);
        outliers = List.copyOf(outliers);
    }

    /// A column that was asked for; empty where it is not defined.
    public OptionalDouble value(ScoreAt score) {
        var value = values.get(score);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
