package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.NarrowScreen;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronSamples;
import org.histogrid.dataset.SampleColumn;
import org.histogrid.dataset.SampleOrder;
import org.histogrid.dataset.SampleQuery;
import org.histogrid.dataset.SampleSource;
import org.histogrid.dataset.ValuedSample;
import org.histogrid.figure.ClassColours;
import org.histogrid.sharing.CurrentViewer;

/// Samples with their values, a page at a time and sorted on the server: no value but those seen leaves it.
final class SampleTable extends Composite<Div> {

    private static final int MOST_COLUMNS = 6;
    private static final int PAGE = 50;

    private final NeuronSamples samples;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private final List<Grid.Column<ValuedSample>> hiddenWhereNarrow = new ArrayList<>();
    private Grid<ValuedSample> grid = new Grid<>();
    private Optional<SampleSource> source = Optional.empty();
    private SampleQuery query = SampleQuery.ALL;
    // Read by downloads, which run beside the page
    private volatile SampleOrder order = SampleQuery.ALL.order();
    private ClassColours colours = new ClassColours(Map.of());

    /// Makes tables with the services of the application.
    @SpringComponent
    static class Factory {

        private final NeuronSamples samples;
        private final DatasetService datasets;
        private final CurrentViewer viewer;

        Factory(NeuronSamples samples, DatasetService datasets, CurrentViewer viewer) {
            this.samples = samples;
            this.datasets = datasets;
            this.viewer = viewer;
        }

        SampleTable create() {
            return new SampleTable(samples, datasets, viewer);
        }
    }

    private SampleTable(NeuronSamples samples, DatasetService datasets, CurrentViewer viewer) {
        this.samples = samples;
        this.datasets = datasets;
        this.viewer = viewer;
    }

    void show(SampleSource shown, SampleQuery wanted, ClassColours classColours) {
        query = wanted;
        colours = classColours;
        if (source.map(SampleSource::dataset).filter(shown.dataset()::equals).isEmpty()) {
            source = Optional.of(shown);
            build(shown);
        } else {
            source = Optional.of(shown);
            grid.getDataProvider().refreshAll();
        }
    }

    private void build(SampleSource shown) {
        getContent().removeAll();
        grid = new Grid<>();
        order = SampleQuery.ALL.order();
        grid.setPageSize(PAGE);
        grid.setAriaLabel("Samples of the selected range");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText("No sample of this range is like that.");
        grid.addClassNames("hg-grid", "hg-samples");
        hiddenWhereNarrow.clear();
        grid.addColumn(one -> Numbers.significant(one.value()))
                .setHeader("Value")
                .setSortProperty(SampleOrder.Key.VALUE.name())
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        narrow(grid.addComponentColumn(this::className), "Class", SampleOrder.Key.CLASS, "11rem");
        narrow(grid.addColumn(one -> one.sample().id()), "Id", SampleOrder.Key.ID, "9rem");
        grid.addComponentColumn(this::text)
                .setHeader("Text")
                .setSortProperty(SampleOrder.Key.TEXT.name())
                .setFlexGrow(4);
        datasets.find(viewer.get(), shown.dataset()).columns().stream()
                .map(SampleColumn::name)
                .limit(MOST_COLUMNS)
                .forEach(this::attribute);
        NarrowScreen.hides(grid, hiddenWhereNarrow);
        grid.addSortListener(event -> order = event.getSortOrder().stream()
                .findFirst()
                .map(one ->
                        order(one.getSorted().getSortOrder(one.getDirection()).toList()))
                .orElse(SampleQuery.ALL.order()));
        grid.setItems(this::fetch, this::count);
        getContent().add(grid);
    }

    private void narrow(Grid.Column<ValuedSample> column, String header, SampleOrder.Key key, String width) {
        // The rows seen first do not tell how wide the others are
        hiddenWhereNarrow.add(column.setHeader(header)
                .setSortProperty(key.name())
                .setWidth(width)
                .setResizable(true)
                .setFlexGrow(0));
    }

    private void attribute(String name) {
        hiddenWhereNarrow.add(grid.addColumn(one -> one.sample().attributes().getOrDefault(name, ""))
                .setHeader(name)
                .setSortProperty(SampleOrder.Key.ATTRIBUTE.name() + name)
                .setResizable(true));
    }

    private Span className(ValuedSample one) {
        return ClassMark.of(Optional.ofNullable(one.className()), colours);
    }

    private Div text(ValuedSample one) {
        var more = new Div(Optional.ofNullable(one.className()).orElse("no class")
                + one.sample().attributes().entrySet().stream()
                        .map(pair -> ", " + pair.getKey() + ": " + pair.getValue())
                        .collect(Collectors.joining()));
        more.addClassNames("hg-narrow-only", "hg-quiet", "hg-small");
        var cell = new Div(new Span(one.sample().text()), more);
        cell.addClassName("hg-break");
        cell.setTitle(one.sample().text());
        return cell;
    }

    private Stream<ValuedSample> fetch(Query<ValuedSample, Void> wanted) {
        return samples
                .find(
                        viewer.get(),
                        source.orElseThrow(),
                        query.sorted(order(wanted.getSortOrders())).page(wanted.getOffset(), wanted.getLimit()))
                .samples()
                .items()
                .stream();
    }

    private int count(Query<ValuedSample, Void> wanted) {
        return (int) samples.find(viewer.get(), source.orElseThrow(), query.page(0, 1))
                .samples()
                .total();
    }

    private static SampleOrder order(List<QuerySortOrder> orders) {
        if (orders.isEmpty()) {
            return SampleQuery.ALL.order();
        }
        var first = orders.getFirst();
        var attribute = SampleOrder.Key.ATTRIBUTE.name();
        var order = first.getSorted().startsWith(attribute)
                ? SampleOrder.byAttribute(first.getSorted().substring(attribute.length()))
                : SampleOrder.by(SampleOrder.Key.valueOf(first.getSorted()));
        return first.getDirection() == SortDirection.DESCENDING ? order.descending() : order;
    }

    /// All that is listed, in the order it has when it is asked for.
    DownloadHandler download(SampleSource shown, SampleQuery wanted) {
        var who = viewer.get();
        var name = "neuron-%s-samples.csv"
                .formatted(Optional.ofNullable(shown.neuron())
                        .map(ref -> String.valueOf(ref.neuron()))
                        .orElse("any"));
        return event -> {
            var export = samples.export(who, shown, wanted.sorted(order));
            event.setFileName(name);
            event.setContentType("text/csv;charset=utf-8");
            try (var writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                export.writeTo(writer);
            }
        };
    }
}
