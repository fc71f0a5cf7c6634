package org.histogrid.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What two classes share when their values are put into bins. NaN where a class has no finite value.
///
/// @param mutualInformation between class and bin, in bits: 0 (the value says nothing of the class) to 1; 16
///     bins, cut at the pooled quantiles 1/16 to 15/16, a value on a cut lying above it
/// @param overlap sum over 100 equal bins from the least to the greatest value of the smaller of the two
///     classes' shares (Inman and Bradley, 1989): 0 (nothing in common) to 1; 1 where all values are equal
public record BinnedScores(double mutualInformation, double overlap) {

    static final BinnedScores NONE = new BinnedScores(Double.NaN, Double.NaN);

    private static final double[] SIXTEENTHS =
            IntStream.range(1, 16).mapToDouble(i -> i / 16.0).toArray();
    private static final int EQUAL_BINS = 100;
    private static final double LN_2 = Math.log(2);

    /// Both classes must have a value
    static BinnedScores of(ClassRuns runs) {
        if (runs.runs() == 1) {
            return new BinnedScores(0, 1);
        }
        var quantiles = new double[SIXTEENTHS.length];
        Arrays.setAll(quantiles, i -> runs.quantile(runs.pooled(), SIXTEENTHS[i]));
        var edges = Binning.linspace(runs.value(0), runs.value(runs.runs() - 1), EQUAL_BINS);
        var inner = Arrays.copyOfRange(edges, 1, EQUAL_BINS);
        return new BinnedScores(mutualInformation(counts(runs, quantiles)), overlap(counts(runs, inner)));
    }

    /// Counts of both classes in the bins between cuts, those on a cut lying above it
    private static int[][] counts(ClassRuns runs, double[] cuts) {
        var counts = new int[2][cuts.length + 1];
        int from = 0;
        for (int bin = 0; bin <= cuts.length; bin++) {
            int to = bin < cuts.length ? runs.runsBelow(cuts[bin]) : runs.runs();
            counts[0][bin] = runs.upTo(0)[to] - runs.upTo(0)[from];
            counts[1][bin] = runs.upTo(1)[to] - runs.upTo(1)[from];
            from = to;
        }
        return counts;
    }

    private static double mutualInformation(int[][] counts) {
        var totals = new double[] {sum(counts[0]), sum(counts[1])};
        double n = totals[0] + totals[1];
        double information = 0;
        for (int bin = 0; bin < counts[0].length; bin++) {
            double inBin = counts[0][bin] + counts[1][bin];
            for (int of = 0; of < 2; of++) {
                double count = counts[of][bin];
                if (count > 0) {
                    information += count / n * Math.log(count * n / (inBin * totals[of])) / LN_2;
                }
            }
        }
        return Math.max(0, information);
    }

    private static double overlap(int[][] counts) {
        double n0 = sum(counts[0]);
        double n1 = sum(counts[1]);
        double shared = 0;
        for (int bin = 0; bin < counts[0].length; bin++) {
            shared += Math.min(counts[0][bin] / n0, counts[1][bin] / n1);
        }
        return shared;
    }

    private static double sum(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }
}
