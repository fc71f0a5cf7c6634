package org.histogrid.chart;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// All that one chart shows. Bins are closed on the left and open on the right, the last one closed on both sides.
///
/// @param edges the bins' edges, rising, one more than bins; a class may have edges of its own instead
/// @param series the classes, drawn in this order, later ones over earlier ones
/// @param x the horizontal axis; it may show less or more than the bins
/// @param y the height axis
/// @param description the chart in words, for screen readers
/// @param heightName what a height is called in the tooltip, such as `density`; empty where heights are counts
/// @param markers hairlines
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record StepChartSpec(
        double[] edges,
        List<StepSeries> series,
        AxisSpec x,
        AxisSpec y,
        String description,
        String heightName,
        List<Marker> markers) {

    public StepChartSpec {
        edges = edges.clone();
        series = List.copyOf(series);
        markers = List.copyOf(markers);
        Edges.requireRising(edges);
        if (x.logarithmic()) {
            throw new IllegalArgumentException("Only the height axis can be logarithmic");
        }
        var names = new HashSet<String>();
        for (var one : series) {
            one.requireToFit(edges);
            if (!names.add(one.name())) {
                throw new IllegalArgumentException("Two series are called " + one.name());
            }
        }
    }

    /// Heights that are counts, no hairlines.
    public StepChartSpec(double[] edges, List<StepSeries> series, AxisSpec x, AxisSpec y, String description) {
        this(edges, series, x, y, description, "", List.of());
    }

    /// The same without the title of the horizontal axis, where it stands elsewhere.
    public StepChartSpec untitled() {
        var bare = new AxisSpec(x.low(), x.high(), x.ticks(), x.tickLabels(), "", x.logarithmic());
        return new StepChartSpec(edges, series, bare, y, description, heightName, markers);
    }

    /// The same chart without the classes of these names, their curves and markers. Classes that stood on them come
    /// down; the axes stay, so that charts with and without them compare.
    public StepChartSpec without(Set<String> names) {
        var left = markers.stream()
                .filter(marker -> marker.series().stream().noneMatch(names::contains))
                .toList();
        var hasAny = series.stream().map(StepSeries::name).anyMatch(names::contains);
        return new StepChartSpec(
                edges, hasAny ? Stack.without(series, names) : series, x, y, description, heightName, left);
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepChartSpec that
                && Arrays.equals(edges, that.edges)
                && series.equals(that.series)
                && x.equals(that.x)
                && y.equals(that.y)
                && description.equals(that.description)
                && heightName.equals(that.heightName)
                && markers.equals(that.markers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(edges), series, x, y, description, heightName, markers);
    }
}
