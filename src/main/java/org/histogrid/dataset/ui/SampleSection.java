package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.NarrowScreen;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Sample;
import org.histogrid.dataset.SampleColumn;
import org.histogrid.sharing.CurrentViewer;

/// The samples in their order, fetched page by page as one scrolls.
class SampleSection extends Composite<Section> {

    private static final int MOST_COLUMNS = 6;

    SampleSection(DatasetDetails dataset, DatasetService datasets, CurrentViewer viewer) {
        var grid = new Grid<Sample>();
        grid.setAriaLabel("Samples");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassNames("hg-grid", "hg-samples");
        grid.addColumn(sample -> Numbers.integer(sample.ordinal()))
                .setHeader("#")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        var wide = new ArrayList<Grid.Column<Sample>>();
        wide.add(grid.addColumn(Sample::id).setHeader("Id").setAutoWidth(true).setFlexGrow(0));
        grid.addComponentColumn(SampleSection::text).setHeader("Text").setFlexGrow(4);
        dataset.columns().stream()
                .map(SampleColumn::name)
                .limit(MOST_COLUMNS)
                .forEach(name ->
                        wide.add(grid.addColumn(sample -> sample.attributes().getOrDefault(name, ""))
                                .setHeader(name)
                                .setResizable(true)));
        NarrowScreen.hides(grid, wide);
        grid.setItemsPageable(
                page -> datasets.samples(viewer.get(), dataset.id(), (int) page.getOffset(), page.getPageSize()),
                _ -> dataset.samples());
        getContent().addClassName("hg-section");
        getContent().add(new H2("Samples"), grid);
    }

    private static Div text(Sample sample) {
        var text = new Span(sample.text());
        var more = new Div(sample.attributes().entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(", ")));
        more.addClassNames("hg-narrow-only", "hg-quiet", "hg-small");
        var cell = new Div(text, more);
        cell.addClassName("hg-break");
        cell.setTitle(sample.text());
        return cell;
    }
}
