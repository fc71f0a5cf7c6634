package org.histogrid.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/// A bin of a chart was chosen, by pointer or by key.
@DomEvent("step-chart-bin")
public class BinEvent extends ComponentEvent<StepChart> {

    private final int bin;

    /// Made by Vaadin from the event of the browser.
    public BinEvent(StepChart source, boolean fromClient, @EventData("event.detail.bin") int bin) {
        super(source, fromClient);
        this.bin = bin;
    }

    /// The chosen bin, counted from 0. It comes from the browser: check it against the edges before use.
    public int bin() {
        return bin;
    }
}
