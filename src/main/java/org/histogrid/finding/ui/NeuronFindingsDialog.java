package org.histogrid.finding.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.FindingService;
import org.histogrid.sharing.CurrentViewer;

/// What was noted on one neuron.
final class NeuronFindingsDialog extends Dialog {

    private final FindingService findings;
    private final CurrentViewer viewer;
    private final NeuronRef neuron;
    private final Runnable onChange;
    private final NeuronFindings list;
    private final Anchor page = new Anchor("", "Open its page");

    NeuronFindingsDialog(
            FindingService findings, CurrentViewer viewer, Clock clock, NeuronRef neuron, Runnable onChange) {
        this.findings = findings;
        this.viewer = viewer;
        this.neuron = neuron;
        this.onChange = onChange;
        list = new NeuronFindings(findings, viewer, clock, neuron, _ -> changed());
        setHeaderTitle("Findings on neuron " + neuron.neuron());
        addClassName("hg-dialog");
        add(list);
        var add = new Button("Add finding", _ -> note());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(page, new Button("Close", _ -> close()), add);
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
        var found = list.load();
        found.stream().findFirst().ifPresentOrElse(one -> page.setHref(one.page()), this::close);
    }
}
