package org.histogrid.tensor;

/// The type of the values of an array, whatever their byte order.
public enum Dtype {
    /// IEEE 754 binary16.
    F16(2),
    /// The upper half of an [#F32].
    BF16(2),
    /// IEEE 754 binary32.
    F32(4),
    /// IEEE 754 binary64.
    F64(8),
    /// Signed integer of 8 bits.
    I8(1),
    /// Signed integer of 16 bits.
    I16(2),
    /// Signed integer of 32 bits.
    I32(4),
    /// Signed integer of 64 bits.
    I64(8),
    /// Unsigned integer of 8 bits.
    U8(1),
    /// Unsigned integer of 16 bits.
    U16(2),
    /// Unsigned integer of 32 bits.
    U32(4),
    /// Unsigned integer of 64 bits.
    U64(8),
    /// A byte that is 0 or 1.
    BOOL(1),
    /// Two bytes of unknown meaning (numpy's `V2`, as which bfloat16 arrays are often saved). They can be read
    /// only as [#F16] or [#BF16], when the user says so.
    RAW16(2),
    /// Text (numpy's `U` and `S`), for labels and ids. The width of one value differs by file, so [#bytes()] is
    /// 0.
    TEXT(0);

    private final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of one value; 0 for [#TEXT], whose values have another width in each file.
    public int bytes() {
        return bytes;
    }

    /// Whether this is one of the four floating-point types, the ones a matrix is stored in.
    public boolean floating() {
        return switch (this) {
            case F16, BF16, F32, F64 -> true;
            default -> false;
        };
    }

    boolean wholeNumbers() {
        return switch (this) {
            case I8, I16, I32, I64, U8, U16, U32, U64 -> true;
            default -> false;
        };
    }

    /// How a sentence names values of this type.
    String words() {
        return switch (this) {
            case F16 -> "float16 numbers";
            case BF16 -> "bfloat16 numbers";
            case F32 -> "float32 numbers";
            case F64 -> "float64 numbers";
            case I8, I16, I32, I64 -> "int" + 8 * bytes + " numbers";
            case U8, U16, U32, U64 -> "uint" + 8 * bytes + " numbers";
            case BOOL -> "true/false values";
            case RAW16 -> "raw 16-bit values (V2)";
            case TEXT -> "text";
        };
    }
}
