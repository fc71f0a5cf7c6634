package org.histogrid.screening;

import java.util.Arrays;

/// @param weights of each feature
/// @param intercept the decision value where all features are 0
@SuppressWarnings("ArrayRecordComponent")
record LogisticModel(double[] weights, double intercept) {

    /// The decision value of each sample.
    ///
    /// @param columns the features, each with a value a sample
    double[] decisions(double[][] columns, int samples) {
        var decisions = new double[samples];
        Arrays.fill(decisions, intercept);
        for (var j = 0; j < columns.length; j++) {
            if (weights[j] != 0) {
                for (var i = 0; i < samples; i++) {
                    decisions[i] += weights[j] * columns[j][i];
                }
            }
        }
        return decisions;
    }

    /// The mean logarithmic loss of some samples, which are at least one.
    static double loss(double[] decisions, boolean[] isPositive, int[] samples) {
        var loss = 0.0;
        for (var i : samples) {
            var against = isPositive[i] ? -decisions[i] : decisions[i];
            // log(1 + exp(x)) without overflow
            loss += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
        }
        return loss / samples.length;
    }
}
