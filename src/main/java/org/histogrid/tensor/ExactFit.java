package org.histogrid.tensor;

/// Finds the smallest floating-point type that holds every integer of a matrix exactly.
///
/// An integer fits a binary floating-point type if its significant bits, from the highest to the lowest one set, are
/// no more than the type's and its size is within the type's range.
final class ExactFit {

    private static final int F16_BITS = 11;
    private static final long F16_LARGEST = 65_504;
    private static final int F32_BITS = 24;
    private static final int F64_BITS = 53;

    private final String file;
    private final Elements elements;
    private final MatrixLayout layout;

    ExactFit(String file, Elements elements, MatrixLayout layout) {
        this.file = file;
        this.elements = elements;
        this.layout = layout;
    }

    Dtype smallest() {
        return switch (elements.dtype()) {
            case I8, U8 -> Dtype.F16;
            case BOOL -> {
                requireTruthValues();
                yield Dtype.F16;
            }
            case I16, U16, I32, U32, I64, U64 -> scan();
            case F16, BF16, F32, F64, RAW16, TEXT -> throw new IllegalStateException("no integers");
        };
    }

    private void requireTruthValues() {
        long count = layout.samples() * layout.neurons();
        for (long i = 0; i < count; i++) {
            long value = elements.integer(i);
            if (value > 1) {
                throw refused(i, "holds the byte " + value + " where 1 (true) or 0 (false) belongs");
            }
        }
    }

    private Dtype scan() {
        boolean unsigned = elements.dtype() == Dtype.U64;
        long count = layout.samples() * layout.neurons();
        int bits = 0;
        long largest = 0;
        for (long i = 0; i < count; i++) {
            long value = elements.integer(i);
            long magnitude = value < 0 && !unsigned ? -value : value;
            int significant = significantBits(magnitude);
            if (significant > F64_BITS) {
                String shown = unsigned ? Long.toUnsignedString(value) : Long.toString(value);
                throw refused(i, "holds the integer " + shown + ", which no 64-bit floating-point number equals");
            }
            bits = Math.max(bits, significant);
            largest = Long.compareUnsigned(magnitude, largest) > 0 ? magnitude : largest;
        }
        if (bits <= F16_BITS && Long.compareUnsigned(largest, F16_LARGEST) <= 0) {
            return Dtype.F16;
        }
        return bits <= F32_BITS ? Dtype.F32 : Dtype.F64;
    }

    /// Of an unsigned number; the magnitude of the smallest long is its own negative, and right when taken as
    /// unsigned.
    private static int significantBits(long magnitude) {
        return magnitude == 0 ? 0 : 64 - Long.numberOfLeadingZeros(magnitude) - Long.numberOfTrailingZeros(magnitude);
    }

    private UnreadableFile refused(long position, String how) {
        boolean neuronsRunFastest = layout.neuronStride() == 1 && layout.sampleStride() == layout.neurons();
        long sample = neuronsRunFastest ? position / layout.neurons() : position % layout.samples();
        long neuron = neuronsRunFastest ? position % layout.neurons() : position / layout.samples();
        return new UnreadableFile(
                file,
                how + ": row " + Sentences.grouped(sample + 1) + ", counted from 1, neuron " + neuron + ".",
                sample + 1,
                Long.toString(neuron));
    }
}
