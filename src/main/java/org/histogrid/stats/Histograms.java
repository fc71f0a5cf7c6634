package org.histogrid.stats;

import java.util.ArrayList;
import java.util.List;

/// Counts the values of each class over common edges.
///
/// Counts equal `numpy.histogram(values.astype(float64), edges)` of each class, and what that drops is
/// counted too.
public final class Histograms {

    /// Values decoded at a time: they stay in the first-level cache until they are counted
    private static final int CHUNK = 1024;

    private static final int BELOW = 0;
    private static final int ABOVE = 1;
    private static final int NAN = 2;
    private static final int POS_INF = 3;
    private static final int NEG_INF = 4;
    private static final int OUTSIDE = 5;

    private Histograms() {}

    /// One histogram a class, in the order of the classes.
    ///
    /// @param values one value a sample
    /// @param classOf the class of each sample: 0 to `classes - 1`, or negative where the sample is left out
    /// @param classes number of classes, 1 to 128
    /// @throws IllegalArgumentException when the arrays differ in length or a class is out of bounds
    public static List<ClassHistogram> count(double[] values, byte[] classOf, int classes, BinEdges edges) {
        check(values.length, classOf, classes);
        var slots = new int[(classes + 1) * (edges.bins() + OUTSIDE)];
        count(values, values.length, classOf, 0, edges.locator(), slots);
        return histograms(slots, classes, edges.bins());
    }

    /// The same straight from a stored payload, without an array of all its values.
    ///
    /// @param payload little-endian values, one a sample
    /// @throws IllegalArgumentException as the other, and when the payload ends within a value
    public static List<ClassHistogram> count(
            byte[] payload, Encoding encoding, byte[] classOf, int classes, BinEdges edges) {
        int n = ActivationCodec.values(payload, encoding);
        check(n, classOf, classes);
        var slots = new int[(classes + 1) * (edges.bins() + OUTSIDE)];
        var chunk = new double[Math.min(CHUNK, n)];
        for (int first = 0; first < n; first += CHUNK) {
            int length = Math.min(CHUNK, n - first);
            ActivationCodec.decode(payload, encoding, first, chunk, length);
            count(chunk, length, classOf, first, edges.locator(), slots);
        }
        return histograms(slots, classes, edges.bins());
    }

    private static void check(int values, byte[] classOf, int classes) {
        if (values != classOf.length) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(values, classOf.length));
        }
        if (classes < 1 || classes > 128) {
            throw new IllegalArgumentException("There must be between 1 and 128 classes, not " + classes + ".");
        }
        int greatest = -1;
        for (byte c : classOf) {
            greatest = Math.max(greatest, c);
        }
        if (greatest >= classes) {
            throw new IllegalArgumentException(
                    "A sample is in class %d, but there are %d classes, counted from 0.".formatted(greatest, classes));
        }
    }

    /// One row of slots a class, after one for samples left out; in a row the bins, then what is outside
    private static void count(double[] values, int length, byte[] classOf, int first, BinLocator locator, int[] slots) {
        if (locator.even()) {
            countEven(values, length, classOf, first, locator, slots);
        } else {
            countUneven(values, length, classOf, first, locator, slots);
        }
    }

    private static void countEven(
            double[] values, int length, byte[] classOf, int first, BinLocator locator, int[] slots) {
        double low = locator.low();
        double high = locator.high();
        double scale = locator.scale();
        var cuts = locator.cuts();
        int bins = cuts.length - 1;
        int stride = bins + OUTSIDE;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            int row = (Math.max(classOf[first + i], -1) + 1) * stride;
            if (value >= low && value <= high) {
                int edge = BinLocator.nearest(value, low, scale);
                slots[row + edge + BinLocator.side(value, cuts[edge])]++;
            } else {
                slots[row + bins + outside(value, low)]++;
            }
        }
    }

    private static void countUneven(
            double[] values, int length, byte[] classOf, int first, BinLocator locator, int[] slots) {
        double low = locator.low();
        double high = locator.high();
        int bins = locator.cuts().length - 1;
        int stride = bins + OUTSIDE;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            int row = (Math.max(classOf[first + i], -1) + 1) * stride;
            boolean inside = value >= low && value <= high;
            slots[row + (inside ? locator.search(value) : bins + outside(value, low))]++;
        }
    }

    private static int outside(double value, double low) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? POS_INF : NEG_INF;
        }
        return value < low ? BELOW : ABOVE;
    }

    private static List<ClassHistogram> histograms(int[] slots, int classes, int bins) {
        var histograms = new ArrayList<ClassHistogram>(classes);
        int stride = bins + OUTSIDE;
        for (int c = 0; c < classes; c++) {
            int row = (c + 1) * stride;
            long n = 0;
            var counts = new long[bins];
            for (int i = 0; i < stride; i++) {
                n += slots[row + i];
                if (i < bins) {
                    counts[i] = slots[row + i];
                }
            }
            int outside = row + bins;
            histograms.add(new ClassHistogram(
                    n,
                    counts,
                    slots[outside + BELOW],
                    slots[outside + ABOVE],
                    slots[outside + NAN],
                    slots[outside + POS_INF],
                    slots[outside + NEG_INF]));
        }
        return List.copyOf(histograms);
    }
}
