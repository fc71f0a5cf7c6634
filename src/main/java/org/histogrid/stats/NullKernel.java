package org.histogrid.stats;

/// Scores neurons under permuted labels and gathers what comes out. Exact: ranks are added up as integers, and
/// ties share theirs. A value that is not finite is left out, with whatever label it was dealt.
///
/// Gathers for itself: use one a thread, and merge the results.
public final class NullKernel {

    private final LabelPermutations labels;
    private final double[] maxima;
    private final long[] auroc = new long[NullDistribution.AUROC_BINS];
    private final long[] spearman = new long[NullDistribution.SPEARMAN_BINS];

    public NullKernel(LabelPermutations labels) {
        this.labels = labels;
        maxima = new double[labels.permutations()];
    }

    /// Adds a neuron. One without an AUROC under a permutation (a class has no finite value) adds nothing to
    /// it.
    ///
    /// @param payload one value a sample; left as it is
    /// @throws IllegalArgumentException when there is not one value a sample
    public void add(byte[] payload, Encoding encoding) {
        var values = ActivationCodec.decode(payload, encoding);
        if (values.length != labels.samples()) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(values.length, labels.samples()));
        }
        var classOf = new byte[values.length];
        for (int permutation = 0; permutation < maxima.length; permutation++) {
            for (int i = 0; i < values.length; i++) {
                int place = labels.places()[i];
                classOf[i] = (byte) (place < 0 ? -1 : labels.isFirst(permutation, place) ? 0 : 1);
            }
            var ranks = TwoClassScores.of(values, classOf).ranks();
            if (!Double.isNaN(ranks.auroc())) {
                maxima[permutation] = Math.max(maxima[permutation], Math.abs(ranks.auroc() - 0.5));
                auroc[Math.min((int) (ranks.auroc() * auroc.length), auroc.length - 1)]++;
            }
            if (!Double.isNaN(ranks.spearman())) {
                spearman[Math.clamp((int) ((ranks.spearman() + 1) / 2 * spearman.length), 0, spearman.length - 1)]++;
            }
        }
    }

    /// What was gathered so far.
    public NullDistribution result() {
        return new NullDistribution(maxima, auroc, spearman);
    }
}
