package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.finding.ui.NeuronFindings;

/// What was noted on the neuron.
final class FindingSection extends Composite<Section> {

    private final NeuronFindings list;
    private final Paragraph none = new Paragraph("Nothing was noted on this neuron yet.");

    FindingSection(FindingNavigation findings, NeuronRef neuron) {
        list = findings.list(neuron, this::tell);
        none.addClassName("hg-quiet");
        getContent().addClassName("hg-section");
        getContent().add(new H2("Findings"), none, list);
        reload();
    }

    void reload() {
        tell(list.load().size());
    }

    private void tell(int findings) {
        none.setVisible(findings == 0);
    }
}
