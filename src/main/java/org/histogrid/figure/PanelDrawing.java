package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;

/// Draws what lies inside the axes of one panel: grid lines, classes, curves, hairlines.
final class PanelDrawing {

    private final Style style;
    private final StepChartSpec spec;
    private final Box plot;
    private final PaperAxis x;
    private final PaperAxis y;

    PanelDrawing(Style style, StepChartSpec spec, AxisDrawing axes) {
        this.style = style;
        this.spec = spec;
        this.plot = axes.plot();
        this.x = axes.x();
        this.y = axes.y();
    }

    List<Item> draw(MarkerKinds kinds) {
        var items = new ArrayList<Item>();
        items.add(Group.of("grid", gridLines()));
        for (var series : spec.series()) {
            items.add(new Group("class", series.name(), clip(series), steps(series)));
        }
        var markers = new MarkerDrawing(style, plot, x, kinds).draw(spec.markers());
        if (!markers.isEmpty()) {
            items.add(Group.of("markers", markers));
        }
        return items;
    }

    /// At every tick of the height axis but the lowest, where the axis itself lies.
    private List<Item> gridLines() {
        return spec.y().ticks().stream()
                .filter(tick -> y.holds(tick)
                        && y.at(tick) < plot.bottom() - style.gridPen().width())
                .<Item>map(tick -> new Line(plot.left(), y.at(tick), plot.right(), y.at(tick), style.gridPen()))
                .toList();
    }

    private List<Item> steps(StepSeries series) {
        var shapes = StepShapes.of(series, spec.edges(), x, y);
        var items = new ArrayList<Item>();
        var pen = Optional.of(style.stepPen(series));
        var lines = shapes.lines();
        if (series.filled() && shapes.isLevel()) {
            items.add(new Path("steps", lines, Optional.of(style.fill(series.colour())), pen));
        } else {
            if (series.filled()) {
                items.add(new Path("area", shapes.areas(), Optional.of(style.fill(series.colour())), Optional.empty()));
            }
            items.add(new Path("steps", lines, Optional.empty(), pen));
        }
        series.curve()
                .map(curve -> StepShapes.of(curve, x, y))
                .ifPresent(points -> items.add(
                        new Path("curve", List.of(points), Optional.empty(), Optional.of(style.curvePen(series)))));
        return items.stream()
                .filter(item -> !(item instanceof Path path) || !path.parts().isEmpty())
                .toList();
    }

    /// Only what reaches beyond the axes is cut off, for editing is easier without.
    private Optional<Box> clip(StepSeries series) {
        var edges = series.edges().length == 0 ? spec.edges() : series.edges();
        var bases = series.bases();
        var heights = series.heights();
        var inside = x.holds(edges[0])
                && x.holds(edges[edges.length - 1])
                && series.curve().isEmpty();
        for (var bin = 0; inside && bin < heights.length; bin++) {
            var top = heights[bin] + (bases.length == 0 ? 0 : bases[bin]);
            inside = y.holds(top) || spec.y().logarithmic() && top < spec.y().high();
        }
        return inside
                ? Optional.empty()
                : Optional.of(plot.grownBy(style.stepPen(series).width() / 2));
    }
}
