package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.histogrid.figure.GridWords;
import org.histogrid.histogram.HistogramSettings;

/// What the axes of all panels measure, said once beside a compact grid.
final class SharedAxes extends Composite<Div> {

    private final Span heights = new Span();
    private final Span values = new Span();

    SharedAxes() {
        heights.addClassName("hg-shared-heights");
        values.addClassName("hg-shared-values");
        getContent().addClassName("hg-shared-axes");
        getContent().add(heights, values);
    }

    void show(HistogramSettings settings) {
        heights.setText(GridWords.heightTitle(settings));
        values.setText(GridWords.valueTitle(settings.scale()));
    }
}
