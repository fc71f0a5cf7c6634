package org.histogrid.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Small .npy files in memory, format 1.0 and C order.
public final class TestNpy {

    public interface Value {
        float at(int sample, int neuron);
    }

    private TestNpy() {}

    public static byte[] f32(int rows, int columns, Value value) {
        var data = data("<f4", "(%d, %d)".formatted(rows, columns), rows * columns * 4);
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                data.putFloat(value.at(row, column));
            }
        }
        return data.array();
    }

    public static byte[] f16(int rows, int columns, Value value) {
        var data = data("<f2", "(%d, %d)".formatted(rows, columns), rows * columns * 2);
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                data.putShort(Float.floatToFloat16(value.at(row, column)));
            }
        }
        return data.array();
    }

    public static byte[] i8(int... values) {
        var data = data("|i1", "(%d,)".formatted(values.length), values.length);
        for (var value : values) {
            data.put((byte) value);
        }
        return data.array();
    }

    private static ByteBuffer data(String descr, String shape, int bytes) {
        var dict = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
        var length = (10 + dict.length() + 1 + 63) / 64 * 64 - 10;
        var header = (dict + " ".repeat(length - dict.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + header.length + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length)
                .put(header);
    }
}
