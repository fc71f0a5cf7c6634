package org.histogrid.tensor;

/// Finds the smallest floating-point type that holds every integer of a matrix exactly.
///
/// An integer fits a binary floating-point type if its significant bits, from the highest to the lowest one
/// set, are no more than the type's and its size is within the type's range.
final class ExactFit {

    private static final int F16_BITS = 11;
    private static final long F16_LARGEST = 65_504;
    private static final int F32_BITS = 24;
    private static final int F64_BITS = 53;

    private final MatrixPart part;
    private final Elements elements;

    ExactFit(MatrixPart part) {
        this.part = part;
        this.elements = part.elements();
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
        forEach((value, sample, neuron) -> {
            if (value > 1) {
                throw refused(sample, neuron, "holds the byte " + value + " where 1 (true) or 0 (false) belongs");
            }
        });
    }

    private Dtype scan() {
        boolean unsigned = elements.dtype() == Dtype.U64;
        var seen = new Object() {
            int bits;
            long largest;
        };
        forEach((value, sample, neuron) -> {
            long magnitude = value < 0 && !unsigned ? -value : value;
            int significant = significantBits(magnitude);
            if (significant > F64_BITS) {
                String shown = unsigned ? Long.toUnsignedString(value) : Long.toString(value);
                throw refused(
                        sample,
                        neuron,
                        "holds the integer " + shown + ", which no 64-bit floating-point number equals");
            }
            seen.bits = Math.max(seen.bits, significant);
            seen.largest = Long.compareUnsigned(magnitude, seen.largest) > 0 ? magnitude : seen.largest;
        });
        if (seen.bits <= F16_BITS && Long.compareUnsigned(seen.largest, F16_LARGEST) <= 0) {
            return Dtype.F16;
        }
        return seen.bits <= F32_BITS ? Dtype.F32 : Dtype.F64;
    }

    private interface Visitor {
        void visit(long value, long sample, int neuron);
    }

    /// In the order of the file.
    private void forEach(Visitor visitor) {
        MatrixLayout layout = part.layout();
        if (layout.neuronStride() <= layout.sampleStride()) {
            for (long sample = 0; sample < layout.samples(); sample++) {
                for (int neuron = 0; neuron < layout.neurons(); neuron++) {
                    visitor.visit(elements.integer(layout.position(sample, neuron)), sample, neuron);
                }
            }
        } else {
            for (int neuron = 0; neuron < layout.neurons(); neuron++) {
                for (long sample = 0; sample < layout.samples(); sample++) {
                    visitor.visit(elements.integer(layout.position(sample, neuron)), sample, neuron);
                }
            }
        }
    }

    /// Of an unsigned number; the magnitude of the smallest long is its own negative, and right when taken as
    /// unsigned.
    private static int significantBits(long magnitude) {
        return magnitude == 0 ? 0 : 64 - Long.numberOfLeadingZeros(magnitude) - Long.numberOfTrailingZeros(magnitude);
    }

    private UnreadableFile refused(long sample, int neuron, String how) {
        return part.tensor()
                .refused(
                        how + ": row " + Sentences.grouped(sample + 1) + ", counted from 1, neuron " + neuron + ".",
                        sample + 1,
                        Integer.toString(neuron));
    }
}
