package org.histogrid.stats;

import java.util.function.DoubleUnaryOperator;

/// Where each value stands among the finite values of its array. Equal values share the mean of the ranks
/// they take up together (mid-ranks). What is not finite is not ranked and stays what it is, so an answer
/// can be used wherever the values could.
public final class Ranks {

    private Ranks() {}

    /// Mid-ranks from 1 to n, where n is how many values are finite: `scipy.stats.rankdata` of these.
    public static double[] midRanks(double[] values) {
        return midRanks(values, new RisingOrder());
    }

    /// @param order lends its buffers; holds the order of the values afterwards
    static double[] midRanks(double[] values, RisingOrder order) {
        return ranked(values, order, order.sort(values), belowAndHalf -> belowAndHalf + 0.5);
    }

    /// The share of the finite values below a value plus half of those equal to it (itself among them), in
    /// percent: above 0, below 100, on average 50. `scipy.stats.percentileofscore(..., kind='mean')`.
    public static double[] percentiles(double[] values) {
        var order = new RisingOrder();
        int n = order.sort(values);
        return ranked(values, order, n, belowAndHalf -> belowAndHalf / n * 100);
    }

    /// The indices of the values in rising order of these; equal ones, and at the end those that are not finite,
    /// in the order they have.
    public static int[] order(double[] values) {
        var order = new RisingOrder();
        int n = order.sort(values);
        var indices = new int[values.length];
        for (int rank = 0; rank < n; rank++) {
            indices[rank] = order.place(rank);
        }
        int next = n;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                indices[next++] = i;
            }
        }
        return indices;
    }

    private static double[] ranked(double[] values, RisingOrder order, int n, DoubleUnaryOperator rankOf) {
        var ranks = values.clone();
        int end;
        for (int start = 0; start < n; start = end) {
            end = order.endOfTie(start, n);
            double rank = rankOf.applyAsDouble((start + (double) end) / 2);
            for (int i = start; i < end; i++) {
                ranks[order.place(i)] = rank;
            }
        }
        return ranks;
    }
}
