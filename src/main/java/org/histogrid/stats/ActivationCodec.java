package org.histogrid.stats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Turns stored activation vectors into numbers.
public final class ActivationCodec {

    private ActivationCodec() {}

    /// The values of a little-endian payload. Each encoding fits into float64, so nothing is rounded; NaN
    /// stays NaN and infinities stay infinities.
    ///
    /// @throws IllegalArgumentException when the payload ends within a value
    public static double[] decode(byte[] payload, Encoding encoding) {
        var values = new double[values(payload, encoding)];
        decode(payload, encoding, 0, values, values.length);
        return values;
    }

    /// How many values a payload holds.
    ///
    /// @throws IllegalArgumentException when the payload ends within a value
    public static int values(byte[] payload, Encoding encoding) {
        if (payload.length % encoding.bytes() != 0) {
            throw new IllegalArgumentException("%d bytes are not a whole number of values of %d bytes each."
                    .formatted(payload.length, encoding.bytes()));
        }
        return payload.length / encoding.bytes();
    }

    /// Fills the front of `into` with `count` values from the value at `first` on. Not for F64.
    static void decode(byte[] payload, Encoding encoding, int first, float[] into, int count) {
        var buffer = littleEndian(payload, encoding, first, count);
        switch (encoding) {
            case F16 -> {
                var halves = shorts(buffer, count);
                for (int i = 0; i < count; i++) {
                    into[i] = Float.float16ToFloat(halves[i]);
                }
            }
            case BF16 -> {
                var halves = shorts(buffer, count);
                for (int i = 0; i < count; i++) {
                    into[i] = Float.intBitsToFloat(halves[i] << 16);
                }
            }
            case F32 -> buffer.asFloatBuffer().get(into, 0, count);
            case F64 -> throw new IllegalArgumentException("float64 does not fit into float32");
        }
    }

    private static void decode(byte[] payload, Encoding encoding, int first, double[] into, int count) {
        if (encoding == Encoding.F64) {
            littleEndian(payload, encoding, first, count).asDoubleBuffer().get(into, 0, count);
            return;
        }
        var floats = new float[count];
        decode(payload, encoding, first, floats, count);
        for (int i = 0; i < count; i++) {
            into[i] = floats[i];
        }
    }

    /// Copying out in bulk and converting after lets both run on vector registers
    private static short[] shorts(ByteBuffer buffer, int count) {
        var halves = new short[count];
        buffer.asShortBuffer().get(halves);
        return halves;
    }

    private static ByteBuffer littleEndian(byte[] payload, Encoding encoding, int first, int count) {
        return ByteBuffer.wrap(payload, first * encoding.bytes(), count * encoding.bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
