package org.histogrid.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes columns as a half-precision .npy matrix of samples x neurons (format 1.0, C order).
final class Float16Npy {

    private static final int ALIGNMENT = 64;
    private static final int PREFIX = 10;

    private Float16Npy() {}

    static byte[] write(List<float[]> columns, int samples) {
        var dict = "{'descr': '<f2', 'fortran_order': False, 'shape': (%d, %d), }".formatted(samples, columns.size());
        var whole = Math.ceilDiv(PREFIX + dict.length() + 1, ALIGNMENT) * ALIGNMENT;
        var header = dict + " ".repeat(whole - PREFIX - dict.length() - 1) + "\n";
        var file = ByteBuffer.allocate(whole + samples * columns.size() * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        for (var sample = 0; sample < samples; sample++) {
            for (var column : columns) {
                file.putShort(Float.floatToFloat16(column[sample]));
            }
        }
        return file.array();
    }
}
