package org.histogrid.screening;

import java.io.Serializable;
import java.util.List;

/// Which neurons are asked for, in which order, and what is to be said of them.
///
/// @param selection whose scores
/// @param by the score they are ranked by
/// @param order what comes first
/// @param filters all of which a neuron must pass
/// @param columns what the answer says of each
/// @param offset how many are passed over
/// @param limit how many are answered at most
public record RankingQuery(
        Selection selection,
        ScoreAt by,
        RankOrder order,
        List<RankFilter> filters,
        List<ScoreAt> columns,
        int offset,
        int limit)
        implements Serializable {

    public RankingQuery {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("An offset and a limit are 0 or more: %d, %d".formatted(offset, limit));
        }
    }

    /// The same list from another place on.
    public RankingQuery page(int newOffset, int newLimit) {
        return new RankingQuery(selection, by, order, filters, columns, newOffset, newLimit);
    }
}
