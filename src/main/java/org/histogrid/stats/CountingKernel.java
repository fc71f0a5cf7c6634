package org.histogrid.stats;

import java.util.ArrayList;
import java.util.List;

/// The loops that count, a chunk of values at a time.
///
/// A first loop, which the compiler can vectorise, places all values of a chunk by [BinLocator]'s fixed-point
/// numbers and finds out whether one of them is too close to an edge to be sure. Only then a second loop
/// looks for those and compares them with the edge; data of which many lie on edges, such as zeros of a
/// rectified neuron, are compared one by one from there on. The last loop counts. With places known before it
/// starts, it runs twice as fast as one that does all three.
///
/// Slots come in rows: one for samples left out, one a class, one for classes out of bounds. In a row come
/// the bins, then the values outside them by kind.
final class CountingKernel {

    /// Values placed at a time, few enough that most chunks have none to compare
    private static final int CHUNK = 128;

    /// Comparing values one by one is faster where more than this share of them must be
    private static final int SHARE_UNSURE = 8;

    private static final int BELOW = 0;
    private static final int ABOVE = 1;
    private static final int NAN = 2;
    private static final int POS_INF = 3;
    private static final int NEG_INF = 4;
    private static final int KINDS_OUTSIDE = 5;

    private final byte[] classOf;
    private final int classes;
    private final BinLocator locator;
    private final int bins;
    private final int stride;
    private final int[] slots;
    /// The slot of each value in a chunk; before it is placed, the first of its row
    private final int[] at;
    /// Whether fixed-point numbers are worth a try
    private boolean placing;

