package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.dataset.HookPoint;
import org.histogrid.project.NeuronList;

/// Neurons by typing, against what a hook point holds. Those that it lacks are named, and left out with one click.
final class NeuronsField extends Composite<Div> {

    private static final String EXAMPLE = "Such as 2021, 149, 100-120.";
    private static final int TYPING_PAUSE_MILLIS = 400;

    private final TextArea text = new TextArea("Neurons");
    private final ToolButton leaveOut =
            new ToolButton("Leave these out", "Leave out the neurons that are not recorded there", this::leaveOut);
    private Optional<HookPoint> point = Optional.empty();

    NeuronsField(Runnable onChange) {
        text.setHelperText(EXAMPLE);
        text.addClassName("hg-wide");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        text.addValueChangeListener(_ -> {
            accept();
            onChange.run();
        });
        leaveOut.setVisible(false);
        getContent().addClassNames("hg-wide", "hg-neurons-field");
        getContent().add(text, leaveOut);
    }

    /// Shows what is wrong with what was typed for another hook point, if anything is.
    void hold(HookPoint newPoint) {
        point = Optional.of(newPoint);
        text.setHelperText("%s Recorded: %s.".formatted(EXAMPLE, newPoint.neuronsInWords()));
        accept();
    }

    void setNeurons(List<Integer> neurons) {
        text.setValue(NeuronList.format(neurons));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /// What was typed, or nothing where the field says why it cannot be taken.
    Optional<List<Integer>> accept() {
        return accept(text.getValue());
    }

    private Optional<List<Integer>> accept(String typed) {
        text.setInvalid(false);
        leaveOut.setVisible(false);
        try {
            var neurons = NeuronList.parse(typed);
            point.ifPresent(held -> check(neurons, held));
            return Optional.of(neurons);
        } catch (BadInput e) {
            refuse(e);
            return Optional.empty();
        }
    }

    private void check(List<Integer> neurons, HookPoint held) {
        var missing = NeuronList.missing(neurons, held);
        leaveOut.setVisible(!missing.isEmpty() && !missing.containsAll(neurons));
        NeuronList.check(neurons, held);
    }

    private void leaveOut() {
        point.ifPresent(held -> setNeurons(
                NeuronList.parse(text.getValue()).stream().filter(held::holds).toList()));
        text.focus();
    }

    void refuse(BadInput problem) {
        text.setErrorMessage(problem.getMessage());
        text.setInvalid(true);
    }

    void focus() {
        text.focus();
    }
}
