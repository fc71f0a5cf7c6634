package org.histogrid.stats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Values as they would be stored.
final class Payloads {

    private Payloads() {}

    /// Rounds to the encoding, towards zero for BF16.
    static byte[] of(double[] values, Encoding encoding) {
        var buffer = ByteBuffer.allocate(values.length * encoding.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (encoding) {
                case F16 -> buffer.putShort(Float.floatToFloat16((float) value));
                case BF16 -> buffer.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
                case F32 -> buffer.putFloat((float) value);
                case F64 -> buffer.putDouble(value);
            }
        }
        return buffer.array();
    }
}
