package org.histogrid.stats;

/// Scores many neurons under one labeling, each on all samples and on both halves at once. Keeps its buffers
/// from one neuron to the next: use one a thread.
public final class SplitScorer {

    private final SampleGroups samples;

    /// @param classOf the class of each sample, 0 to `classes - 1`, or negative where the sample is left out
    /// @param classes how many there are, 1 to 128
    /// @param discovery whether each sample is in the discovery half, see [SampleHalves]
    /// @throws IllegalArgumentException when the arrays differ in length, or a class is out of bounds
    public SplitScorer(byte[] classOf, int classes, boolean[] discovery) {
        if (discovery.length != classOf.length) {
            throw new IllegalArgumentException(
                    "There are halves of %d samples, but classes of %d.".formatted(discovery.length, classOf.length));
        }
        var heldOut = new boolean[discovery.length];
        for (int i = 0; i < heldOut.length; i++) {
            heldOut[i] = !discovery[i];
        }
        samples = new SampleGroups(classOf, classes, heldOut);
    }

    /// All scores of one neuron.
    ///
    /// @param payload one value a sample; left as it is
    /// @throws IllegalArgumentException when there is not one value a sample
    public SplitScores score(byte[] payload, Encoding encoding) {
        samples.read(payload, encoding);
        return new SplitScores(of(samples.all()), of(samples.part(0)), of(samples.part(1)));
    }

    private static SplitScores.Part of(ClassRuns runs) {
        return runs.classes() == 2
                ? SplitScores.Part.of(TwoClassScores.of(runs))
                : SplitScores.Part.of(MultiClassScores.of(runs));
    }
}
