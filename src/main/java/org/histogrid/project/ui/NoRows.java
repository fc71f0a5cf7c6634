package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.EmptyState;

/// A project without a grid yet.
final class NoRows extends Composite<Div> {

    NoRows(boolean mayEdit, Runnable addRow) {
        getContent()
                .add(
                        mayEdit
                                ? new EmptyState(
                                        "No rows yet",
                                        "A row shows neurons of one dataset, one histogram for each neuron. Rows may have"
                                                + " different neurons.",
                                        Buttons.primary("Add row", addRow))
                                : new EmptyState(
                                        "No rows yet", "Its owner has not put any neurons into this project."));
    }
}
