package org.histogrid.screening;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Columns as they are stored: doubles, little-endian.
final class Doubles {

    private Doubles() {}

    static byte[] bytes(double[] values) {
        var bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    /// Puts what was stored into an array from a place on.
    ///
    /// @return how many values they are
    static int read(byte[] bytes, double[] into, int from) {
        var values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        var count = values.remaining();
        values.get(into, from, count);
        return count;
    }
}
