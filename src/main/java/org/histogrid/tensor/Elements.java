package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Single values of a mapped array of one type and byte order.
record Elements(MemorySegment data, Dtype dtype, ByteOrder order) {

    static ValueLayout.OfShort shorts(ByteOrder order) {
        return ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    }

    static ValueLayout.OfInt ints(ByteOrder order) {
        return ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
    }

    static ValueLayout.OfLong longs(ByteOrder order) {
        return ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order);
    }

    /// The integer at a position, in elements; unsigned 64-bit ones as their bits.
    long integer(long index) {
        return switch (dtype) {
            case I8 -> data.get(ValueLayout.JAVA_BYTE, index);
            case U8, BOOL -> Byte.toUnsignedLong(data.get(ValueLayout.JAVA_BYTE, index));
            case I16 -> data.get(shorts(order), 2 * index);
            case U16 -> Short.toUnsignedLong(data.get(shorts(order), 2 * index));
            case I32 -> data.get(ints(order), 4 * index);
            case U32 -> Integer.toUnsignedLong(data.get(ints(order), 4 * index));
            case I64, U64 -> data.get(longs(order), 8 * index);
            case F16, BF16, F32, F64, RAW16, TEXT -> throw new IllegalStateException(dtype + " is no integer type");
        };
    }

    /// The number at a position, in elements, rounded to a double where it does not fit.
    double number(long index) {
        return switch (dtype) {
            case F16 -> Float.float16ToFloat(data.get(shorts(order), 2 * index));
            case BF16 -> Float.intBitsToFloat(data.get(shorts(order), 2 * index) << 16);
            case F32 -> Float.intBitsToFloat(data.get(ints(order), 4 * index));
            case F64 -> Double.longBitsToDouble(data.get(longs(order), 8 * index));
            case I8, I16, I32, I64, U8, U16, U32, BOOL -> integer(index);
            case U64 -> unsignedToDouble(integer(index));
            case RAW16, TEXT -> throw new IllegalStateException(dtype + " holds no numbers");
        };
    }

    /// Rounds once: the lowest bit is kept sticky through the halving.
    static double unsignedToDouble(long bits) {
        return bits >= 0 ? (double) bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
    }
}
