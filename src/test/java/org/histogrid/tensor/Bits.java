package org.histogrid.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/// Values of an array for tests, as their bits in row-major order.
record Bits(Dtype dtype, long[] shape, long[] bits) {

    static Bits random(Dtype dtype, Random random, long... shape) {
        long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return new Bits(
                dtype,
                shape,
                random.longs(count)
                        .map(bits -> dtype == Dtype.BOOL ? bits & 1 : bits)
                        .toArray());
    }

    static Bits f32(long rows, long columns, float... values) {
        long[] bits = new long[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return new Bits(Dtype.F32, new long[] {rows, columns}, bits);
    }

    byte[] bytes(boolean bigEndian) {
        return bytes(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(bits.length * dtype.bytes()).order(order);
        for (long value : bits) {
            switch (dtype.bytes()) {
                case 1 -> bytes.put((byte) value);
                case 2 -> bytes.putShort((short) value);
                case 4 -> bytes.putInt((int) value);
                default -> bytes.putLong(value);
            }
        }
        return bytes.array();
    }

    double[] numbers() {
        return Arrays.stream(bits).mapToDouble(value -> number(dtype, value)).toArray();
    }

    static double number(Dtype dtype, long bits) {
        return switch (dtype) {
            case F16 -> Float.float16ToFloat((short) bits);
            case RAW16, BF16 -> Float.intBitsToFloat((int) bits << 16);
            case F32 -> Float.intBitsToFloat((int) bits);
            case F64 -> Double.longBitsToDouble(bits);
            case I8 -> (byte) bits;
            case I16 -> (short) bits;
            case I32 -> (int) bits;
            case U8, BOOL -> bits & 0xff;
            case U16 -> bits & 0xffff;
            case U32 -> bits & 0xffff_ffffL;
            case I64 -> bits;
            case U64 -> Double.parseDouble(Long.toUnsignedString(bits));
            case TEXT -> throw new AssertionError();
        };
    }

    static double[] numbers(Tensor tensor) {
        double[] numbers = new double[Math.toIntExact(tensor.size())];
        Arrays.setAll(numbers, tensor::value);
        return numbers;
    }
}
