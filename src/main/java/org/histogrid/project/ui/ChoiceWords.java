package org.histogrid.project.ui;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.histogrid.base.Numbers;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.project.NeuronChoice;
import org.histogrid.stats.Split;

/// How the neurons of a row were chosen, in words.
final class ChoiceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private ChoiceWords() {}

    /// "Top 12 of 4 096 tested by largest |AUROC − 0.5|, discovery half, 22 Nov 2026; since then 1 removed, 2 added"
    ///
    /// @param row the neurons of the row as it is now
    static String of(NeuronChoice choice, List<Integer> row) {
        var words = new ArrayList<String>();
        words.add("%s of %s tested by %s"
                .formatted(
                        choice.picked()
                                ? Numbers.integer(choice.k()) + " picked"
                                : "Top " + Numbers.integer(choice.k()),
                        Numbers.integer(choice.tested()),
                        ColumnWords.ANY.ranking(choice.by().column(), choice.order())));
        choice.side().ifPresent(side -> words.add(side + " against the rest"));
        words.add(ColumnWords.half(choice.by().split()));
        words.addAll(choice.filters());
        words.add(DAY.format(choice.on()));
        return String.join(", ", words) + changes(choice, row) + caution(choice);
    }

    private static String changes(NeuronChoice choice, List<Integer> row) {
        var changes = new ArrayList<String>();
        var missing = choice.missingIn(row);
        var others = choice.othersIn(row);
        if (missing > 0) {
            changes.add("without %s of them".formatted(Numbers.integer(missing)));
        }
        if (others > 0) {
            changes.add("with " + Numbers.count(others, "other"));
        }
        return changes.isEmpty() ? "" : "; now " + String.join(", ", changes);
    }

    private static String caution(NeuronChoice choice) {
        return choice.by().split() == Split.ALL ? "; no samples were held out" : "";
    }
}
