package org.histogrid.stats;

import java.util.Arrays;

/// How neurons score when labels are dealt out at random: the greatest effect of each permutation, which says
/// what the best of so many neurons reaches by chance, and the distributions of the scores over all neurons
/// and permutations.
public final class NullDistribution {

    /// Equal bins of the AUROC over 0 to 1, the last one closed.
    public static final int AUROC_BINS = 400;

    /// Equal bins of Spearman's rho over -1 to 1, the last one closed. Their number is odd: the middle one has
    /// 0 at its centre.
    public static final int SPEARMAN_BINS = 401;

    private final double[] maxima;
    private final long[] auroc;
    private final long[] spearman;

    /// @param maxima over the neurons of |AUROC - 0.5|, one a permutation; 0 before any neuron
    /// @param auroc counts over [#AUROC_BINS], of all neurons and permutations
    /// @param spearman counts over [#SPEARMAN_BINS]; constant neurons have none
    /// @throws IllegalArgumentException when there are other numbers of bins
    public NullDistribution(double[] maxima, long[] auroc, long[] spearman) {
        if (auroc.length != AUROC_BINS || spearman.length != SPEARMAN_BINS) {
            throw new IllegalArgumentException("There must be %d and %d bins, not %d and %d."
                    .formatted(AUROC_BINS, SPEARMAN_BINS, auroc.length, spearman.length));
        }
        this.maxima = maxima.clone();
        this.auroc = auroc.clone();
        this.spearman = spearman.clone();
    }

    /// That of no neurons.
    public static NullDistribution none(int permutations) {
        return new NullDistribution(new double[permutations], new long[AUROC_BINS], new long[SPEARMAN_BINS]);
    }

    /// That of the neurons of both, under the same permutations.
    ///
    /// @throws IllegalArgumentException when the other is of another number of permutations
    public NullDistribution merge(NullDistribution other) {
        if (other.maxima.length != maxima.length) {
            throw new IllegalArgumentException("Distributions under %d and %d permutations cannot be merged."
                    .formatted(maxima.length, other.maxima.length));
        }
        var merged = new NullDistribution(maxima, auroc, spearman);
        for (int i = 0; i < maxima.length; i++) {
            merged.maxima[i] = Math.max(maxima[i], other.maxima[i]);
        }
        for (int i = 0; i < AUROC_BINS; i++) {
            merged.auroc[i] += other.auroc[i];
        }
        for (int i = 0; i < SPEARMAN_BINS; i++) {
            merged.spearman[i] += other.spearman[i];
        }
        return merged;
    }

    /// The greatest |AUROC - 0.5| of all neurons, for each permutation in its order; a copy.
    public double[] maxima() {
        return maxima.clone();
    }

    /// How often the AUROC of a neuron under a permutation fell into each of [#AUROC_BINS]; a copy.
    public long[] auroc() {
        return auroc.clone();
    }

    /// How often Spearman's rho fell into each of [#SPEARMAN_BINS]; a copy.
    public long[] spearman() {
        return spearman.clone();
    }

    /// What the best neuron reaches by chance: the quantile over the permutations of the greatest
    /// |AUROC - 0.5|, interpolated as `numpy.quantile` does.
    ///
    /// @param share 0 to 1, such as 0.95: the line that one ranking in twenty crosses without any effect
    public double maximum(double share) {
        return new OrderStatistics(maxima.clone()).quantile(share);
    }

    /// The chance that the best of all neurons is at least that far from 0.5 without any effect: a p that is
    /// corrected for all neurons (Westfall and Young, Resampling-based multiple testing, 1993), with the
    /// labels as they are counted as one more permutation, so it is never 0.
    ///
    /// @param effect |AUROC - 0.5| of a neuron
    public double pOfMaximum(double effect) {
        long reached =
                Arrays.stream(maxima).filter(maximum -> maximum >= effect).count();
        return (reached + 1.0) / (maxima.length + 1.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NullDistribution that
                && Arrays.equals(maxima, that.maxima)
                && Arrays.equals(auroc, that.auroc)
                && Arrays.equals(spearman, that.spearman);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(maxima) * 31 + Arrays.hashCode(auroc);
    }
}
