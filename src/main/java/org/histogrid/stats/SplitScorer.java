package org.histogrid.stats;

/// Scores many neurons under one labeling, each on all samples and on both halves at once. Keeps its buffers
/// from one neuron to the next: use one a thread.
public final class SplitScorer {

    private final byte[] classOf;
    private final byte[] discovered;
    private final byte[] heldOut;
    private final int classes;

    /// @param classOf the class of each sample, 0 to `classes - 1`, or negative where the sample is left out
    /// @param classes how many there are, 1 to 128
    /// @param discovery whether each sample is in the discovery half, see [SampleHalves]
    /// @throws IllegalArgumentException when the arrays differ in length, or a class is out of bounds
    public SplitScorer(byte[] classOf, int classes, boolean[] discovery) {
        if (discovery.length != classOf.length) {
            throw new IllegalArgumentException(
                    "There are halves of %d samples, but classes of %d.".formatted(discovery.length, classOf.length));
        }
        this.classOf = classOf;
        this.classes = classes;
        discovered = new byte[classOf.length];
        heldOut = new byte[classOf.length];
        for (int i = 0; i < classOf.length; i++) {
            discovered[i] = discovery[i] ? classOf[i] : -1;
            heldOut[i] = discovery[i] ? -1 : classOf[i];
        }
    }

    /// All scores of one neuron.
    ///
    /// @param payload one value a sample; left as it is
    /// @throws IllegalArgumentException when there is not one value a sample
    public SplitScores score(byte[] payload, Encoding encoding) {
        var values = ActivationCodec.decode(payload, encoding);
        return new SplitScores(part(values, classOf), part(values, discovered), part(values, heldOut));
    }

    private SplitScores.Part part(double[] values, byte[] of) {
        return classes == 2
                ? SplitScores.Part.of(TwoClassScores.of(values, of))
                : SplitScores.Part.of(MultiClassScores.of(values, of, classes));
    }
}
