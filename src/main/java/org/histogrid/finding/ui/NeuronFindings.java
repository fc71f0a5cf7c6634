package org.histogrid.finding.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.function.IntConsumer;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.Finding;
import org.histogrid.finding.FindingService;
import org.histogrid.sharing.CurrentViewer;

/// What was noted on one neuron, oldest first.
public final class NeuronFindings extends Composite<Div> {

    private final FindingService findings;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final NeuronRef neuron;
    private final IntConsumer onChange;

    /// @param onChange told how many there are when somebody changed or deleted one here
    NeuronFindings(FindingService findings, CurrentViewer viewer, Clock clock, NeuronRef neuron, IntConsumer onChange) {
        this.findings = findings;
        this.viewer = viewer;
        this.clock = clock;
        this.neuron = neuron;
        this.onChange = onChange;
        getContent().addClassName("hg-finding-list");
    }

    /// Reads and shows them again.
    public List<Finding> load() {
        var found = findings.of(viewer.get(), List.of(neuron)).getOrDefault(neuron, List.of());
        getContent().removeAll();
        found.forEach(
                finding -> getContent().add(new FindingCard(finding, false, clock, findings, viewer, this::changed)));
        return found;
    }

    private void changed() {
        onChange.accept(load().size());
    }
}
