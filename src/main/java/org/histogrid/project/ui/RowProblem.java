package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.histogram.ComputedGrid;

/// Stands in the place of the panels of a row that has none: why, and the way on.
final class RowProblem extends Composite<Div> {

    private final Span text = new Span();
    private final Optional<ToolButton> chooseAnother;
    private final Optional<ToolButton> addNeurons;

    RowProblem(int row, Optional<GridActions.OfMember> edits) {
        chooseAnother = edits.map(actions -> new ToolButton(
                "Choose another", "Choose another dataset or labeling for this row", () -> actions.editRow(row)));
        addNeurons = edits.map(
                actions -> new ToolButton("Add neurons", "Add neurons to this row", () -> actions.addNeurons(row)));
        getContent().add(text);
        chooseAnother.ifPresent(getContent()::add);
        addNeurons.ifPresent(getContent()::add);
        getContent().addClassName("hg-row-problem");
    }

    void show(ComputedGrid.Row row) {
        getContent().setVisible(row.problem().isPresent() || row.panels().isEmpty());
        text.setText(row.problem().orElse("This row has no neurons yet."));
        chooseAnother.ifPresent(shown -> shown.setVisible(row.problem().isPresent()));
        addNeurons.ifPresent(shown -> shown.setVisible(row.problem().isEmpty()));
    }
}
