package org.histogrid.stats;

/// How the values of an activation vector are stored: little-endian floats of 16, 32 or 64 bits.
public enum Encoding {
    /// IEEE 754 half precision: 5 bits of exponent, 10 of fraction.
    F16(2),
    /// The upper half of single precision: 8 bits of exponent, 7 of fraction.
    BF16(2),
    /// IEEE 754 single precision.
    F32(4),
    /// IEEE 754 double precision.
    F64(8);

    private final int bytes;

    Encoding(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of one value.
    public int bytes() {
        return bytes;
    }
}
