package org.histogrid.dataset;

import java.util.Arrays;
import java.util.Optional;

/// A column of numbers, sorted once, so that any threshold is counted by looking at a few of them. Samples
/// without a number are counted, and have no place in the order. The values in the order of the samples are
/// kept beside, so that any threshold also parts the samples without another reading.
public final class ScoreColumn {

    private static final int MOST_BINS = 60;
    private static final int LEAST_BINS = 10;

    private final String column;
    private final double[] values;
    private final double[] sorted;

    /// @param values of all samples in their order, NaN where a sample has none; not copied
    ScoreColumn(String column, double[] values) {
        this.column = column;
        this.values = values;
        this.sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /// What is drawn of the column: bins of equal width, and in each the samples from the threshold on and
    /// below it.
    @SuppressWarnings("ArrayRecordComponent")
    public record Bins(double[] edges, long[] above, long[] below) {
        public Bins {
            edges = edges.clone();
            above = above.clone();
            below = below.clone();
        }

        @Override
        public double[] edges() {
            return edges.clone();
        }

        @Override
        public long[] above() {
            return above.clone();
        }

        @Override
        public long[] below() {
            return below.clone();
        }
    }

    public String column() {
        return column;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /// Samples with a number.
    public int scored() {
        return sorted.length;
    }

    /// The smallest finite value, or 0 where there is none.
    public double low() {
        var first = firstFrom(-Double.MAX_VALUE);
        return first < sorted.length && Double.isFinite(sorted[first]) ? sorted[first] : 0;
    }

    /// The greatest finite value, or 0 where there is none.
    public double high() {
        var last = firstFrom(Double.POSITIVE_INFINITY) - 1;
        return last >= 0 && Double.isFinite(sorted[last]) ? sorted[last] : 0;
    }

    /// The middle one of the values.
    public double median() {
        return isEmpty() ? 0 : sorted[sorted.length / 2];
    }

    public ThresholdCounts at(double threshold) {
        var below = firstFrom(threshold);
        return new ThresholdCounts(sorted.length - below, below, values.length - sorted.length);
    }

    /// The class of each sample as a rule with this threshold gives it: 0 from the threshold on, 1 below it.
    byte[] codesAt(double threshold) {
        var codes = new byte[values.length];
        for (var i = 0; i < codes.length; i++) {
            var value = values[i];
            codes[i] = value >= threshold ? (byte) 0 : value < threshold ? (byte) 1 : Classifier.LEFT_OUT;
        }
        return codes;
    }

    /// What is held in memory.
    long bytes() {
        return (long) Double.BYTES * (values.length + sorted.length);
    }

    /// Empty where the values lie too far apart, or too near to each other, for bins of equal width.
    public Optional<Bins> bins(double threshold) {
        var count = (int) Math.clamp(Math.round(Math.sqrt(sorted.length)), LEAST_BINS, MOST_BINS);
        var edges = edges(count);
        for (var i = 0; i < count; i++) {
            if (!(edges[i] < edges[i + 1])) {
                return Optional.empty();
            }
        }
        if (isEmpty() || !Double.isFinite(edges[count] - edges[0])) {
            return Optional.empty();
        }
        var above = new long[count];
        var below = new long[count];
        var split = firstFrom(threshold);
        for (var i = 0; i < count; i++) {
            var first = firstFrom(edges[i]);
            // The last bin holds its upper edge, and no infinity
            var end = i == count - 1 ? firstFrom(Math.nextUp(edges[count])) : firstFrom(edges[i + 1]);
            below[i] = Math.clamp(split, first, end) - first;
            above[i] = end - first - below[i];
        }
        return Optional.of(new Bins(edges, above, below));
    }

    private double[] edges(int count) {
        var low = low() == high() ? low() - 0.5 : low();
        var high = low() == high() ? high() + 0.5 : high();
        var edges = new double[count + 1];
        for (var i = 0; i < count; i++) {
            edges[i] = low + (high / count - low / count) * i;
        }
        edges[count] = high;
        return edges;
    }

    /// How many values are below; the place of the first that is not.
    private int firstFrom(double value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
