package org.histogrid.project;

import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.histogram.GridSpec;

/// One line of the grid: where its values come from, what it is called, and its own neurons in their order.
public record ProjectRow(DatasetId dataset, LabelingId labeling, int hookPoint, String label, List<Integer> neurons) {

    public static final int LABEL_MAX_LENGTH = 100;

    public ProjectRow {
        neurons = List.copyOf(neurons);
    }

    public ProjectRow withNeurons(List<Integer> newNeurons) {
        return new ProjectRow(dataset, labeling, hookPoint, label, newNeurons);
    }

    public LabelingRef labelingRef() {
        return new LabelingRef(dataset, labeling);
    }

    public ProjectRow withLabeling(LabelingId newLabeling) {
        return new ProjectRow(dataset, newLabeling, hookPoint, label, neurons);
    }

    GridSpec.Row toGridRow(Optional<Double> threshold) {
        return new GridSpec.Row(dataset, labeling, hookPoint, neurons, threshold);
    }
}
