package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.ui.DatasetNavigation;

/// Whose neurons are explored: dataset, labeling, class, hook point, and what can be done with them.
final class ExploreHead extends Composite<Div> {

    private static final int TWO = 2;

    private final ExploreActions actions;
    private final Div top = new Div();
    private final Select<Labeling> labeling = Choices.select("Labeling", Labeling::name);
    private final Select<Integer> side = Choices.select("Class against the rest", this::sideName);
    private final Select<Optional<HookPoint>> point = Choices.select("Hook point", ExploreHead::words);
    private Optional<DatasetId> shown = Optional.empty();
    private final Button add;
    private final Button compare;
    private final Button cuts;

    ExploreHead(ExploreActions actions, Runnable onAdd, Runnable onCompare, Runnable onCuts) {
        this.actions = actions;
        add = Buttons.primary("Add to project", onAdd);
        compare = Buttons.plain("Compare with", onCompare);
        cuts = Buttons.plain("Outlier cuts", onCuts);
        labeling.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                actions.explore(query().labelled(event.getValue().id().toString()));
            }
        });
        side.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                actions.explore(query().ofSide(event.getValue()));
            }
        });
        point.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                actions.explore(query().at(event.getValue().map(HookPoint::id)));
            }
        });
        var bar = new Div(labeling, side, point);
        bar.addClassName("hg-explore-bar");
        bar.getChildren().forEach(field -> ((Select<?>) field).removeClassName("hg-wide"));
        getContent().addClassName("hg-explore-head");
        getContent().add(top, bar);
    }

    private ExploreQuery query() {
        return actions.page().query();
    }

    private static String words(Optional<HookPoint> point) {
        return point.map(HookPoint::inWords).orElse("All hook points");
    }

    private String sideName(Integer index) {
        return actions.page()
                .labeling()
                .filter(one -> index < one.classes().size())
                .map(one -> one.classes().get(index).name())
                .orElse("");
    }

    void show(ExplorePage page) {
        var dataset = page.dataset();
        if (shown.filter(dataset.id()::equals).isEmpty()) {
            shown = Optional.of(dataset.id());
            top.removeAll();
            top.add(new PageHeader("Explore neurons", actionsFor(page))
                    .withBack(dataset.name(), DatasetNavigation.pathOf(dataset.id()))
                    .withSubtitle(dataset.model()));
        }
        var labelings = dataset.labelings();
        labeling.setItems(labelings);
        page.labeling().ifPresent(labeling::setValue);
        labeling.setVisible(labelings.size() > 1);
        var classes = page.labeling().map(one -> one.classes().size()).orElse(0);
        side.setItems(IntStream.range(0, classes).boxed().toList());
        side.setVisible(classes > TWO);
        if (classes > 0) {
            side.setValue(page.query().side());
        }
        var points = new ArrayList<Optional<HookPoint>>(List.of(Optional.empty()));
        dataset.hookPoints().forEach(one -> points.add(Optional.of(one)));
        point.setItems(points);
        point.setValue(page.point());
        point.setVisible(dataset.hookPoints().size() > 1);
    }

    private Component[] actionsFor(ExplorePage page) {
        if (page.labeling().isEmpty()) {
            return new Component[0];
        }
        return page.dataset().mayEdit() ? new Component[] {cuts, compare, add} : new Component[] {compare, add};
    }
}
