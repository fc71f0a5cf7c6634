package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.histogrid.base.ui.ToolButton;

/// The actions of a row at its foot. The others stand in the menu, which [GridArea] opens.
final class RowTools extends Composite<Div> {

    private final Span handle = PanelTools.handle();
    private final ToolButton edit;
    private final ToolButton up;
    private final ToolButton down;
    private final NativeButton more = PanelTools.moreButton();

    RowTools(int row, GridActions.OfMember actions) {
        edit = new ToolButton("Edit row", "", () -> actions.editRow(row));
        up = new ToolButton("\u2191", "", () -> actions.moveRow(row, -1));
        down = new ToolButton("\u2193", "", () -> actions.moveRow(row, 1));
        getContent().add(handle, edit, up, down, more);
        getContent().addClassName("hg-row-tools");
    }

    void show(String name) {
        handle.getElement().setAttribute("title", name + ": drag to move");
        edit.describe("Edit row " + name);
        up.describe("Move row %s up".formatted(name));
        down.describe("Move row %s down".formatted(name));
        more.getElement().setAttribute("aria-label", "More actions for row " + name);
    }

    void focusMove(int by) {
        (by < 0 ? up : down).focus();
    }
}
