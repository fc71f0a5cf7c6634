package org.histogrid.finding.ui;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.FindingService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Component;

/// The way to findings from other screens.
@Component
public class FindingNavigation {

    private final FindingService findings;
    private final CurrentViewer viewer;
    private final Clock clock;

    FindingNavigation(FindingService findings, CurrentViewer viewer, Clock clock) {
        this.findings = findings;
        this.viewer = viewer;
        this.clock = clock;
    }

    /// The list of all findings.
    public static void list() {
        UI.getCurrent().navigate(FindingsView.class);
    }

    /// Opens what is noted on a neuron, or where that is nothing, the form to note something.
    ///
    /// @param onChange called after each change
    public void open(NeuronRef neuron, Runnable onChange) {
        var there = findings.of(viewer.get(), List.of(neuron)).containsKey(neuron);
        var dialog = new NeuronFindingsDialog(findings, viewer, clock, neuron, onChange);
        if (there) {
            dialog.open();
        } else {
            dialog.note();
        }
    }

    /// Opens the form to note something on a neuron.
    ///
    /// @param onChange called when it is noted
    public void note(NeuronRef neuron, Runnable onChange) {
        new NeuronFindingsDialog(findings, viewer, clock, neuron, onChange).note();
    }

    /// What is noted on a neuron, with what its authors may do to it. Nothing is read before it is asked to load.
    ///
    /// @param onChange told how many there are left when somebody changed or deleted one of them there
    public NeuronFindings list(NeuronRef neuron, IntConsumer onChange) {
        return new NeuronFindings(findings, viewer, clock, neuron, onChange);
    }

    /// How many findings each neuron of a grid has, in the places of the grid, asked in one query.
    public List<List<Integer>> counts(Viewer member, List<List<NeuronRef>> neurons) {
        var found =
                findings.of(member, neurons.stream().flatMap(Collection::stream).toList());
        return neurons.stream()
                .map(row -> row.stream()
                        .map(neuron -> found.getOrDefault(neuron, List.of()).size())
                        .toList())
                .toList();
    }
}