    CountingKernel(byte[] classOf, int values, int classes, BinEdges edges) {
        if (values != classOf.length) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(values, classOf.length));
        }
        if (classes < 1 || classes > 128) {
            throw new IllegalArgumentException("There must be between 1 and 128 classes, not " + classes + ".");
        }
        this.classOf = classOf;
        this.classes = classes;
        locator = edges.locator();
        bins = edges.bins();
        stride = bins + KINDS_OUTSIDE;
        slots = new int[(classes + 2) * stride];
        at = new int[Math.min(CHUNK, values)];
        placing = locator.tolerance() < BinLocator.MOST_TOLERANCE;
    }

    List<ClassHistogram> count(double[] values) {
        for (int start = 0; start < values.length; start += CHUNK) {
            int n = Math.min(CHUNK, values.length - start);
            findRows(classOf, start, n, classes, stride, at);
            if (!placing) {
                compare(values, start, n, locator, at);
            } else if (place(values, start, n, locator, at) < 0) {
                placing = mend(values, start, n, locator, at) <= CHUNK / SHARE_UNSURE;
            }
            increment(at, n, slots);
        }
        return histograms();
    }

    List<ClassHistogram> count(byte[] payload, Encoding encoding) {
        if (encoding == Encoding.F64) {
            return count(ActivationCodec.decode(payload, encoding));
        }
        var values = new float[at.length];
        for (int start = 0; start < classOf.length; start += CHUNK) {
            int n = Math.min(CHUNK, classOf.length - start);
            ActivationCodec.decode(payload, encoding, start, values, n);
            findRows(classOf, start, n, classes, stride, at);
            if (!placing) {
                compare(values, n, locator, at);
            } else if (place(values, n, locator, at) < 0) {
                placing = mend(values, n, locator, at) <= CHUNK / SHARE_UNSURE;
            }
            increment(at, n, slots);
        }
        return histograms();
    }

    /// Two loops, for the compiler does not vectorise them as one
    private static void findRows(byte[] classOf, int start, int n, int classes, int stride, int[] at) {
        for (int i = 0; i < n; i++) {
            at[i] = classOf[start + i];
        }
        for (int i = 0; i < n; i++) {
            at[i] = (Math.min(Math.max(at[i], -1), classes) + 1) * stride;
        }
    }

    private static void increment(int[] at, int n, int[] slots) {
        for (int i = 0; i < n; i++) {
            slots[at[i]]++;
        }
    }

    /// Negative where a value cannot be placed for sure
    private static int place(double[] values, int start, int n, BinLocator locator, int[] at) {
        double low = locator.low();
        double scale = locator.fixedScale();
        int limit = locator.fixedLimit();
        int least = locator.tolerance() + 1;
        int most = BinLocator.ONE - least;
        int unsure = 0;
        for (int i = 0; i < n; i++) {
            int x = (int) ((values[start + i] - low) * scale);
            at[i] += x >> BinLocator.FRACTION_BITS;
            int fraction = x & (BinLocator.ONE - 1);
            unsure |= x | (limit - x) | (fraction - least) | (most - fraction);
        }
        return unsure;
    }

    private static int place(float[] values, int n, BinLocator locator, int[] at) {
        double low = locator.low();
        double scale = locator.fixedScale();
        int limit = locator.fixedLimit();
        int least = locator.tolerance() + 1;
        int most = BinLocator.ONE - least;
        int unsure = 0;
        for (int i = 0; i < n; i++) {
            int x = (int) ((values[i] - low) * scale);
            at[i] += x >> BinLocator.FRACTION_BITS;
            int fraction = x & (BinLocator.ONE - 1);
            unsure |= x | (limit - x) | (fraction - least) | (most - fraction);
        }
        return unsure;
    }

    /// Compares the values that were placed unsurely; how many there were
    private static int mend(double[] values, int start, int n, BinLocator locator, int[] at) {
        int unsure = 0;
        for (int i = 0; i < n; i++) {
            double value = values[start + i];
            int x = locator.fixed(value);
            if (locator.isUnsure(x)) {
                at[i] += slot(value, locator) - (x >> BinLocator.FRACTION_BITS);
                unsure++;
            }
        }
        return unsure;
    }

    private static int mend(float[] values, int n, BinLocator locator, int[] at) {
        int unsure = 0;
        for (int i = 0; i < n; i++) {
            double value = values[i];
            int x = locator.fixed(value);
            if (locator.isUnsure(x)) {
                at[i] += slot(value, locator) - (x >> BinLocator.FRACTION_BITS);
                unsure++;
            }
        }
        return unsure;
    }

    private static void compare(double[] values, int start, int n, BinLocator locator, int[] at) {
        for (int i = 0; i < n; i++) {
            at[i] += slot(values[start + i], locator);
        }
    }

    private static void compare(float[] values, int n, BinLocator locator, int[] at) {
        for (int i = 0; i < n; i++) {
            at[i] += slot(values[i], locator);
        }
    }

    private static int slot(double value, BinLocator locator) {
        if (value >= locator.low() && value <= locator.high()) {
            return locator.even() ? locator.beside(value) : locator.search(value);
        }
        return locator.cuts().length - 1 + kindOutside(value, locator.low());
    }

    private static int kindOutside(double value, double low) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? POS_INF : NEG_INF;
        }
        return value < low ? BELOW : ABOVE;
    }

    private List<ClassHistogram> histograms() {
        int outOfBounds = (classes + 1) * stride;
        for (int i = outOfBounds; i < slots.length; i++) {
            if (slots[i] > 0) {
                throw new IllegalArgumentException(
                        "A sample is in a class beyond the %d there are, counted from 0.".formatted(classes));
            }
        }
        var histograms = new ArrayList<ClassHistogram>(classes);
        for (int c = 0; c < classes; c++) {
            int row = (c + 1) * stride;
            long n = 0;
            var counts = new long[bins];
            for (int i = 0; i < bins; i++) {
                counts[i] = slots[row + i];
                n += counts[i];
            }
            int outside = row + bins;
            for (int i = 0; i < KINDS_OUTSIDE; i++) {
                n += slots[outside + i];
            }
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
