package org.histogrid.stats;

import java.util.Arrays;

/// How many values of each group of samples are not finite numbers, for one neuron after another.
final class NonFinite {

    private final long[] nan;
    private final long[] posInf;
    private final long[] negInf;

    NonFinite(int groups) {
        nan = new long[groups];
        posInf = new long[groups];
        negInf = new long[groups];
    }

    /// There are none.
    void clear() {
        Arrays.fill(nan, 0);
        Arrays.fill(posInf, 0);
        Arrays.fill(negInf, 0);
    }

    /// Counts them anew.
    ///
    /// @param groupOf of each value; those with a negative one are left out
    void count(double[] neuron, int[] groupOf) {
        clear();
        for (int i = 0; i < neuron.length; i++) {
            int group = groupOf[i];
            if (!Double.isFinite(neuron[i]) && group >= 0) {
                if (Double.isNaN(neuron[i])) {
                    nan[group]++;
                } else if (neuron[i] > 0) {
                    posInf[group]++;
                } else {
                    negInf[group]++;
                }
            }
        }
    }

    long nan(int from, int to) {
        return sum(nan, from, to);
    }

    long posInf(int from, int to) {
        return sum(posInf, from, to);
    }

    long negInf(int from, int to) {
        return sum(negInf, from, to);
    }

    /// Of the groups from one on and before another
    private static long sum(long[] of, int from, int to) {
        long sum = 0;
        for (int group = from; group < to; group++) {
            sum += of[group];
        }
        return sum;
    }
}
