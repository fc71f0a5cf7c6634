package org.histogrid.screening;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Puts neurons into a plane of two scores.
final class Planes {

    private static final int CELLS_ACROSS = 60;
    private static final int CELLS_UP = 40;

    private Planes() {}

    static PlaneBins of(ProfileTable table, double[] x, double[] y) {
        var both = IntStream.range(0, table.size())
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
        if (both.length <= PlaneBins.MOST_POINTS) {
            var points = Arrays.stream(both)
                    .mapToObj(i -> new PlaneBins.Point(table.neuron(i), x[i], y[i]))
                    .toList();
            return new PlaneBins(points, List.of(), List.of(), List.of(), both.length);
        }
        var xEdges = edges(x, both, CELLS_ACROSS);
        var yEdges = edges(y, both, CELLS_UP);
        var across = xEdges.length - 1;
        var counts = new long[across * (yEdges.length - 1)];
        for (var i : both) {
            counts[bin(yEdges, y[i]) * across + bin(xEdges, x[i])]++;
        }
        return new PlaneBins(
                List.of(),
                Distributions.boxed(xEdges),
                Distributions.boxed(yEdges),
                LongStream.of(counts).boxed().toList(),
                both.length);
    }

    private static double[] edges(double[] values, int[] of, int bins) {
        var range = Arrays.stream(of).mapToDouble(i -> values[i]).summaryStatistics();
        return Distributions.equal(range.getMin(), range.getMax(), bins);
    }

    /// Half-open bins, the last one closed.
    private static int bin(double[] edges, double value) {
        var found = Arrays.binarySearch(edges, value);
        return Math.min(found >= 0 ? found : -found - 2, edges.length - 2);
    }
}
