package org.histogrid.chart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The edges of a chart as they are, for the browser knows them only as finely as it draws them.
final class ExactEdges implements Serializable {

    private static final long serialVersionUID = 1L;

    /// Of a chart that has no edges.
    static final ExactEdges NONE = new ExactEdges(new double[0], 0);

    private final double[] edges;
    private final double rounding;

    private ExactEdges(double[] edges, double rounding) {
        this.edges = edges;
        this.rounding = rounding;
    }

    /// @param rounding the difference below which edges are sent the same
    static ExactEdges of(double[] edges, double rounding) {
        return new ExactEdges(edges.clone(), rounding);
    }

    static ExactEdges of(StepChartSpec spec) {
        var lists = new ArrayList<>(List.of(spec.edges()));
        spec.series().stream()
                .map(StepSeries::edges)
                .filter(own -> own.length > 0)
                .forEach(lists::add);
        var rounding = lists.stream()
                .mapToDouble(edges -> SpecJson.finest(edges, spec))
                .max()
                .orElseThrow();
        var all = lists.stream().flatMapToDouble(Arrays::stream).sorted().distinct();
        return new ExactEdges(all.toArray(), rounding);
    }

    /// The edge that is drawn at `sent`, or `sent` itself where there is none.
    double nearest(double sent) {
        var place = Arrays.binarySearch(edges, sent);
        if (place >= 0) {
            return sent;
        }
        var after = -place - 1;
        var below = after > 0 ? edges[after - 1] : Double.NEGATIVE_INFINITY;
        var above = after < edges.length ? edges[after] : Double.POSITIVE_INFINITY;
        var near = sent - below < above - sent ? below : above;
        return Math.abs(sent - near) <= rounding ? near : sent;
    }

    double last() {
        return edges[edges.length - 1];
    }
}
