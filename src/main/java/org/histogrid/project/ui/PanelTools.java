package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.ToolButton;

/// The actions of a panel, seen on hover and on keyboard focus, and the always visible badge of its findings.
final class PanelTools extends Composite<Div> {

    private final ToolButton note;
    private final ToolButton left;
    private final ToolButton right;
    private final ToolButton remove;
    private final ToolButton badge;

    PanelTools(int row, int column, boolean editable, GridActions.OfMember actions) {
        note = new ToolButton("Note", "", () -> actions.openFindings(row, column));
        left = new ToolButton("\u2190", "", () -> actions.moveNeuron(row, column, -1));
        right = new ToolButton("\u2192", "", () -> actions.moveNeuron(row, column, 1));
        remove = new ToolButton("\u00d7", "", () -> actions.removeNeuron(row, column));
        badge = new ToolButton("", "", () -> actions.openFindings(row, column));
        badge.addClassName("hg-badge");
        var onHover = new Div(note);
        onHover.addClassName("hg-panel-tools");
        if (editable) {
            onHover.add(left, right, remove);
        }
        getContent().addClassName("hg-panel-side");
        getContent().add(onHover, badge);
    }

    void show(int neuron, int findings) {
        note.describe("Note a finding on neuron " + neuron);
        left.describe("Move neuron %d left".formatted(neuron));
        right.describe("Move neuron %d right".formatted(neuron));
        remove.describe("Remove neuron %d from the row".formatted(neuron));
        badge.setVisible(findings > 0);
        badge.setText(Numbers.integer(findings));
        badge.describe("Show %s on neuron %d".formatted(Numbers.count(findings, "finding"), neuron));
    }

    void focusMove(int by) {
        (by < 0 ? left : right).focus();
    }
}
