package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.FigureContent.PanelContent;
import org.histogrid.figure.FigureContent.RowContent;
import org.histogrid.figure.TextFit.Fitted;

/// Where everything in a figure stands, and the words in the sizes that fit there.
///
/// @param titles of the panels, row by row, or of the columns where these have headings
/// @param heads for each panel, row by row, the lines over it
/// @param headHeight of the panel with the most such lines
record Frame(
        Columns columns,
        Rows rows,
        LegendLayout legend,
        Fitted title,
        Fitted titles,
        List<List<String>> heads,
        double headSize,
        double headHeight,
        Fitted rowLabels,
        double width,
        double height) {

    static final int MOST_LINES = 3;
    private static final double READABLE = 0.85;

    /// Between the blocks above the panels, as a share of the font size.
    private static final double BLOCK_GAP = 0.4;

    static Frame of(Style style, FigureContent content, MarkerKinds kinds) {
        var frame = of(style, content, kinds, 1);
        for (var lines = 2; lines <= MOST_LINES && !frame.isReadable(style); lines++) {
            frame = of(style, content, kinds, lines);
        }
        return frame;
    }

    private boolean isReadable(Style style) {
        return rowLabels.isWhole() && rowLabels.size() >= READABLE * style.size();
    }

    private static Frame of(Style style, FigureContent content, MarkerKinds kinds, int labelLines) {
        var face = style.face();
        var size = style.size();
        var width = style.options().size().widthInPoints();
        var inner = width - 2 * Columns.margin(style);
        var columns = Columns.of(style, content, labelLines);
        var hasHeadings = !content.headings().isEmpty();

        var legend = LegendLayout.of(content, kinds, style, inner);
        var title = TextFit.fit(face, oneIfAny(content.title()), inner, style.titleSize(), MOST_LINES);
        var names = hasHeadings
                ? content.headings()
                : panels(content).map(PanelContent::title).toList();
        var beside = Columns.beside(style);
        var titles = TextFit.fit(face, names, columns.plotWidth() + 2 * beside, size, MOST_LINES);

        var all = panels(content).flatMap(panel -> panel.head().stream()).toList();
        var fitted = TextFit.fit(face, all, columns.plotWidth() + beside, style.smallSize(), MOST_LINES);
        var heads = heads(content, fitted);
        var headLines = heads.stream().mapToInt(List::size).max().orElse(0);
        var headHeight = headLines * TextFit.LINE * fitted.size();

        var blocks = Stream.of(title.height(), legend.height(), hasHeadings ? titles.height() : 0)
                .filter(block -> block > 0)
                .mapToDouble(block -> block + BLOCK_GAP * size)
                .sum();
        var top = Columns.margin(style) + blocks;
        var rows = Rows.of(style, content, columns.plotWidth(), top, headHeight, hasHeadings ? 0 : titles.height());
        var labels = content.rows().stream().map(RowContent::label).toList();
        var rowLabels = TextFit.fit(face, labels, rows.bandHeight(), size, labelLines);
        var height = style.options()
                .size()
                .heightInPoints()
                .orElse(rows.bottomOf(content.rows().size()) + Columns.margin(style));
        return new Frame(
                columns, rows, legend, title, titles, heads, fitted.size(), headHeight, rowLabels, width, height);
    }

    private static List<String> oneIfAny(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static Stream<PanelContent> panels(FigureContent content) {
        return content.rows().stream().flatMap(row -> row.panels().stream());
    }

    /// The lines of each panel out of the lines of all of them.
    private static List<List<String>> heads(FigureContent content, Fitted all) {
        var heads = new ArrayList<List<String>>();
        var next = 0;
        for (var panel : panels(content).toList()) {
            var end = next + panel.head().size();
            heads.add(all.texts().subList(next, end).stream()
                    .flatMap(List::stream)
                    .toList());
            next = end;
        }
        return heads;
    }

    Box plot(int row, int column) {
        var left = columns.plotLeft(column);
        var top = rows.plotTop(row);
        return new Box(left, top, left + columns.plotWidth(), top + rows.plotHeight());
    }

    /// All plots of a row and what lies between them.
    Box plots(int row, int columnCount) {
        var first = plot(row, 0);
        return new Box(first.left(), first.top(), columns.rightOf(columnCount), first.bottom());
    }

    /// All of a row, with the words over and below its panels.
    Box band(int row) {
        var top = rows.bandTop(row);
        return new Box(0, top, width, top + rows.bandHeight());
    }

    static double blockGap(Style style) {
        return BLOCK_GAP * style.size();
    }
}
