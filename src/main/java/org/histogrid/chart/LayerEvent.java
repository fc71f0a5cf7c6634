package org.histogrid.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/// A layer was chosen, by pointer or by key.
@DomEvent("band-chart-layer")
public class LayerEvent extends ComponentEvent<BandChart> {

    private final int layer;

    /// Made by Vaadin from the event of the browser.
    public LayerEvent(BandChart source, boolean fromClient, @EventData("event.detail.layer") int layer) {
        super(source, fromClient);
        this.layer = layer;
    }

    /// The chosen layer, counted from 0. It comes from the browser: check it against the layers before use.
    public int layer() {
        return layer;
    }
}
