package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.NarrowScreen;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.neuron.ui.OutlierBadges;
import org.histogrid.screening.ScoreAt;

/// The neurons in their order, read page by page as one scrolls. Heads of columns rank by them.
final class RankingGrid extends Composite<Div> {

    private static final String NONE = "–";

    private final RankedRows rows;
    private final ExploreActions actions;
    private Optional<ExplorePage> page = Optional.empty();
    private int matching;
    private final CallbackDataProvider<RankedRow, Void> neurons = new CallbackDataProvider<>(
            query -> read(query.getOffset(), query.getLimit()),
            _ -> matching,
            row -> row.ranked().neuron());
    private Grid<RankedRow> grid = new Grid<>();
    private List<ScoreAt> columns = List.of();
    private ColumnWords words = ColumnWords.ANY;

    RankingGrid(RankedRows rows, ExploreActions actions) {
        this.rows = rows;
        this.actions = actions;
        getContent().addClassName("hg-ranking");
    }

    private Stream<RankedRow> read(int offset, int limit) {
        return page.stream().flatMap(shown -> rows.read(shown, offset, limit).stream());
    }

    /// @param found how many neurons there are to list
    void show(ExplorePage shown, int found) {
        var isSame = page.filter(before -> looksLike(before, shown)).isPresent();
        page = Optional.of(shown);
        matching = found;
        columns = shown.columns();
        words = shown.words();
        if (isSame) {
            neurons.refreshAll();
        } else {
            build(shown);
        }
    }

    private static boolean looksLike(ExplorePage before, ExplorePage now) {
        return before.columns().equals(now.columns())
                && before.words().equals(now.words())
                && before.query().by().equals(now.query().by())
                && before.query().order() == now.query().order()
                && before.point().isEmpty() == now.point().isEmpty();
    }

    private void build(ExplorePage shown) {
        var selected = grid.getSelectedItems();
        grid = new Grid<>();
        grid.setPageSize(RankedRows.PAGE);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setAriaLabel("Neurons by rank");
        grid.setEmptyStateText("No neuron passes these filters.");
        grid.addClassNames("hg-grid", "hg-ranked");
        var wide = new ArrayList<Grid.Column<RankedRow>>();
        wide.add(figure(row -> Numbers.integer(row.ranked().rank())).setHeader("Rank"));
        grid.addComponentColumn(this::neuron)
                .setHeader("Neuron")
                .setKey("neuron")
                // Its layer is told where several are ranked
                .setWidth(shown.point().isPresent() ? "4.5rem" : "6.5rem")
                .setFlexGrow(1);
        grid.addComponentColumn(RankingGrid::picture)
                .setHeader("Histogram")
                .setWidth("7rem")
                .setFlexGrow(0);
        for (var column : columns) {
            var added =
                    figure(row -> number(row.ranked().value(column))).setHeader(new RankHead(column, shown, actions));
            if (columns.indexOf(column) > 0) {
                wide.add(added);
            }
        }
        wide.add(grid.addComponentColumn(row -> new OutlierBadges(row.ranked().outliers()))
                .setHeader("Outlier")
                .setWidth("7.25rem")
                .setFlexGrow(1));
        NarrowScreen.hides(grid, wide);
        grid.setDataProvider(neurons);
        grid.asMultiSelect().setValue(selected);
        grid.addSelectionListener(
                event -> actions.selected(event.getAllSelectedItems().size()));
        getContent().removeAll();
        getContent().add(grid);
    }

    private Grid.Column<RankedRow> figure(com.vaadin.flow.function.ValueProvider<RankedRow, String> text) {
        return grid.addColumn(text)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Numbers.significant(value.getAsDouble()) : NONE;
    }

    private Component neuron(RankedRow row) {
        var cell = new Div(new Anchor(row.path(), String.valueOf(row.neuron())));
        if (page.filter(shown -> shown.point().isEmpty()).isPresent()) {
            var point = new Div(shortly(row.point()));
            point.setTitle(row.point().inWords());
            point.addClassNames("hg-quiet", "hg-small", "hg-break");
            cell.add(point);
        }
        var more = new Div(columns.stream()
                .skip(1)
                .limit(1)
                .map(column -> "%s %s"
                        .formatted(
                                column.column().equals(columns.getFirst().column())
                                        ? ColumnWords.shortly(column.split())
                                        : words.name(column.column()),
                                number(row.ranked().value(column))))
                .collect(Collectors.joining()));
        more.add(new OutlierBadges(row.ranked().outliers()));
        more.addClassNames("hg-narrow-only", "hg-quiet", "hg-small", "hg-break");
        cell.add(more);
        return cell;
    }

    /// By its layer alone, where no other hook point has the same.
    private String shortly(HookPoint point) {
        var alike = page.stream()
                .flatMap(shown -> shown.dataset().hookPoints().stream())
                .filter(other -> Objects.equals(other.layer(), point.layer()))
                .count();
        return point.layer() == null || alike > 1 ? point.inWords() : "layer " + point.layer();
    }

    private static Component picture(RankedRow row) {
        return row.picture().isEmpty() ? new Span(NONE) : new Html(row.picture());
    }

    /// In the order of the ranking.
    List<NeuronRef> selected() {
        return grid.getSelectedItems().stream()
                .sorted(Comparator.comparingInt(row -> row.ranked().rank()))
                .map(row -> row.ranked().neuron())
                .toList();
    }

    /// Selects nothing, as after another labeling was chosen.
    void clear() {
        grid.deselectAll();
    }
}
