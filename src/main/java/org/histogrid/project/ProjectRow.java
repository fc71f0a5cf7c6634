package org.histogrid.project;

import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.histogram.GridSpec;

/// One line of the grid: where its values come from, what it is called, and its own neurons in their order.
///
/// @param chosen how neurons of it were found, where they were chosen from a ranking
public record ProjectRow(
        DatasetId dataset,
        LabelingId labeling,
        int hookPoint,
        String label,
        List<Integer> neurons,
        Optional<NeuronChoice> chosen) {

    public static final int LABEL_MAX_LENGTH = 100;

    public ProjectRow {
        neurons = List.copyOf(neurons);
    }

    /// A row whose neurons were typed.
    public ProjectRow(DatasetId dataset, LabelingId labeling, int hookPoint, String label, List<Integer> neurons) {
        this(dataset, labeling, hookPoint, label, neurons, Optional.empty());
    }

    /// What is known of how they were chosen stays as long as one of those is there.
    public ProjectRow withNeurons(List<Integer> newNeurons) {
        var kept = chosen.filter(choice -> choice.neurons().stream().anyMatch(newNeurons::contains));
        return new ProjectRow(dataset, labeling, hookPoint, label, newNeurons, kept);
    }

    public ProjectRow chosen(Optional<NeuronChoice> choice) {
        return new ProjectRow(dataset, labeling, hookPoint, label, neurons, choice);
    }

    /// This row with what is known of another version of it: how its neurons were chosen, as long as it shows the
    /// same hook point under the same labeling and one of them is there.
    public ProjectRow keeping(ProjectRow before) {
        var isSamePlace = before.labelingRef().equals(labelingRef()) && before.hookPoint() == hookPoint;
        return isSamePlace ? chosen(before.chosen()).withNeurons(neurons) : this;
    }

    public LabelingRef labelingRef() {
        return new LabelingRef(dataset, labeling);
    }

    /// Under another labeling the choice would have been another one.
    public ProjectRow withLabeling(LabelingId newLabeling) {
        return new ProjectRow(dataset, newLabeling, hookPoint, label, neurons);
    }

    GridSpec.Row toGridRow(Optional<Double> threshold) {
        return new GridSpec.Row(dataset, labeling, hookPoint, neurons, threshold);
    }
}
