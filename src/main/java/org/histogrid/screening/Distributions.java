package org.histogrid.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.Histograms;

/// Counts scores in bins.
final class Distributions {

    private Distributions() {}

    /// @param nullBins where the score has a null: its bins are made of whole ones of these
    /// @param nullCounts in those bins, once they are known
    static ScoreDistribution of(double[] scores, int bins, Optional<NullBins> nullBins, Optional<long[]> nullCounts) {
        var values = Arrays.stream(scores).filter(Double::isFinite).toArray();
        var missing = scores.length - values.length;
        if (values.length == 0) {
            return new ScoreDistribution(List.of(), List.of(), Optional.empty(), 0, missing);
        }
        var range = Arrays.stream(values).summaryStatistics();
        if (nullBins.isEmpty()) {
            var edges = equal(range.getMin(), range.getMax(), bins);
            return new ScoreDistribution(boxed(edges), count(values, edges), Optional.empty(), values.length, missing);
        }
        var fine = nullBins.get();
        var first = fine.bin(range.getMin());
        var last = fine.bin(range.getMax());
        var step = Math.max(1, Math.ceilDiv(last - first + 1, bins));
        var starts = IntStream.iterate(first, start -> start <= last, start -> start + step)
                .toArray();
        var edges = new double[starts.length + 1];
        for (var i = 0; i < starts.length; i++) {
            edges[i] = fine.edge(starts[i]);
        }
        edges[starts.length] = fine.edge(Math.min(starts[starts.length - 1] + step, fine.bins()));
        return new ScoreDistribution(
                boxed(edges),
                count(values, edges),
                nullCounts.map(counts -> expected(counts, starts, step, values.length)),
                values.length,
                missing);
    }

    private static List<Double> expected(long[] counts, int[] starts, int step, int neurons) {
        var total = (double) Arrays.stream(counts).sum();
        var expected = new ArrayList<Double>();
        for (var start : starts) {
            var sum = 0L;
            for (var bin = start; bin < Math.min(start + step, counts.length); bin++) {
                sum += counts[bin];
            }
            expected.add(total == 0 ? 0 : sum / total * neurons);
        }
        return expected;
    }

    /// Equal bins; half a unit to each side where there is one value only.
    static double[] equal(double low, double high, int bins) {
        var from = low < high ? low : low - 0.5;
        var to = low < high ? high : high + 0.5;
        var edges = new double[bins + 1];
        for (var i = 0; i <= bins; i++) {
            edges[i] = i == bins ? to : from + (to - from) * i / bins;
        }
        return rising(edges) ? edges : new double[] {from, to};
    }

    /// Bins narrower than doubles are apart would share edges.
    private static boolean rising(double[] edges) {
        return IntStream.range(1, edges.length).allMatch(i -> edges[i - 1] < edges[i]);
    }

    private static List<Long> count(double[] values, double[] edges) {
        var counts = Histograms.count(values, new byte[values.length], 1, BinEdges.of(edges))
                .getFirst()
                .counts();
        return Arrays.stream(counts).boxed().toList();
    }

    static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
