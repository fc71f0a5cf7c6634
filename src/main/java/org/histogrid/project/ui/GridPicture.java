package org.histogrid.project.ui;

import java.util.List;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.stats.Outlier;

/// A computed grid with what is written at its margins, for each row, and for each panel the number of findings on its
/// neuron and what it is an outlier by.
record GridPicture(
        ComputedGrid grid, List<RowHead> heads, List<List<Integer>> findings, List<List<List<Outlier>>> outliers) {

    GridPicture {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
        outliers = List.copyOf(outliers);
    }

    /// For somebody who sees nothing but the grid.
    static GridPicture plain(ComputedGrid grid, List<RowHead> heads) {
        return new GridPicture(grid, heads, List.of(), List.of());
    }

    int findings(int row, int column) {
        return row < findings.size() && column < findings.get(row).size()
                ? findings.get(row).get(column)
                : 0;
    }

    List<Outlier> outliers(int row, int column) {
        return row < outliers.size() && column < outliers.get(row).size()
                ? outliers.get(row).get(column)
                : List.of();
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
