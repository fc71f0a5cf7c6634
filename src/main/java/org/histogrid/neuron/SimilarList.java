package org.histogrid.neuron;

import java.io.Serializable;
import java.util.List;

/// The neurons of a hook point whose activations are most like those of one.
///
/// @param alike those with the greatest correlations above 0, greatest first
/// @param opposite those with the least correlations below 0, least first
/// @param compared how many neurons have a correlation with this one
/// @param constant how many have none: they, or this one, never change over the samples both have values for
public record SimilarList(List<Similar> alike, List<Similar> opposite, int compared, int constant)
        implements Serializable {

    /// How many of each are kept.
    public static final int MOST = 50;

    /// @param correlation from -1 to 1
    public record Similar(int neuron, double correlation) implements Serializable {}

    public SimilarList {
        alike = List.copyOf(alike);
        opposite = List.copyOf(opposite);
    }

    /// At most this many of each.
    public SimilarList limit(int most) {
        return new SimilarList(
                alike.stream().limit(most).toList(),
                opposite.stream().limit(most).toList(),
                compared,
                constant);
    }
}
