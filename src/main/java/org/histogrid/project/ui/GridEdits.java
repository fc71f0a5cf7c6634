package org.histogrid.project.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    static ProjectContent moveRow(ProjectContent content, int row, int by) {
        return content.withRows(moved(content.rows(), row, by));
    }

    static ProjectContent removeRow(ProjectContent content, int row) {
        return content.withRows(without(content.rows(), row));
    }

    static ProjectContent moveNeuron(ProjectContent content, int row, int column, int by) {
        var before = content.rows().get(row);
        return content.withRow(row, before.withNeurons(moved(before.neurons(), column, by)));
    }

    static ProjectContent removeNeuron(ProjectContent content, int row, int column) {
        var before = content.rows().get(row);
        return content.withRow(row, before.withNeurons(without(before.neurons(), column)));
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
