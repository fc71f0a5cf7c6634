package org.histogrid.dataset;

import org.histogrid.tensor.Dtype;

/// What the values of a matrix are like, counted while its vectors go by: NaN and infinities, neurons with one
/// value only, and finite values that 16 bits would make infinite.
final class MatrixProfile {

    /// The largest finite number of 16 bits.
    private static final double LARGEST_F16 = 65_504;

    private final SpecialValues special;
    private final Dtype dtype;
    private int constant;
    private long beyondF16;

    MatrixProfile(Dtype dtype) {
        this.dtype = dtype;
        this.special = new SpecialValues(dtype);
    }

    void count(byte[] payload) {
        special.count(payload);
        constant += isConstant(payload) ? 1 : 0;
        beyondF16 += switch (dtype) {
            case F32 -> beyond32(payload);
            case F64 -> beyond64(payload);
            case BF16 -> beyondBrain(payload);
            default -> 0;
        };
    }

    /// By their bits, so that it ends at the first value that differs; 0 and -0 differ then, which no network
    /// writes side by side for a dead neuron.
    private boolean isConstant(byte[] payload) {
        var width = dtype.bytes();
        for (var i = width; i < payload.length; i++) {
            if (payload[i] != payload[i - width]) {
                return false;
            }
        }
        return true;
    }

    private static long beyond32(byte[] payload) {
        var count = 0L;
        for (var i = 0; i < payload.length; i += 4) {
            // Only exponents from 2^15 on come into question
            var high = (payload[i + 3] & 0x7f) << 1 | (payload[i + 2] & 0x80) >>> 7;
            if (high >= 142 && high < 255) {
                var bits = (payload[i] & 0xff)
                        | (payload[i + 1] & 0xff) << 8
                        | (payload[i + 2] & 0xff) << 16
                        | payload[i + 3] << 24;
                count += Math.abs(Float.intBitsToFloat(bits)) > LARGEST_F16 ? 1 : 0;
            }
        }
        return count;
    }

    private static long beyondBrain(byte[] payload) {
        var count = 0L;
        for (var i = 0; i < payload.length; i += 2) {
            var value = Float.intBitsToFloat((payload[i] & 0xff) << 16 | payload[i + 1] << 24);
            count += Math.abs(value) > LARGEST_F16 && Float.isFinite(value) ? 1 : 0;
        }
        return count;
    }

    private static long beyond64(byte[] payload) {
        var count = 0L;
        for (var i = 0; i < payload.length; i += 8) {
            var exponent = (payload[i + 7] & 0x7f) << 4 | (payload[i + 6] & 0xf0) >>> 4;
            if (exponent >= 1_038 && exponent < 2_047) {
                var bits = 0L;
                for (var b = 7; b >= 0; b--) {
                    bits = bits << 8 | (payload[i + b] & 0xff);
                }
                count += Math.abs(Double.longBitsToDouble(bits)) > LARGEST_F16 ? 1 : 0;
            }
        }
        return count;
    }

    HookPoint of(HookPoint point) {
        return point.counting(special.nan(), special.infinite());
    }

    ImportReport.HookPointLine line(HookPoint point) {
        return new ImportReport.HookPointLine(
                point.inWords(),
                point.neuronCount(),
                point.dtype(),
                special.nan(),
                special.infinite(),
                constant,
                beyondF16);
    }
}
