package org.histogrid.project.ui;

import java.util.List;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.project.ProjectContent;

/// The neurons of the panels of a project, row by row.
final class ProjectNeurons {

    private ProjectNeurons() {}

    static List<List<NeuronRef>> of(ProjectContent content) {
        return content.rows().stream()
                .map(row -> row.neurons().stream()
                        .map(neuron -> new NeuronRef(row.dataset(), row.hookPoint(), neuron))
                        .toList())
                .toList();
    }

    static NeuronRef at(ProjectContent content, int row, int column) {
        return of(content).get(row).get(column);
    }
}
