package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.FileDownload;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.dataset.ValueRange;
import org.histogrid.neuron.BinTable;

/// The bins of a histogram as a table, and the ways to take them elsewhere.
final class BinList extends Composite<Div> {

    /// More lines than this are read in a program.
    private static final int MOST_LINES = 400;

    private final Optional<Consumer<ValueRange>> onSelect;

    /// @param onSelect told which bin was chosen, where bins can be
    BinList(BinTable bins, FileDownload file, Optional<Consumer<ValueRange>> onSelect) {
        this.onSelect = onSelect;
        var tools = new Div(CopyButton.withText("Copy as TSV", bins.tsv()), file.link("Download CSV"));
        tools.addClassName("hg-study-tools");
        getContent().addClassName("hg-bin-list");
        getContent().add(tools, note(bins), table(bins));
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
        cells.add(onSelect.<Component>map(selected ->
                        new ToolButton(words, "Show the samples in " + words, () -> selected.accept(line.values())))
                .orElseGet(() -> new Span(words)));
        line.counts().forEach(count -> cells.add(Numbers.integer(count)));
        line.heights().forEach(height -> cells.add(Numbers.significant(height)));
        while (cells.size() < bins.columns().size() + (bins.ofOneClass() ? 2 : 1)) {
            cells.add("");
        }
        return cells.toArray();
    }
}
