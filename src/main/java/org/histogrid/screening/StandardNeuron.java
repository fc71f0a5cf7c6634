package org.histogrid.screening;

import java.util.Optional;
import org.histogrid.stats.Moments;

/// The values of a neuron minus their mean, through their standard deviation, both of the discovery half. What is not
/// finite is at the mean.
///
/// @param neuron its index in the model
/// @param discovery of the samples of the discovery half
/// @param heldOut of the others
/// @param replaced how many of all were not finite
@SuppressWarnings("ArrayRecordComponent")
record StandardNeuron(int neuron, double[] discovery, double[] heldOut, int replaced) {

    /// Of the values of the discovery half; with more that are not finite, the rest says little of the neuron.
    private static final double MOST_NOT_FINITE = 0.1;

    /// Empty for a neuron that is constant, or too often not finite, in the discovery half.
    ///
    /// @param values one a sample of the dataset
    static Optional<StandardNeuron> of(int neuron, double[] values, Halves halves) {
        var discovery = pick(values, halves.discovery());
        var heldOut = pick(values, halves.heldOut());
        // In units of the largest no square overflows, and equal values stay equal
        var unit = largest(discovery);
        divide(discovery, unit);
        divide(heldOut, unit);
        var moments = Moments.of(discovery);
        var sd = Math.sqrt(moments.m2() / moments.count());
        if (moments.count() < (1 - MOST_NOT_FINITE) * discovery.length || !(sd > 0)) {
            return Optional.empty();
        }
        var replaced = standardise(discovery, moments.mean(), sd) + standardise(heldOut, moments.mean(), sd);
        return Optional.of(new StandardNeuron(neuron, discovery, heldOut, replaced));
    }

    private static double[] pick(double[] values, int[] samples) {
        var picked = new double[samples.length];
        for (var i = 0; i < samples.length; i++) {
            picked[i] = values[samples[i]];
        }
        return picked;
    }

    private static double largest(double[] values) {
        var largest = 0.0;
        for (var value : values) {
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest == 0 ? 1 : largest;
    }

    private static void divide(double[] values, double unit) {
        for (var i = 0; i < values.length; i++) {
            values[i] /= unit;
        }
    }

    private static int standardise(double[] values, double mean, double sd) {
        var replaced = 0;
        for (var i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                values[i] = (values[i] - mean) / sd;
            } else {
                values[i] = 0;
                replaced++;
            }
        }
        return replaced;
    }
}
