package org.histogrid.project;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;

/// How neurons of a row were found: in a ranking of all neurons that were tested. It keeps which ones these were, so
/// that a row tells what was added and taken away since.
///
/// @param by the score they were ranked by
/// @param order what came first
/// @param neurons in the order of the ranking
/// @param picked whether somebody picked them from the list, rather than taking the first ones
/// @param tested how many neurons were tested
/// @param side with more than two classes, the name of the one that was held against the rest
/// @param filters what the ranking was limited to, in words
/// @param on the day of the choice
public record NeuronChoice(
        ScoreAt by,
        RankOrder order,
        List<Integer> neurons,
        boolean picked,
        int tested,
        Optional<String> side,
        List<String> filters,
        LocalDate on)
        implements Serializable {

    public NeuronChoice {
        neurons = List.copyOf(neurons);
        filters = List.copyOf(filters);
    }

    /// How many neurons were chosen.
    public int k() {
        return neurons.size();
    }

    /// Those of the chosen that a row no longer has.
    public int missingIn(List<Integer> row) {
        return (int)
                neurons.stream().distinct().filter(one -> !row.contains(one)).count();
    }

    /// Those of a row that were not chosen here.
    public int othersIn(List<Integer> row) {
        return (int) row.stream().filter(one -> !neurons.contains(one)).count();
    }
}
