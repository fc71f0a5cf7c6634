package org.histogrid.project.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.HookPoint;
import org.histogrid.project.NeuronChoice;
import org.histogrid.project.NeuronList;
import org.histogrid.project.ProjectRow;

/// What becomes of neurons that are to be added to a row: those it has already are not added again.
///
/// @param chosen how they were chosen, where they are the first ones of a ranking
record NeuronAddition(List<Integer> added, List<Integer> present, Optional<NeuronChoice> chosen) {

    NeuronAddition {
        added = List.copyOf(added);
        present = List.copyOf(present);
    }

    /// @throws BadInput where the hook point lacks one of them, or the row would become too long
    static NeuronAddition of(ProjectRow row, HookPoint point, List<Integer> wanted) {
        var added = GridEdits.newIn(row, wanted);
        NeuronList.check(added, point);
        var all = new ArrayList<>(row.neurons());
        all.addAll(added);
        NeuronList.checkLength(all);
        return new NeuronAddition(
                added,
                wanted.stream().distinct().filter(row.neurons()::contains).toList(),
                Optional.empty());
    }

    /// With how they were chosen, if all of those are still among them.
    NeuronAddition chosen(Optional<NeuronChoice> choice) {
        return new NeuronAddition(
                added,
                present,
                choice.filter(one ->
                        one.neurons().stream().allMatch(neuron -> added.contains(neuron) || present.contains(neuron))));
    }

    String inWords() {
        var words = added.isEmpty()
                ? ""
                : "Adds %s: %s.".formatted(Numbers.count(added.size(), "neuron"), NeuronList.format(added));
        return present.isEmpty()
                ? words
                : "%s Already in the row: %s."
                        .formatted(words, NeuronList.format(present))
                        .strip();
    }
}
