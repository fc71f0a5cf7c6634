package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.histogrid.figure.GridWords;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.Scale;

/// The names of the columns, above the first row, where all rows show the same neurons.
final class ColumnHeads extends Composite<Div> {

    private final Div heads = new Div();

    ColumnHeads() {
        heads.addClassName("hg-panels");
        getContent().addClassName("hg-column-heads");
        getContent().add(new Span(), heads);
    }

    /// @param panels those of any row, or none where rows differ
    void show(List<Panel> panels, Scale scale) {
        setVisible(!panels.isEmpty());
        heads.removeAll();
        panels.forEach(panel -> heads.add(head(panel, scale)));
    }

    private static Div head(Panel panel, Scale scale) {
        var number = String.valueOf(panel.neuron());
        var rest = new Span(GridWords.panelTitle(panel, scale).substring(number.length()));
        rest.addClassName("hg-column-words");
        var head = new Div(new Span(number), rest);
        head.addClassName("hg-column");
        return head;
    }
}
