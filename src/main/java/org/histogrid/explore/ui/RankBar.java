package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Split;

/// By what the list is ranked, and the ways to filters and columns.
final class RankBar extends Composite<Div> {

    private final ExploreActions actions;
    private final ComboBox<ProfileColumn> score = new ComboBox<>("Rank by");
    private final Select<Split> split =
            Choices.select("In", ColumnWords::half, Split.DISCOVERY, Split.HELD_OUT, Split.ALL);
    private final Select<RankOrder> order = Choices.select("First", ColumnWords::order, RankOrder.values());

    RankBar(ExploreActions actions) {
        this.actions = actions;
        score.setItems(ProfileColumn.ALL);
        score.addValueChangeListener(event -> rank(event.isFromClient() && event.getValue() != null));
        split.addValueChangeListener(event -> rank(event.isFromClient()));
        order.addValueChangeListener(event -> rank(event.isFromClient()));
        split.removeClassName("hg-wide");
        order.removeClassName("hg-wide");
        getContent().addClassName("hg-rank-bar");
        getContent()
                .add(
                        score,
                        split,
                        order,
                        Buttons.plain("Add filter", this::filter),
                        Buttons.plain("Columns", this::columns));
    }

    private void rank(boolean isWanted) {
        if (isWanted) {
            actions.explore(
                    actions.page().query().ranked(new ScoreAt(split.getValue(), score.getValue()), order.getValue()));
        }
    }

    void filter() {
        new FilterDialog(actions).open();
    }

    private void columns() {
        new ColumnsDialog(actions).open();
    }

    void show(ExplorePage page) {
        score.setItemLabelGenerator(page.words()::name);
        score.setValue(page.query().by().column());
        split.setValue(page.query().by().split());
        order.setValue(page.query().order());
    }
}
