package org.histogrid.project.ui;

import java.util.List;
import org.histogrid.histogram.ComputedGrid;

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
}
