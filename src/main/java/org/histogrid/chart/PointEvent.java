package org.histogrid.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/// A point of a plane was chosen, by pointer or by key.
@DomEvent("plane-chart-point")
public class PointEvent extends ComponentEvent<PlaneChart> {

    private final int index;

    /// Made by Vaadin from the event of the browser.
    public PointEvent(PlaneChart source, boolean fromClient, @EventData("event.detail.index") int index) {
        super(source, fromClient);
        this.index = index;
    }

    /// Which of the points, counted from 0. It comes from the browser: check it against the points before use.
    public int index() {
        return index;
    }
}
