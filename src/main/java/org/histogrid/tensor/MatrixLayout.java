package org.histogrid.tensor;

import java.util.Collections;
import java.util.List;

/// Where the value of a sample and a neuron lies in an array, in elements. One of the two strides is always 1, as
/// all other axes have length one.
///
/// @param samples      how many samples
/// @param neurons      how many neurons
/// @param sampleStride elements from a sample to the next
/// @param neuronStride elements from a neuron to the next
record MatrixLayout(long samples, int neurons, long sampleStride, long neuronStride) {

    static MatrixLayout of(NpyFile file, List<Axis> axes) {
        List<Long> shape = file.header().shape();
        requireNamedAxes(file.name(), shape, axes);
        int sampleAxis = axes.indexOf(Axis.SAMPLE);
        int neuronAxis = axes.indexOf(Axis.NEURON);
        long samples = shape.get(sampleAxis);
        long neurons = shape.get(neuronAxis);
        if (samples == 0 || neurons == 0) {
            throw new UnreadableFile(
                    file.name(),
                    "has the shape " + Sentences.shape(shape) + ": it holds no "
                            + (samples == 0 ? "samples." : "neurons."));
        }
        if (neurons > Integer.MAX_VALUE) {
            throw new UnreadableFile(
                    file.name(),
                    "has " + Sentences.grouped(neurons) + " neurons; up to " + Sentences.grouped(Integer.MAX_VALUE)
                            + " can be read.");
        }
        boolean neuronsRunFastest = (neuronAxis > sampleAxis) != file.header().fortran();
        return neuronsRunFastest
                ? new MatrixLayout(samples, (int) neurons, neurons, 1)
                : new MatrixLayout(samples, (int) neurons, 1, samples);
    }

    long position(long sample, int neuron) {
        return sample * sampleStride + neuron * neuronStride;
    }

    private static void requireNamedAxes(String file, List<Long> shape, List<Axis> axes) {
        boolean complete = axes.size() == shape.size()
                && Collections.frequency(axes, Axis.SAMPLE) == 1
                && Collections.frequency(axes, Axis.NEURON) == 1;
        for (int i = 0; complete && i < axes.size(); i++) {
            complete = axes.get(i) != Axis.DROP || shape.get(i) == 1;
        }
        if (complete) {
            return;
        }
        String has = "has the shape " + Sentences.shape(shape) + ": ";
        throw new UnreadableFile(
                file,
                switch (shape.size()) {
                    case 0 -> "holds a single number; a matrix of samples and neurons was expected.";
                    case 1 -> has + "a matrix needs two axes, one of samples and one of neurons.";
                    case 2 -> has + "name its two axes, one of them sample, one neuron.";
                    default ->
                        has + "name its " + inWords(shape.size())
                                + " axes, one of them sample, one neuron, the others of length one.";
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
