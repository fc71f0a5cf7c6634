package org.histogrid.screening;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/// How a score is distributed over neurons.
///
/// @param edges rising, one more than there are bins; bins are half-open, the last one is closed
/// @param counts neurons in each bin
/// @param expected how many neurons would be in each bin under permuted labels; known for AUROC and Spearman's
///     rho once the null is there
/// @param neurons how many have the score
/// @param missing how many have none
public record ScoreDistribution(
        List<Double> edges, List<Long> counts, Optional<List<Double>> expected, int neurons, int missing)
        implements Serializable {

    public ScoreDistribution {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        expected = expected.map(List::copyOf);
    }
}
