package org.histogrid.project.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;

/// Edits of the rows of a project, each giving a new content. A move beyond an end changes nothing.
final class GridEdits {

    private GridEdits() {}

    static ProjectContent addRow(ProjectContent content, ProjectRow row) {
        var rows = new ArrayList<>(content.rows());
        rows.add(row);
        return content.withRows(rows);
    }

    /// A copy of a row, below it.
    static ProjectContent duplicateRow(ProjectContent content, int row) {
        return insertRow(content, row + 1, content.rows().get(row));
    }

    static ProjectContent insertRow(ProjectContent content, int position, ProjectRow row) {
        return content.withRows(with(content.rows(), position, row));
    }

    static ProjectContent moveRow(ProjectContent content, int row, int by) {
        return content.withRows(moved(content.rows(), row, by));
    }

    /// @param gap before which of the rows as they are now it shall stand, or how many there are
    static ProjectContent moveRowTo(ProjectContent content, int row, int gap) {
        return content.withRows(moved(content.rows(), row, stepsTo(row, gap)));
    }

    static ProjectContent removeRow(ProjectContent content, int row) {
        return content.withRows(without(content.rows(), row));
    }

    static ProjectContent moveNeuron(ProjectContent content, int row, int column, int by) {
        var before = content.rows().get(row);
        return content.withRow(row, before.withNeurons(moved(before.neurons(), column, by)));
    }

    /// Into the same row or another one, which must hold it.
    ///
    /// @param gap before which of the panels of `toRow` as they are now it shall stand, or how many there are
    static ProjectContent moveNeuronTo(ProjectContent content, int row, int column, int toRow, int gap) {
        if (row == toRow) {
            return moveNeuron(content, row, column, stepsTo(column, gap));
        }
        var neuron = content.rows().get(row).neurons().get(column);
        var target = content.rows().get(toRow);
        return removeNeuron(content, row, column)
                .withRow(toRow, target.withNeurons(with(target.neurons(), gap, neuron)));
    }

    /// At the end, without those that are there already.
    static ProjectContent addNeurons(ProjectContent content, int row, List<Integer> neurons) {
        var before = content.rows().get(row);
        var all = new ArrayList<>(before.neurons());
        all.addAll(newIn(before, neurons));
        return content.withRow(row, before.withNeurons(all));
    }

    /// The same, and how they were chosen where that is known.
    static ProjectContent addNeurons(ProjectContent content, int row, NeuronAddition addition) {
        var added = addNeurons(content, row, addition.added());
        return addition.chosen()
                .map(choice -> added.withRow(row, added.rows().get(row).chosen(Optional.of(choice))))
                .orElse(added);
    }

    /// Each once that the row does not have yet.
    static List<Integer> newIn(ProjectRow row, List<Integer> neurons) {
        return neurons.stream()
                .distinct()
                .filter(neuron -> !row.neurons().contains(neuron))
                .toList();
    }

    static ProjectContent removeNeuron(ProjectContent content, int row, int column) {
        var before = content.rows().get(row);
        return content.withRow(row, before.withNeurons(without(before.neurons(), column)));
    }

    /// A thing that leaves its place makes the gaps behind it one step nearer.
    private static int stepsTo(int from, int gap) {
        return gap > from ? gap - 1 - from : gap - from;
    }

    private static <T> List<T> with(List<T> list, int index, T item) {
        var changed = new ArrayList<>(list);
        changed.add(Math.min(index, list.size()), item);
        return changed;
    }

    private static <T> List<T> moved(List<T> list, int from, int by) {
        var to = from + by;
        if (to < 0 || to >= list.size()) {
            return list;
        }
        var changed = new ArrayList<>(list);
        Collections.rotate(changed.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
        return changed;
    }

    private static <T> List<T> without(List<T> list, int index) {
        var changed = new ArrayList<>(list);
        changed.remove(index);
        return changed;
    }
}
