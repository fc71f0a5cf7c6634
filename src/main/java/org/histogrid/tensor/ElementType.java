package org.histogrid.tensor;

import java.nio.ByteOrder;

/// How one value of an array lies in a file.
///
/// @param dtype     the type of the values
/// @param bigEndian whether the high byte comes first
/// @param width     bytes of one value
/// @param unicode   for text: whether it lies as UTF-32 or as UTF-8 bytes, filled up with zeros
record ElementType(Dtype dtype, boolean bigEndian, int width, boolean unicode) {

    static ElementType number(Dtype dtype, boolean bigEndian) {
        return new ElementType(dtype, bigEndian && dtype.bytes() > 1, dtype.bytes(), false);
    }

    static ElementType little(Dtype dtype) {
        return number(dtype, false);
    }

    ByteOrder order() {
        return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
