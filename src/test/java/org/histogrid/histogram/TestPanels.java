package org.histogrid.histogram;

import java.util.List;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.Row;

/// Panels as the service computes them, of given values instead of stored ones.
public final class TestPanels {

    private TestPanels() {}

    /// A panel whose edges and axes are its own.
    public static Panel of(HistogramSettings settings, int neuron, double[] values, LabelCodes labels) {
        var edges = PanelComputation.edges(settings, List.of(values));
        return new PanelComputation(settings, edges, values, labels).run(neuron);
    }

    /// Rows whose axes are shared as the settings ask.
    public static ComputedGrid grid(List<Row> rows, HistogramSettings settings) {
        return new ComputedGrid(GridAxes.share(rows, settings), settings);
    }
}
