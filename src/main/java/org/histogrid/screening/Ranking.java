package org.histogrid.screening;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/// A page of a ranking.
///
/// @param neurons how many there are in the selection
/// @param tested how many of them have a p in the split they are ranked by: the m of every correction
/// @param nullMax the greatest |AUROC - 0.5| that any neuron of the selection reached under permuted labels in that
///     split; empty until it is known
/// @param matching how many pass the filters
/// @param offset how many of them come before this page
/// @param rows the page
public record Ranking(
        int neurons, int tested, OptionalDouble nullMax, int matching, int offset, List<RankedNeuron> rows)
        implements Serializable {

    public Ranking {
        rows = List.copyOf(rows);
    }
}
