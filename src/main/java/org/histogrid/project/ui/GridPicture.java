package org.histogrid.project.ui;

import java.util.List;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;

/// A computed grid with what is written at its margins: a label for each row, and for each panel the number of findings
/// on its neuron.
record GridPicture(ComputedGrid grid, List<String> labels, List<List<Integer>> findings) {

    GridPicture {
        labels = List.copyOf(labels);
        findings = List.copyOf(findings);
    }

    static GridPicture withoutFindings(ComputedGrid grid, List<String> labels) {
        return new GridPicture(grid, labels, List.of());
    }

    int findings(int row, int column) {
        return row < findings.size() && column < findings.get(row).size()
                ? findings.get(row).get(column)
                : 0;
    }

    /// Panels of the longest row.
    int columns() {
        return grid.rows().stream().mapToInt(row -> row.panels().size()).max().orElse(1);
    }

    /// The panels of one row, where there are several rows and all show the same neurons in the same order.
    List<Panel> sharedPanels() {
        var filled = grid.rows().stream()
                .map(ComputedGrid.Row::panels)
                .filter(panels -> !panels.isEmpty())
                .toList();
        var lists = filled.stream()
                .map(panels -> panels.stream().map(Panel::neuron).toList())
                .distinct()
                .count();
        return filled.size() > 1 && lists == 1 ? filled.getFirst() : List.of();
    }
}
