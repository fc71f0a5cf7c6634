package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.NarrowScreen;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.neuron.ui.OutlierBadges;
import org.histogrid.screening.RankOrder;
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
        figure(row -> Numbers.integer(row.ranked().rank())).setHeader("Rank");
        grid.addComponentColumn(this::neuron)
                .setHeader("Neuron")
                .setKey("neuron")
                .setWidth(shown.point().isEmpty() ? "11rem" : "6rem")
                .setFlexGrow(1);
        grid.addComponentColumn(RankingGrid::picture)
                .setHeader("Histogram")
                .setWidth("7.5rem")
                .setFlexGrow(0);
        var wide = new ArrayList<Grid.Column<RankedRow>>();
        for (var column : columns) {
            var added = figure(row -> number(row.ranked().value(column))).setHeader(head(column, shown.query()));
            if (columns.indexOf(column) > 0) {
                wide.add(added);
            }
        }
        wide.add(grid.addComponentColumn(row -> new OutlierBadges(row.ranked().outliers()))
                .setHeader("Outlier")
                .setWidth("9rem")
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
            var point = new Div(row.point().inWords());
            point.addClassNames("hg-quiet", "hg-small", "hg-break");
            cell.add(point);
        }
        var more = new Div(columns.stream()
                .skip(1)
                .map(column -> "%s %s"
                        .formatted(words.name(column), number(row.ranked().value(column))))
                .collect(Collectors.joining(", ")));
        more.add(new OutlierBadges(row.ranked().outliers()));
        more.addClassNames("hg-narrow-only", "hg-quiet", "hg-small", "hg-break");
        cell.add(more);
        return cell;
    }

    private static Component picture(RankedRow row) {
        return row.picture().isEmpty() ? new Span(NONE) : new Html(row.picture());
    }

    /// A head that ranks by its column, and by its other end where it is ranked by that already.
    private NativeButton head(ScoreAt column, ExploreQuery query) {
        var isRanked = column.equals(query.by());
        var head = new NativeButton();
        head.add(new Span(words.name(column.column()) + (isRanked ? sign(query.order()) : "")));
        var half = new Span(ColumnWords.shortly(column.split()));
        half.addClassNames("hg-quiet", "hg-small");
        head.add(half);
        head.addClassNames("hg-tool", "hg-ranking-head");
        var next = isRanked ? next(query.order()) : RankOrder.ABS;
        head.getElement()
                .setAttribute("type", "button")
                .setAttribute("title", words.explain(column.column()))
                .setAttribute("aria-pressed", String.valueOf(isRanked))
                .setAttribute(
                        "aria-label",
                        "Rank by %s, %s"
                                .formatted(words.ranking(column.column(), next), ColumnWords.half(column.split())));
        head.addClickListener(_ -> actions.explore(actions.page().query().ranked(column, next)));
        return head;
    }

    private static String sign(RankOrder order) {
        return switch (order) {
            case ABS -> " \u2195";
            case DESC -> " \u2193";
            case ASC -> " \u2191";
        };
    }

    private static RankOrder next(RankOrder order) {
        return switch (order) {
            case ABS -> RankOrder.DESC;
            case DESC -> RankOrder.ASC;
            case ASC -> RankOrder.ABS;
        };
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
