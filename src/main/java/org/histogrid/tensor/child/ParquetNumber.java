package org.histogrid.tensor.child;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.schema.ColumnSchema;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// The kinds of numbers in columns, under the names `Dtype` gives them, and how they are written out.
enum ParquetNumber {
    F16(2),
    F32(4),
    F64(8),
    I8(1),
    I16(2),
    I32(4),
    I64(8),
    U8(1),
    U16(2),
    U32(4),
    U64(8),
    BOOL(1);

    private static final ValueLayout.OfFloat FLOATS =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLES =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INTS = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONGS = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORTS =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int bytes;

    ParquetNumber(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    boolean floating() {
        return this == F16 || this == F32 || this == F64;
    }

    /// Whether a column of single values may be kept as numbers: a label, a count or an id is text.
    boolean maybeNeuron() {
        return floating() || (bytes < Long.BYTES && this != BOOL);
    }

    static Optional<ParquetNumber> of(ColumnSchema column) {
        LogicalType logical = column.logicalType();
        return switch (column.type()) {
            case FLOAT -> Optional.of(F32);
            case DOUBLE -> Optional.of(F64);
            case BOOLEAN -> Optional.of(BOOL);
            case FIXED_LEN_BYTE_ARRAY ->
                logical instanceof LogicalType.Float16Type ? Optional.of(F16) : Optional.empty();
            case INT32, INT64 -> {
                if (logical instanceof LogicalType.IntType type) {
                    yield Optional.of(valueOf((type.isSigned() ? "I" : "U") + type.bitWidth()));
                }
                yield logical == null ? Optional.of(column.type() == PhysicalType.INT32 ? I32 : I64) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /// Writes the values of a batch that has no empty ones.
    void write(ColumnReader column, int count, MemorySegment out, long offset) {
        switch (this) {
            case F32 -> MemorySegment.copy(column.getFloats(), 0, out, FLOATS, offset, count);
            case F64 -> MemorySegment.copy(column.getDoubles(), 0, out, DOUBLES, offset, count);
            case I32, U32 -> MemorySegment.copy(column.getInts(), 0, out, INTS, offset, count);
            case I64, U64 -> MemorySegment.copy(column.getLongs(), 0, out, LONGS, offset, count);
            case I16, U16 -> {
                int[] values = column.getInts();
                for (int i = 0; i < count; i++) {
                    require(this == I16 ? values[i] == (short) values[i] : values[i] == (char) values[i]);
                    out.set(SHORTS, offset + 2L * i, (short) values[i]);
                }
            }
            case I8, U8 -> {
                int[] values = column.getInts();
                for (int i = 0; i < count; i++) {
                    require(this == I8 ? values[i] == (byte) values[i] : values[i] == (values[i] & 0xff));
                    out.set(ValueLayout.JAVA_BYTE, offset + i, (byte) values[i]);
                }
            }
            case BOOL -> {
                boolean[] values = column.getBooleans();
                for (int i = 0; i < count; i++) {
                    out.set(ValueLayout.JAVA_BYTE, offset + i, (byte) (values[i] ? 1 : 0));
                }
            }
            case F16 -> halves(column, count, out, offset);
        }
    }

    private static void halves(ColumnReader column, int count, MemorySegment out, long offset) {
        byte[] values = column.getBinaryValues();
        int[] ends = column.getBinaryOffsets();
        for (int i = 0; i < count; i++) {
            require(ends[i + 1] - ends[i] == F16.bytes);
            MemorySegment.copy(values, ends[i], out, ValueLayout.JAVA_BYTE, offset + 2L * i, F16.bytes);
        }
    }

    /// One value of a column of single ones, as a text that is read as exactly the same number again.
    String text(ColumnReader column, int index) {
        return switch (this) {
            case F32 -> text(column.getFloats()[index]);
            case F64 -> text(column.getDoubles()[index]);
            case F16 -> {
                byte[] values = column.getBinaryValues();
                int start = column.getBinaryOffsets()[index];
                yield text(Float.float16ToFloat((short) ((values[start] & 0xff) | (values[start + 1] << 8))));
            }
            case I8, I16, I32 -> Integer.toString(column.getInts()[index]);
            case U8, U16, U32 -> Integer.toUnsignedString(column.getInts()[index]);
            case I64 -> Long.toString(column.getLongs()[index]);
            case U64 -> Long.toUnsignedString(column.getLongs()[index]);
            case BOOL -> Boolean.toString(column.getBooleans()[index]);
        };
    }

    private static String text(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 0x1p53;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new Refusal("is damaged: a value does not fit the type of its column.");
        }
    }
}
