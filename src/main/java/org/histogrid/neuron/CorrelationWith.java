package org.histogrid.neuron;

import java.util.stream.IntStream;
import org.histogrid.stats.Ranks;

/// The correlation of one neuron with others over the same samples, prepared so that each further neuron is ranked
/// once and multiplied. Samples where either value is not finite are left out of a pair. For any number of threads.
final class CorrelationWith {

    /// Two points lie on a line whatever they are.
    private static final int LEAST_SAMPLES = 3;

    private final Similarity by;
    private final double[] target;
    private final int[] places;
    private final double[] unit;

    CorrelationWith(double[] target, Similarity by) {
        this.by = by;
        this.target = target;
        places = IntStream.range(0, target.length)
                .filter(i -> Double.isFinite(target[i]))
                .toArray();
        unit = unit(at(places, target));
    }

    /// From -1 to 1; NaN where there are fewer than three samples or one of the two does not change over them.
    double of(double[] other) {
        if (other.length != target.length) {
            throw new IllegalArgumentException("%d values do not go with %d".formatted(other.length, target.length));
        }
        var common = at(places, other);
        if (areFinite(common)) {
            return product(unit, unit(common));
        }
        var both = IntStream.of(places).filter(i -> Double.isFinite(other[i])).toArray();
        return product(unit(at(both, target)), unit(at(both, other)));
    }

    private static double[] at(int[] places, double[] values) {
        var found = new double[places.length];
        for (var i = 0; i < places.length; i++) {
            found[i] = values[places[i]];
        }
        return found;
    }

    private static boolean areFinite(double[] values) {
        for (var value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// The values or their ranks as a vector of length 1 around their mean; empty where there is none.
    private double[] unit(double[] values) {
        if (values.length < LEAST_SAMPLES) {
            return new double[0];
        }
        return by == Similarity.SPEARMAN ? centred(Ranks.midRanks(values)) : centred(scaled(values));
    }

    /// Largest 1, so that squares neither overflow nor vanish.
    private static double[] scaled(double[] values) {
        var largest = 0.0;
        for (var value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        var scaled = values.clone();
        for (var i = 0; i < scaled.length && largest > 0; i++) {
            scaled[i] /= largest;
        }
        return scaled;
    }

    private static double[] centred(double[] values) {
        var least = Double.POSITIVE_INFINITY;
        var largest = Double.NEGATIVE_INFINITY;
        var sum = 0.0;
        for (var value : values) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
            sum += value;
        }
        // Of equal values, rounding would leave a difference from their mean
        if (least == largest) {
            return new double[0];
        }
        var mean = sum / values.length;
        var squares = 0.0;
        for (var i = 0; i < values.length; i++) {
            values[i] -= mean;
            squares += values[i] * values[i];
        }
        var length = Math.sqrt(squares);
        for (var i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return values;
    }

    private static double product(double[] one, double[] other) {
        if (one.length == 0 || other.length == 0) {
            return Double.NaN;
        }
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return Math.clamp(sum, -1, 1);
    }
}
