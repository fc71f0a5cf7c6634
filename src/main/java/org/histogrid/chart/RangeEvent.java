package org.histogrid.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/// A range of values of a chart was selected, by pointer or by key. Ends that stand at edges of bins are exactly those
/// edges, so that the samples counted are those in the bins.
@DomEvent("step-chart-range")
public class RangeEvent extends ComponentEvent<StepChart> {

    private final double from;
    private final double to;

    /// Made by Vaadin from the event of the browser.
    public RangeEvent(
            StepChart source,
            boolean fromClient,
            @EventData("event.detail.from") double from,
            @EventData("event.detail.to") double to) {
        super(source, fromClient);
        this.from = source.exact(from);
        this.to = source.exact(to);
    }

    /// The lower end, which belongs to the range. It may lie outside the bins.
    public double from() {
        return from;
    }

    /// The upper end, greater than the lower one.
    public double to() {
        return to;
    }

    /// Whether a sample at the upper end belongs to the range: only where the last bin ends, which holds its upper
    /// edge.
    public boolean includesTo() {
        return getSource().endsBy(to);
    }
}
