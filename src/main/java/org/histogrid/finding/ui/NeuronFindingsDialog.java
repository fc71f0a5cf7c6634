package org.histogrid.finding.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.FindingService;
import org.histogrid.sharing.CurrentViewer;

/// What was noted on one neuron.
final class NeuronFindingsDialog extends Dialog {

    private final FindingService findings;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final NeuronRef neuron;
    private final Runnable onChange;
    private final Div list = new Div();

    NeuronFindingsDialog(
            FindingService findings, CurrentViewer viewer, Clock clock, NeuronRef neuron, Runnable onChange) {
        this.findings = findings;
        this.viewer = viewer;
        this.clock = clock;
        this.neuron = neuron;
        this.onChange = onChange;
        setHeaderTitle("Findings on neuron " + neuron.neuron());
        addClassName("hg-dialog");
        list.addClassName("hg-finding-list");
        add(list);
        var add = new Button("Add finding", _ -> note());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Close", _ -> close()), add);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                load();
            }
        });
    }

    /// Opens the form for a new finding.
    void note() {
        FindingDialog.forNew("Finding on neuron " + neuron.neuron(), text -> {
                    findings.add(viewer.get(), neuron, text);
                    changed();
                })
                .open();
    }

    private void changed() {
        onChange.run();
        if (isOpened()) {
            load();
        }
    }

    private void load() {
        list.removeAll();
        var found = findings.of(viewer.get(), List.of(neuron)).getOrDefault(neuron, List.of());
        if (found.isEmpty()) {
            close();
        }
        found.forEach(finding -> list.add(new FindingCard(finding, false, clock, findings, viewer, this::changed)));
    }
}
