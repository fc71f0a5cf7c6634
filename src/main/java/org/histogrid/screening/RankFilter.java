package org.histogrid.screening;

import java.io.Serializable;
import java.util.Set;
import org.histogrid.stats.OutlierType;

/// Which neurons stay in a ranking.
public sealed interface RankFilter extends Serializable {

    /// Those whose score is from one value to another, both included; infinite for no end.
    ///
    /// @param score what must lie between
    /// @param from the least
    /// @param to the greatest
    record Within(ScoreAt score, double from, double to) implements RankFilter {}

    /// Those that are outliers of one of these types.
    ///
    /// @param anyOf the types
    record Bears(Set<OutlierType> anyOf) implements RankFilter {
        public Bears {
            anyOf = Set.copyOf(anyOf);
        }
    }
}
