package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.ToolButton;

/// The actions of a panel, seen on hover and on keyboard focus, and the always visible badge of its findings. What is
/// not at hand here stands in the menu, which [GridArea] opens.
final class PanelTools extends Composite<Div> {

    private final int row;
    private final int column;
    private final GridActions.OfMember actions;
    private final Optional<Span> handle;
    private final ToolButton enlarge;
    private final ToolButton note;
    private final NativeButton more = moreButton();
    private Optional<ToolButton> badge = Optional.empty();

    PanelTools(int row, int column, boolean editable, GridActions.OfMember actions) {
        this.row = row;
        this.column = column;
        this.actions = actions;
        enlarge = new ToolButton("Enlarge", "", () -> actions.enlarge(row, column));
        note = new ToolButton("Note", "", () -> actions.openFindings(row, column));
        handle = editable ? Optional.of(handle()) : Optional.empty();
        var onHover = new Div();
        handle.ifPresent(onHover::add);
        onHover.add(enlarge, note, more);
        onHover.addClassName("hg-panel-tools");
        getContent().addClassName("hg-panel-side");
        getContent().add(onHover);
    }

    /// Moved by the pointer alone; the menu has the same for the keyboard.
    static Span handle() {
        var handle = new Span();
        handle.addClassName("hg-handle");
        handle.getElement().setAttribute("aria-hidden", "true");
        return handle;
    }

    static NativeButton moreButton() {
        var more = new NativeButton("More");
        more.addClassNames("hg-tool", "hg-more");
        more.getElement().setAttribute("type", "button").setAttribute("aria-haspopup", "menu");
        return more;
    }

    void show(int neuron, int findings) {
        handle.ifPresent(
                shown -> shown.getElement().setAttribute("title", "Neuron %d: drag to move".formatted(neuron)));
        enlarge.describe("Enlarge neuron " + neuron);
        note.describe("Note a finding on neuron " + neuron);
        more.getElement().setAttribute("aria-label", "More actions for neuron " + neuron);
        badge.ifPresent(shown -> shown.setVisible(findings > 0));
        if (findings > 0) {
            var shown = badge.orElseGet(this::addBadge);
            shown.setText(Numbers.integer(findings));
            shown.describe("Show %s on neuron %d".formatted(Numbers.count(findings, "finding"), neuron));
        }
    }

    private ToolButton addBadge() {
        var added = new ToolButton("", "", () -> actions.openFindings(row, column));
        added.addClassName("hg-badge");
        getContent().add(added);
        badge = Optional.of(added);
        return added;
    }

    void focus() {
        more.focus();
    }
}
