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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.PanelCharts;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.Provenance;

/// One row of a grid: its label at the left, its panels, and below where its numbers come from.
final class RowPanel extends Composite<Section> {

    private final int row;
    private final boolean editable;
    private final Optional<GridActions.OfMember> actions;
    private final Optional<RowTools> tools;
    private final Span label = new Span();
    private final Div panels = new Div();
    private final RowProblem problem;
    private final Paragraph provenance = new Paragraph();
    private final List<PanelCard> cards = new ArrayList<>();

    RowPanel(int row, boolean editable, Optional<GridActions.OfMember> actions) {
        this.row = row;
        this.editable = editable;
        this.actions = actions;
        var edits = actions.filter(_ -> editable);
        tools = edits.map(known -> new RowTools(row, known));
        problem = new RowProblem(row, edits);
        var margin = new Div(label);
        margin.addClassName("hg-row-label");
        panels.addClassName("hg-panels");
        provenance.addClassName("hg-provenance");
        var foot = new Div(provenance);
        foot.addClassName("hg-row-foot");
        tools.ifPresent(foot::add);
        var body = new Div(panels, problem, foot);
        body.addClassName("hg-row-body");
        getContent().addClassName("hg-row");
        getContent().add(margin, body);
    }

    /// @param isCompact whether what all rows measure stands elsewhere
    void show(GridPicture picture, ClassColours colours, boolean isCompact) {
        var shown = picture.grid().rows().get(row);
        var head = picture.heads().get(row);
        var name = head.label();
        label.setText(isCompact ? name : GridWords.rowLabel(picture.grid().settings(), name));
        label.getElement().setAttribute("title", name);
        getContent().getElement().setAttribute("aria-label", "Row %d, %s".formatted(row + 1, name));
        tools.ifPresent(known -> known.show(name));
        var from = Stream.concat(shown.provenance().map(Provenance::inWords).stream(), head.chosen().stream())
                .collect(Collectors.joining(". "));
        provenance.setText(from);
        provenance.getElement().setAttribute("title", from);
        problem.show(shown);
        panels.setVisible(shown.problem().isEmpty() && !shown.panels().isEmpty());
        fit(shown.problem().isEmpty() ? shown.panels().size() : 0);
        for (var column = 0; column < cards.size(); column++) {
            var panel = shown.panels().get(column);
            cards.get(column)
                    .show(
                            panel,
                            picture.grid().settings().scale(),
                            chart(panel, picture, colours, name),
                            picture.findings(row, column),
                            picture.outliers(row, column));
        }
    }

    private static Optional<StepChartSpec> chart(
            ComputedGrid.Panel panel, GridPicture picture, ClassColours colours, String name) {
        if (!PanelCharts.isDrawable(panel)) {
            return Optional.empty();
        }
        var chart = PanelCharts.chart(panel, picture.grid().settings(), colours, name);
        return Optional.of(picture.sharedPanels().isEmpty() ? chart : chart.untitled());
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

    int columns() {
        return cards.size();
    }

    boolean hasBins(int column) {
        return cards.get(column).hasBins();
    }

    void hide(Set<String> classes) {
        cards.forEach(card -> card.hide(classes));
    }

    void focusPanel(int column) {
        if (column >= 0 && column < cards.size()) {
            cards.get(column).focusTools();
        }
    }

    void focusMove(int by) {
        tools.ifPresent(known -> known.focusMove(by));
    }
}
