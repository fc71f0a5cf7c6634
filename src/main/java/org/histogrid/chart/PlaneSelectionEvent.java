package org.histogrid.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.util.Optional;

/// A part of a plane was selected, by pointer or by key, or the selection was cleared.
@DomEvent("plane-chart-selection")
public class PlaneSelectionEvent extends ComponentEvent<PlaneChart> {

    private final Optional<PlaneSelection> selection;

    /// Made by Vaadin from the event of the browser. Where nothing is selected the borders say nothing.
    public PlaneSelectionEvent(
            PlaneChart source,
            boolean fromClient,
            @EventData("event.detail.selected") boolean selected,
            @EventData("event.detail.fromX") double fromX,
            @EventData("event.detail.toX") double toX,
            @EventData("event.detail.fromY") double fromY,
            @EventData("event.detail.toY") double toY) {
        super(source, fromClient);
        selection = selected ? Optional.of(source.exact(fromX, toX, fromY, toY)) : Optional.empty();
    }

    /// What is selected now. Over cells its borders are exactly edges of cells.
    public Optional<PlaneSelection> selection() {
        return selection;
    }
}
