package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.PanelCharts;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.Provenance;

/// One row of a grid: its label at the left, its panels, and below where its numbers come from.
final class RowPanel extends Composite<Section> {

    private final int row;
    private final boolean editable;
    private final Optional<GridActions.OfMember> actions;
    private final Span label = new Span();
    private final Div panels = new Div();
    private final Paragraph problem = new Paragraph();
    private final Paragraph provenance = new Paragraph();
    private final List<PanelCard> cards = new ArrayList<>();
    private Optional<ToolButton> edit = Optional.empty();
    private Optional<ToolButton> up = Optional.empty();
    private Optional<ToolButton> down = Optional.empty();
    private Optional<ToolButton> remove = Optional.empty();

    RowPanel(int row, boolean editable, Optional<GridActions.OfMember> actions) {
        this.row = row;
        this.editable = editable;
        this.actions = actions;
        var margin = new Div(label);
        margin.addClassName("hg-row-label");
        panels.addClassName("hg-panels");
        problem.addClassName("hg-row-problem");
        provenance.addClassName("hg-provenance");
        var foot = new Div(provenance);
        foot.addClassName("hg-row-foot");
        actions.filter(_ -> editable).ifPresent(known -> foot.add(tools(known)));
        var body = new Div(panels, problem, foot);
        body.addClassName("hg-row-body");
        getContent().addClassName("hg-row");
        getContent().add(margin, body);
    }

    private Div tools(GridActions.OfMember known) {
        var first = new ToolButton("Edit row", "", () -> known.editRow(row));
        var second = new ToolButton("\u2191", "", () -> known.moveRow(row, -1));
        var third = new ToolButton("\u2193", "", () -> known.moveRow(row, 1));
        var last = new ToolButton("Remove row", "", () -> known.removeRow(row));
        edit = Optional.of(first);
        up = Optional.of(second);
        down = Optional.of(third);
        remove = Optional.of(last);
        var tools = new Div(first, second, third, last);
        tools.addClassName("hg-row-tools");
        return tools;
    }

    void show(GridPicture picture, ClassColours colours) {
        var shown = picture.grid().rows().get(row);
        var settings = picture.grid().settings();
        var name = picture.labels().get(row);
        label.setText(GridWords.rowLabel(settings, name));
        label.getElement().setAttribute("title", name);
        getContent().getElement().setAttribute("aria-label", "Row %d, %s".formatted(row + 1, name));
        describeTools(name);
        provenance.setText(shown.provenance().map(Provenance::inWords).orElse(""));
        problem.setText(shown.problem().orElse(shown.panels().isEmpty() ? "This row has no neurons yet." : ""));
        problem.setVisible(!problem.getText().isEmpty());
        panels.setVisible(shown.problem().isEmpty() && !shown.panels().isEmpty());
        fit(shown.problem().isEmpty() ? shown.panels().size() : 0);
        for (var column = 0; column < cards.size(); column++) {
            var panel = shown.panels().get(column);
            cards.get(column).show(panel, chart(panel, settings, colours, name), picture.findings(row, column));
        }
    }

    private static Optional<StepChartSpec> chart(
            ComputedGrid.Panel panel, HistogramSettings settings, ClassColours colours, String name) {
        return PanelCharts.isDrawable(panel)
                ? Optional.of(PanelCharts.chart(panel, settings, colours, name))
                : Optional.empty();
    }

    private void describeTools(String name) {
        edit.ifPresent(button -> button.describe("Edit row " + name));
        up.ifPresent(button -> button.describe("Move row %s up".formatted(name)));
        down.ifPresent(button -> button.describe("Move row %s down".formatted(name)));
        remove.ifPresent(button -> button.describe("Remove row " + name));
    }

    private void fit(int wanted) {
        while (cards.size() > wanted) {
            panels.remove(cards.removeLast());
        }
        while (cards.size() < wanted) {
            var column = cards.size();
            var card = new PanelCard(actions.map(known -> new PanelTools(row, column, editable, known)));
            cards.add(card);
            panels.add(card);
        }
    }

    void hide(Set<String> classes) {
        cards.forEach(card -> card.hide(classes));
    }

    void focusPanelMove(int column, int by) {
        if (column >= 0 && column < cards.size()) {
            cards.get(column).focusTool(by);
        }
    }

    void focusRowMove(int by) {
        (by < 0 ? up : down).ifPresent(ToolButton::focus);
    }
}
