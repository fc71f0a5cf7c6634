package org.histogrid.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.histogrid.chart.StepChart;
import org.histogrid.histogram.ComputedGrid;

/// The documents that the charts of a grid receive, as the page makes them.
public final class ChartDocuments {

    private ChartDocuments() {}

    public static List<String> of(ComputedGrid grid) {
        var colours = ClassColours.of(grid);
        return IntStream.range(0, grid.rows().size())
                .boxed()
                .flatMap(row -> grid.rows().get(row).panels().stream()
                        .filter(PanelCharts::isDrawable)
                        .map(panel -> PanelCharts.chart(panel, grid.settings(), colours, "row " + row)))
                .map(spec -> new StepChart(spec).getElement().getProperty("spec"))
                .toList();
    }
}
