package org.histogrid.screening;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.histogrid.stats.Outlier;

/// What a screening knows of one neuron among those of its hook point.
///
/// @param values all columns of all splits, without those that are not defined
/// @param outliers what it is an outlier by
/// @param tested how many neurons of its hook point have a p over all samples
public record NeuronScreening(Map<ScoreAt, Double> values, List<Outlier> outliers, int tested) implements Serializable {

    public NeuronScreening {
        values = Map.copyOf(values);
        outliers = List.copyOf(outliers);
    }

    /// One of the columns; empty where it is not defined.
    public OptionalDouble value(ScoreAt score) {
        var value = values.get(score);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
