package org.histogrid.figure;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.histogram.ComputedGrid;

/// What a figure shows: a computed grid and the words that a grid does not know itself.
///
/// @param grid the numbers
/// @param rowLabels a name for each row, such as its model; as many as rows
/// @param title of the whole, drawn where [FigureOptions#title] asks for it and first in the caption; may be
///     empty
/// @param scores for each row a line for each panel, such as "AUROC 0.87"; empty, or with empty lines, where
///     there is none
/// @param origin what made it, for the caption
/// @throws BadInput when the grid has no panel
public record Figure(
        ComputedGrid grid, List<String> rowLabels, String title, List<List<String>> scores, FigureOrigin origin) {

    public Figure {
        rowLabels = List.copyOf(rowLabels);
        scores = scores.stream().map(List::copyOf).toList();
        if (rowLabels.size() != grid.rows().size()) {
            throw new IllegalArgumentException(grid.rows().size() + " rows have " + rowLabels.size() + " labels");
        }
        if (grid.rows().stream().allMatch(row -> row.panels().isEmpty())) {
            throw new BadInput("A figure needs a panel: add neurons first.").forField("rows");
        }
    }

    /// A grid with labels and nothing else.
    public static Figure of(ComputedGrid grid, List<String> rowLabels) {
        return new Figure(grid, rowLabels, "", List.of(), FigureOrigin.NONE);
    }

    public Figure titled(String newTitle) {
        return new Figure(grid, rowLabels, newTitle, scores, origin);
    }

    public Figure scored(List<List<String>> newScores) {
        return new Figure(grid, rowLabels, title, newScores, origin);
    }

    public Figure from(FigureOrigin newOrigin) {
        return new Figure(grid, rowLabels, title, scores, newOrigin);
    }

    /// The line of scores of a panel, where it has one.
    Optional<String> score(int row, int column) {
        return scores.stream()
                .skip(row)
                .findFirst()
                .flatMap(lines -> lines.stream().skip(column).findFirst())
                .filter(line -> !line.isBlank());
    }
}
