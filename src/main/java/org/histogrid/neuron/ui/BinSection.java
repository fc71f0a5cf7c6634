package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.neuron.BinTable;
import org.histogrid.stats.Statistic;

/// The bins as a table, made when it is opened: what a chart shows, for whoever cannot see it or wants its numbers.
final class BinSection extends Composite<Details> {

    /// More lines than this are read in a program.
    private static final int MOST_LINES = 400;

    private final Consumer<ValueRange> onSelect;
    private Optional<BinTable> shown = Optional.empty();
    private boolean selectable;
    private int neuron;

    BinSection(Consumer<ValueRange> onSelect) {
        this.onSelect = onSelect;
        getContent().setSummaryText("Table of bins");
        getContent().addClassName("hg-bins");
        getContent().addOpenedChangeListener(_ -> fill());
    }

    void show(Panel panel, Statistic stat, boolean mayListSamples) {
        shown = Optional.of(BinTable.of(panel, stat));
        neuron = panel.neuron();
        selectable = mayListSamples;
        fill();
    }

    private void fill() {
        getContent().removeAll();
        if (getContent().isOpened()) {
            shown.ifPresent(bins -> getContent().add(tools(bins), note(bins), table(bins)));
        }
    }

    private Div tools(BinTable bins) {
        var file = bins.csv().getBytes(StandardCharsets.UTF_8);
        var name = "neuron-%d-bins.csv".formatted(neuron);
        var csv = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName(name);
                    event.setContentType("text/csv;charset=utf-8");
                    event.setContentLength(file.length);
                    event.getOutputStream().write(file);
                },
                "Download CSV");
        csv.getElement().setAttribute("download", name);
        var tools = new Div(CopyButton.withText("Copy as TSV", bins.tsv()), csv);
        tools.addClassName("hg-study-tools");
        return tools;
    }

    private static Component note(BinTable bins) {
        var left = bins.lines().size() - MOST_LINES;
        var note = new Paragraph(
                left > 0
                        ? "The first %s of %s. The others are in the CSV and on the clipboard."
                                .formatted(
                                        Numbers.count(MOST_LINES, "line"),
                                        Numbers.integer(bins.lines().size()))
                        : "Bins are closed on the left and open on the right, the last one closed on both sides.");
        note.addClassNames("hg-quiet", "hg-small");
        return note;
    }

    private DataTable table(BinTable bins) {
        var headers = new ArrayList<String>();
        if (bins.ofOneClass()) {
            headers.add("Class");
        }
        headers.add("Values");
        bins.columns().forEach(column -> headers.add("#" + column));
        var table = new DataTable("Bins", headers.toArray(String[]::new));
        bins.lines().stream().limit(MOST_LINES).forEach(line -> table.row(cells(bins, line)));
        return table;
    }

    private Object[] cells(BinTable bins, BinTable.Line line) {
        var cells = new ArrayList<Object>();
        line.ofClass().ifPresent(cells::add);
        var words = RangeWords.of(line.values());
        cells.add(
                selectable
                        ? new ToolButton(words, "Show the samples in " + words, () -> onSelect.accept(line.values()))
                        : new Span(words));
        line.counts().forEach(count -> cells.add(Numbers.integer(count)));
        line.heights().forEach(height -> cells.add(Numbers.significant(height)));
        while (cells.size() < bins.columns().size() + (bins.ofOneClass() ? 2 : 1)) {
            cells.add("");
        }
        return cells.toArray();
    }
}
