package org.histogrid.tensor;

/// How quantised integers become numbers again, neuron by neuron: `scale[j] * value + offset[j]`, computed in
/// double and rounded once, to [Dtype#F32].
///
/// @param scale  one factor a neuron, or a single one for all
/// @param offset one summand a neuron, or a single one for all
public record Affine(double[] scale, double[] offset) {

    /// Copies the arrays.
    public Affine {
        scale = scale.clone();
        offset = offset.clone();
    }

    double apply(int neuron, double value) {
        return scale[scale.length == 1 ? 0 : neuron] * value + offset[offset.length == 1 ? 0 : neuron];
    }

    void requireFor(MappedTensor tensor, int neurons) {
        requireLength(tensor, "scales", scale.length, neurons);
        requireLength(tensor, "offsets", offset.length, neurons);
    }

    private static void requireLength(MappedTensor tensor, String what, int length, int neurons) {
        if (length != 1 && length != neurons) {
            throw tensor.refused("has " + Sentences.counted(neurons, "neuron") + ", but " + Sentences.grouped(length)
                    + " " + what + " are given for them.");
        }
    }
}
