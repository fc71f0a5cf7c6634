package org.histogrid.stats;

/// The quick way to score many neurons under one labeling with two classes where no more is wanted than a
/// [Separation]. Keeps its buffers from one neuron to the next: use one a thread.
public final class SeparationScorer {

    private final SampleGroups samples;

    /// @param classOf the class of each sample, 0 or 1, or negative where the sample is left out
    /// @throws IllegalArgumentException when a class is above 1
    public SeparationScorer(byte[] classOf) {
        samples = new SampleGroups(classOf, 2);
    }

    /// The scores of one neuron.
    ///
    /// @param payload one value a sample; left as it is
    /// @throws IllegalArgumentException when there is not one value a sample
    public Separation score(byte[] payload, Encoding encoding) {
        return Separation.of(samples.read(payload, encoding).all());
    }
}
