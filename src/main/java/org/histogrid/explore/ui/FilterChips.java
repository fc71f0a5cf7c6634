package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.screening.RankFilter;

/// What the list is limited to, each part with the button that drops it.
final class FilterChips extends Composite<Div> {

    private final ExploreActions actions;

    FilterChips(ExploreActions actions) {
        this.actions = actions;
        getContent().addClassName("hg-chips");
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", "Filters");
    }

    void show(ExplorePage page) {
        getContent().removeAll();
        page.query().filters().forEach(filter -> getContent().add(chip(filter, page)));
        getContent().setVisible(!page.query().filters().isEmpty());
    }

    private Div chip(RankFilter filter, ExplorePage page) {
        var words = RankWords.filter(filter, page.words());
        var drop = new ToolButton(
                "\u00d7",
                "Drop the filter " + words,
                () -> actions.explore(actions.page().query().without(filter)));
        var chip = new Div(new Span(words), drop);
        chip.addClassNames("hg-mark", "hg-chip");
        return chip;
    }
}
