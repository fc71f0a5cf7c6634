package org.histogrid.stats;

import java.util.Arrays;

/// Scores neurons under permuted labels and gathers what comes out. Exact: ranks are added up as integers, and
/// ties share theirs. A value that is not finite is left out, with whatever label it was dealt.
///
/// Gathers for itself: use one a thread, and merge the results.
public final class NullKernel {

    private final LabelPermutations labels;
    private final DoubledRanks ranks;
    private final BitPlanes planes;
    private final long[] isFinite;
    private final long[] sums;
    private final double[] maxima;
    private final long[] auroc = new long[NullDistribution.AUROC_BINS];
    private final long[] spearman = new long[NullDistribution.SPEARMAN_BINS];

    public NullKernel(LabelPermutations labels) {
        this.labels = labels;
        ranks = new DoubledRanks(labels.places(), labels.labelled());
        planes = new BitPlanes(labels.labelled());
        isFinite = new long[labels.words()];
        sums = new long[labels.permutations()];
        maxima = new double[labels.permutations()];
    }

    /// Adds a neuron. Under a permutation by which a class has no finite value there is no AUROC, and nothing
    /// is added.
    ///
    /// @param payload one value a sample; left as it is
    /// @throws IllegalArgumentException when there is not one value a sample
    public void add(byte[] payload, Encoding encoding) {
        ranks.read(payload, encoding);
        planes.read(ranks.ranks());
        planes.sums(labels.bits(), sums);
        boolean whole = ranks.finite() == labels.labelled();
        if (!whole) {
            Arrays.fill(isFinite, 0);
            for (int place = 0; place < labels.labelled(); place++) {
                isFinite[place / Long.SIZE] |= (ranks.ranks()[place] < 0 ? 0L : 1L) << place;
            }
        }
        double spread = ranks.spread();
        for (int permutation = 0; permutation < sums.length; permutation++) {
            long first = whole ? labels.ofFirst() : finiteOfFirst(permutation);
            gather(permutation, first, ranks.finite() - first, spread);
        }
    }

    private long finiteOfFirst(int permutation) {
        long count = 0;
        for (int word = 0; word < isFinite.length; word++) {
            count += Long.bitCount(isFinite[word] & labels.bits()[permutation * isFinite.length + word]);
        }
        return count;
    }

    private void gather(int permutation, long first, long second, double spread) {
        if (first == 0 || second == 0) {
            return;
        }
        // Ranks are counted from 0 here: those of class 0 alone would add up to first (first - 1)
        long twiceU = sums[permutation] - first * (first - 1);
        double pairs = (double) first * second;
        double area = twiceU / 2.0 / pairs;
        maxima[permutation] = Math.max(maxima[permutation], Math.abs(area - 0.5));
        auroc[binOf(area, auroc.length)]++;
        if (ranks.different() > 1) {
            double twiceExcess = twiceU - first * second;
            double rho = twiceExcess / 2 / Math.sqrt(spread * pairs / ranks.finite());
            spearman[binOf((rho + 1) / 2, spearman.length)]++;
        }
    }

    private static int binOf(double share, int bins) {
        return Math.clamp((int) (share * bins), 0, bins - 1);
    }

    /// What was gathered so far.
    public NullDistribution result() {
        return new NullDistribution(maxima, auroc, spearman);
    }
}
