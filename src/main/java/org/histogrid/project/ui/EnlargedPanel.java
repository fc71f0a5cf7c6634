package org.histogrid.project.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.histogrid.base.ui.Buttons;
import org.histogrid.chart.StepChart;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.PanelCharts;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.HistogramSettings;

/// One histogram of a grid, large.
final class EnlargedPanel extends Dialog {

    private Runnable onClose;

    EnlargedPanel(Panel panel, HistogramSettings settings, ClassColours colours, String rowLabel, Runnable onClose) {
        this.onClose = onClose;
        setHeaderTitle("Neuron %d, %s".formatted(panel.neuron(), rowLabel));
        setWidth("64rem");
        if (PanelCharts.isDrawable(panel)) {
            add(
                    new Paragraph(GridWords.samples(panel)),
                    new StepChart(PanelCharts.chart(panel, settings, colours, rowLabel)));
        } else {
            add(new Paragraph(GridWords.problem(panel)));
        }
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                this.onClose.run();
            }
        });
        getFooter().add(Buttons.plain("Close", this::close));
    }

    /// Closes it without telling.
    void dismiss() {
        onClose = () -> {};
        close();
    }
}
