package org.histogrid.dataset;

import org.histogrid.tensor.Dtype;

/// Counts NaN and infinities in payloads by their bits: all bits of the exponent set, with or without a
/// fraction.
final class SpecialValues {

    private final Dtype dtype;
    private long nan;
    private long infinite;

    SpecialValues(Dtype dtype) {
        this.dtype = dtype;
    }

    void count(byte[] payload) {
        switch (dtype) {
            case F16 -> count16(payload, 0x7c00, 0x03ff);
            case BF16 -> count16(payload, 0x7f80, 0x007f);
            case F32 -> count32(payload);
            case F64 -> count64(payload);
            default -> throw new IllegalStateException("Payloads are floating-point, not " + dtype);
        }
    }

    private void count16(byte[] payload, int exponent, int fraction) {
        for (var i = 0; i < payload.length; i += 2) {
            var bits = (payload[i] & 0xff) | (payload[i + 1] & 0xff) << 8;
            if ((bits & exponent) == exponent) {
                add((bits & fraction) != 0);
            }
        }
    }

    private void count32(byte[] payload) {
        for (var i = 0; i < payload.length; i += 4) {
            var high = (payload[i + 2] & 0xff) | (payload[i + 3] & 0xff) << 8;
            if ((high & 0x7f80) == 0x7f80) {
                add((high & 0x7f) != 0 || payload[i] != 0 || payload[i + 1] != 0);
            }
        }
    }

    private void count64(byte[] payload) {
        for (var i = 0; i < payload.length; i += 8) {
            var high = (payload[i + 6] & 0xff) | (payload[i + 7] & 0xff) << 8;
            if ((high & 0x7ff0) == 0x7ff0) {
                var fraction = (high & 0x000f) != 0;
                for (var b = 0; b < 6 && !fraction; b++) {
                    fraction = payload[i + b] != 0;
                }
                add(fraction);
            }
        }
    }

    private void add(boolean isNan) {
        if (isNan) {
            nan++;
        } else {
            infinite++;
        }
    }

    long nan() {
        return nan;
    }

    long infinite() {
        return infinite;
    }
}
