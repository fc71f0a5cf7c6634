package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.FigureContent.PanelContent;

/// Turns a figure into what is drawn: legend on top, rows of panels, each row with its label at the left.
final class FigureLayout {

    private final Style style;
    private final FigureContent content;
    private final MarkerKinds kinds;
    private final Frame frame;
    private final Lettering lettering;

    private FigureLayout(FigureContent content, Style style) {
        this.style = style;
        this.content = content;
        this.kinds = MarkerKinds.of(content);
        this.frame = Frame.of(style, content, kinds);
        this.lettering = new Lettering(style);
    }

    /// @throws org.histogrid.base.BadInput when the size is too small for the panels
    static FigureLayout of(Figure figure, FigureOptions options) {
        return new FigureLayout(FigureContent.of(figure, options), Style.of(options));
    }

    static Drawing draw(Figure figure, FigureOptions options) {
        return of(figure, options).draw();
    }

    Style style() {
        return style;
    }

    MarkerKinds kinds() {
        return kinds;
    }

    /// The panels that draw something, row by row.
    List<PlacedChart> charts() {
        var charts = new ArrayList<PlacedChart>();
        for (var row = 0; row < content.rows().size(); row++) {
            var panels = content.rows().get(row).panels();
            for (var column = 0; column < panels.size(); column++) {
                if (panels.get(column).spec().isPresent()) {
                    charts.add(place(panels.get(column).spec().get(), row, column));
                }
            }
        }
        return charts;
    }

    private PlacedChart place(StepChartSpec spec, int row, int column) {
        return PlacedChart.of(style, spec, frame, row, column);
    }

    Drawing draw() {
        var items = new ArrayList<Item>();
        var paper = new Box(0, 0, frame.width(), frame.height());
        var white = new Fill(Style.PAPER, 1, Optional.empty());
        items.add(Path.box("paper", paper, Optional.of(white), Optional.empty()));
        items.addAll(above());
        var panels = 0;
        for (var row = 0; row < content.rows().size(); row++) {
            items.add(row(row, panels));
            panels += content.rows().get(row).panels().size();
        }
        return new Drawing(frame.width(), frame.height(), style.options().font(), items);
    }

    /// Title, legend, headings of columns.
    private List<Item> above() {
        var items = new ArrayList<Item>();
        var top = Columns.margin(style);
        var middle = frame.width() / 2;
        if (frame.title().height() > 0) {
            items.addAll(lettering.centred(
                    "title", frame.title().lines(0), middle, top, frame.title().size()));
            top += frame.title().height() + Frame.blockGap(style);
        }
        if (frame.legend().height() > 0) {
            items.add(Group.of("legend", frame.legend().draw(middle, top)));
            top += frame.legend().height() + Frame.blockGap(style);
        }
        for (var column = 0; column < content.headings().size(); column++) {
            items.addAll(lettering.centred(
                    "heading",
                    frame.titles().lines(column),
                    frame.plot(0, column).centre(),
                    top,
                    frame.titles().size()));
        }
        return items;
    }

    /// @param before panels in the rows above
    private Group row(int row, int before) {
        var ofRow = content.rows().get(row);
        var items = new ArrayList<Item>();
        items.addAll(lettering.turned(
                "row-label",
                frame.rowLabels().lines(row),
                Columns.margin(style),
                frame.plot(row, 0),
                frame.band(row),
                frame.rowLabels().size()));
        ofRow.problem().ifPresent(text -> items.addAll(lettering.problem(text, frame.plots(row, content.columns()))));
        for (var column = 0; column < ofRow.panels().size(); column++) {
            items.add(panel(row, column, before + column, ofRow.problem().isEmpty()));
        }
        return new Group("row", ofRow.label(), Optional.empty(), items);
    }

    private Group panel(int row, int column, int index, boolean saysProblem) {
        var panel = content.rows().get(row).panels().get(column);
        var plot = frame.plot(row, column);
        var items = new ArrayList<Item>();
        panel.spec().ifPresent(spec -> items.addAll(place(spec, row, column).draw(style, kinds)));
        if (panel.spec().isEmpty() && saysProblem) {
            items.addAll(lettering.problem(panel.problem(), plot));
        }
        items.addAll(lettering.over(
                "over", frame.heads().get(index), plot.left(), frame.rows().bandTop(row), frame.headSize()));
        if (content.headings().isEmpty()) {
            var top = plot.bottom() + Rows.belowNumbers(style) + Rows.titleGap(style);
            items.addAll(lettering.centred(
                    "panel-title",
                    frame.titles().lines(index),
                    plot.centre(),
                    top,
                    frame.titles().size()));
        }
        return new Group("panel", description(panel), Optional.empty(), items);
    }

    private static String description(PanelContent panel) {
        return panel.spec().map(StepChartSpec::description).orElse(panel.problem());
    }
}
