package org.histogrid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.LabelingRef;

/// Neurons that were chosen from a ranking, on their way into a project.
///
/// @param label of the row, where it becomes a new one
/// @param place where they go
public record RowFill(LabelingRef labeling, int hookPoint, String label, NeuronChoice choice, Place place) {

    /// Where neurons go.
    public sealed interface Place {

        /// A row of their own, below all others.
        record NewRow() implements Place {}

        /// Behind the neurons of a row, by its position.
        record EndOf(int row) implements Place {}

        /// In place of the neurons of a row, by its position.
        record InsteadOf(int row) implements Place {}
    }

    public RowFill {
        label = label.substring(0, Math.min(label.length(), ProjectRow.LABEL_MAX_LENGTH));
    }

    /// Whether a row shows neurons of the same place under the same labeling.
    public boolean suits(ProjectRow row) {
        return row.labelingRef().equals(labeling) && row.hookPoint() == hookPoint;
    }

    /// The project with these neurons in it. A row that has some of them does not get them twice.
    public ProjectContent into(ProjectContent content) {
        return switch (place) {
            case Place.NewRow() -> {
                var rows = new ArrayList<>(content.rows());
                rows.add(filled(new ProjectRow(labeling.dataset(), labeling.labeling(), hookPoint, label, List.of())));
                yield content.withRows(rows);
            }
            case Place.EndOf(int row) ->
                content.withRow(row, filled(content.rows().get(row)));
            case Place.InsteadOf(int row) ->
                content.withRow(row, filled(content.rows().get(row).withNeurons(List.of())));
        };
    }

    private ProjectRow filled(ProjectRow row) {
        var all = new ArrayList<>(row.neurons());
        choice.neurons().stream().filter(one -> !row.neurons().contains(one)).forEach(all::add);
        return row.withNeurons(all).chosen(Optional.of(choice));
    }
}
