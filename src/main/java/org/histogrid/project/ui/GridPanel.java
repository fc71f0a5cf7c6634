package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.ui.ClassLegend;
import org.histogrid.stats.Statistic;

/// The grid: one legend, a line where heights mislead, and the rows. What is shown next replaces the pictures in their
/// places, so that nothing jumps while settings change.
final class GridPanel extends Composite<Div> {

    private final boolean editable;
    private final Optional<GridActions.OfMember> ofMember;
    private final ClassLegend legend;
    private final Span hintText = new Span();
    private final Div hint = new Div(hintText);
    private final Div rows = new Div();
    private final List<RowPanel> panels = new ArrayList<>();

    /// For somebody who may only look.
    GridPanel(GridActions actions) {
        this(actions, Optional.empty(), false);
    }

    GridPanel(GridActions.OfMember actions, boolean editable) {
        this(actions, Optional.of(actions), editable);
    }

    private GridPanel(GridActions actions, Optional<GridActions.OfMember> ofMember, boolean editable) {
        this.editable = editable;
        this.ofMember = ofMember;
        legend = new ClassLegend(hidden -> {
            hide(hidden);
            actions.looked(hidden);
        });
        hint.addClassName("hg-hint");
        hint.add(new ToolButton(
                "Show density",
                "Show density, which is independent of class size",
                () -> actions.show(Statistic.DENSITY)));
        rows.addClassName("hg-rows");
        getContent().addClassName("hg-panel-grid");
        getContent().add(legend, hint, rows);
    }

    void show(GridPicture picture) {
        var colours = ClassColours.of(picture.grid());
        legend.show(colours.legend());
        var baseRate = GridWords.baseRate(picture.grid());
        hintText.setText(baseRate.orElse(""));
        hint.setClassName("hg-hint-off", baseRate.isEmpty());
        rows.getStyle().set("--hg-columns", String.valueOf(picture.columns()));
        fit(picture.grid().rows().size());
        panels.forEach(panel -> panel.show(picture, colours));
        hide(legend.hidden());
    }

    private void fit(int wanted) {
        while (panels.size() > wanted) {
            rows.remove(panels.removeLast());
        }
        while (panels.size() < wanted) {
            var panel = new RowPanel(panels.size(), editable, ofMember);
            panels.add(panel);
            rows.add(panel);
        }
    }

    /// Hides the classes of these names and shows all others.
    void showWithout(Set<String> classes) {
        legend.hide(classes);
        hide(classes);
    }

    private void hide(Set<String> classes) {
        panels.forEach(panel -> panel.hide(classes));
    }

    /// Keeps the keyboard on the neuron that was just moved.
    void focusNeuron(int row, int column, int by) {
        if (row < panels.size()) {
            panels.get(row).focusPanelMove(column, by);
        }
    }

    void focusRow(int row, int by) {
        if (row >= 0 && row < panels.size()) {
            panels.get(row).focusRowMove(by);
        }
    }
}
