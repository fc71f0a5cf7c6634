package org.histogrid.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The loops that count. One for each encoding: reading values where they lie measured 1.7 times as fast as
/// decoding them first.
///
/// Slots come in rows: one for samples left out, one a class, one for classes out of bounds. In a row come
/// the bins, then the values outside them by kind.
final class CountingKernel {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

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
    /// The first slot of a sample, by its class as an unsigned byte
    private final int[] rowOf = new int[256];

    private final int[] slots;

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
        Arrays.fill(rowOf, 0, 128, (classes + 1) * stride);
        for (int c = 0; c < classes; c++) {
            rowOf[c] = (c + 1) * stride;
        }
    }

    List<ClassHistogram> count(double[] values) {
        if (locator.even()) {
            countDoubles(values);
        } else {
            search(values);
        }
        return histograms();
    }

    List<ClassHistogram> count(byte[] payload, Encoding encoding) {
        if (!locator.even()) {
            search(ActivationCodec.decode(payload, encoding));
            return histograms();
        }
        switch (encoding) {
            case F16 -> countF16(payload);
            case BF16 -> countBf16(payload);
            case F32 -> countF32(payload);
            case F64 -> countF64(payload);
        }
        return histograms();
    }

    private void countDoubles(double[] values) {
        double low = locator.low();
        double high = locator.high();
        double scale = locator.scale();
        var cuts = locator.cuts();
        var classOf = this.classOf;
        var rowOf = this.rowOf;
        var slots = this.slots;
        for (int i = 0; i < classOf.length; i++) {
            double value = values[i];
            slots[rowOf[classOf[i] & 0xff] + slot(value, low, high, scale, cuts)]++;
        }
    }

    private void countF16(byte[] payload) {
        double low = locator.low();
        double high = locator.high();
        double scale = locator.scale();
        var cuts = locator.cuts();
        var classOf = this.classOf;
        var rowOf = this.rowOf;
        var slots = this.slots;
        for (int i = 0; i < classOf.length; i++) {
            double value = Float.float16ToFloat((short) SHORTS.get(payload, 2 * i));
            slots[rowOf[classOf[i] & 0xff] + slot(value, low, high, scale, cuts)]++;
        }
    }

    private void countBf16(byte[] payload) {
        double low = locator.low();
        double high = locator.high();
        double scale = locator.scale();
        var cuts = locator.cuts();
        var classOf = this.classOf;
        var rowOf = this.rowOf;
        var slots = this.slots;
        for (int i = 0; i < classOf.length; i++) {
            double value = Float.intBitsToFloat((short) SHORTS.get(payload, 2 * i) << 16);
            slots[rowOf[classOf[i] & 0xff] + slot(value, low, high, scale, cuts)]++;
        }
    }

    private void countF32(byte[] payload) {
        double low = locator.low();
        double high = locator.high();
        double scale = locator.scale();
        var cuts = locator.cuts();
        var classOf = this.classOf;
        var rowOf = this.rowOf;
        var slots = this.slots;
        for (int i = 0; i < classOf.length; i++) {
            double value = (float) FLOATS.get(payload, 4 * i);
            slots[rowOf[classOf[i] & 0xff] + slot(value, low, high, scale, cuts)]++;
        }
    }

    private void countF64(byte[] payload) {
        double low = locator.low();
        double high = locator.high();
        double scale = locator.scale();
        var cuts = locator.cuts();
        var classOf = this.classOf;
        var rowOf = this.rowOf;
        var slots = this.slots;
        for (int i = 0; i < classOf.length; i++) {
            double value = (double) DOUBLES.get(payload, 8 * i);
            slots[rowOf[classOf[i] & 0xff] + slot(value, low, high, scale, cuts)]++;
        }
    }

    private static int slot(double value, double low, double high, double scale, double[] cuts) {
        if (value >= low && value <= high) {
            int edge = BinLocator.nearest(value, low, scale);
            return edge + BinLocator.side(value, cuts[edge]);
        }
        return cuts.length - 1 + kindOutside(value, low);
    }

    private void search(double[] values) {
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            boolean inside = value >= locator.low() && value <= locator.high();
            int slot = inside ? locator.search(value) : bins + kindOutside(value, locator.low());
            slots[rowOf[classOf[i] & 0xff] + slot]++;
        }
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
