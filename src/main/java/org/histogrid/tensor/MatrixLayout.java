package org.histogrid.tensor;

import java.util.Collections;
import java.util.List;

/// Where the value of a sample and a neuron lies in an array, in elements.
///
/// @param samples      how many samples; 1 where the array has no axis of them
/// @param neurons      how many neurons
/// @param start        the position of the first neuron of the first sample
/// @param sampleStride elements from a sample to the next
/// @param neuronStride elements from a neuron to the next
record MatrixLayout(long samples, int neurons, long start, long sampleStride, long neuronStride) {

    static MatrixLayout of(MappedTensor tensor, List<Axis> axes, int layer) {
        List<Long> shape = tensor.shape();
        requireNamedAxes(tensor, shape, axes);
        int sampleAxis = axes.indexOf(Axis.SAMPLE);
        int neuronAxis = axes.indexOf(Axis.NEURON);
        int layerAxis = axes.indexOf(Axis.LAYER);
        long samples = sampleAxis < 0 ? 1 : shape.get(sampleAxis);
        long neurons = shape.get(neuronAxis);
        if (samples == 0 || neurons == 0) {
            throw tensor.refused("has the shape " + Sentences.shape(shape) + ": it holds no "
                    + (samples == 0 ? "samples." : "neurons."));
        }
        if (neurons > Integer.MAX_VALUE) {
            throw tensor.refused("has " + Sentences.grouped(neurons) + " neurons; up to "
                    + Sentences.grouped(Integer.MAX_VALUE) + " can be read.");
        }
        if (layerAxis >= 0 && (layer < 0 || layer >= shape.get(layerAxis))) {
            throw tensor.refused("has " + Sentences.counted(shape.get(layerAxis), "layer") + ": there is no entry "
                    + layer + ", counted from 0.");
        }
        return new MatrixLayout(
                samples,
                (int) neurons,
                layerAxis < 0 ? 0 : layer * tensor.stride(layerAxis),
                sampleAxis < 0 ? 0 : tensor.stride(sampleAxis),
                tensor.stride(neuronAxis));
    }

    long position(long sample, int neuron) {
        return start + sample * sampleStride + neuron * neuronStride;
    }

    private static void requireNamedAxes(MappedTensor tensor, List<Long> shape, List<Axis> axes) {
        boolean complete = axes.size() == shape.size()
                && Collections.frequency(axes, Axis.SAMPLE) <= 1
                && Collections.frequency(axes, Axis.LAYER) <= 1
                && Collections.frequency(axes, Axis.NEURON) == 1;
        for (int i = 0; complete && i < axes.size(); i++) {
            complete = axes.get(i) != Axis.DROP || shape.get(i) == 1;
        }
        if (complete) {
            return;
        }
        String has = "has the shape " + Sentences.shape(shape) + ": ";
        throw tensor.refused(
                switch (shape.size()) {
                    case 0 -> "holds a single number; a matrix of samples and neurons was expected.";
                    case 1 -> has + "a matrix needs two axes, one of samples and one of neurons.";
                    case 2 -> has + "name its two axes, one of them sample, one neuron.";
                    default ->
                        has + "name its " + inWords(shape.size())
                                + " axes, one of them sample, one neuron, one perhaps layer, the others of length one.";
                });
    }

    private static String inWords(int count) {
        return switch (count) {
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            default -> Integer.toString(count);
        };
    }
}
