package org.histogrid.tensor.child;

import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;
import io.jhdf.object.datatype.Reference;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteOrder;
import java.util.Map;

/// How the values of an HDF5 dataset lie in the file.
///
/// @param dtype     the name of a constant of `Dtype`
/// @param bigEndian whether the high byte comes first
/// @param width     bytes of one value; of its reference into a heap for texts of variable length
/// @param text      how texts lie, or that the values are none
record Hdf5Type(String dtype, boolean bigEndian, int width, Text text) {

    enum Text {
        NONE,
        ENDS_WITH_ZERO,
        FILLED_WITH_ZEROS,
        FILLED_WITH_BLANKS,
        VARIABLE
    }

    private static final Map<Integer, String> H5PY_BOOL = Map.of(0, "FALSE", 1, "TRUE");

    private static final int LONGEST_FIXED_TEXT = 1 << 20;

    /// The layouts of the four types: bits of the exponent, bits of the fraction, bias.
    private static final Map<String, int[]> FLOATING = Map.of(
            "F16", new int[] {5, 10, 15},
            "BF16", new int[] {8, 7, 127},
            "F32", new int[] {8, 23, 127},
            "F64", new int[] {11, 52, 1_023});

    boolean isText() {
        return text != Text.NONE;
    }

    /// @throws Refusal if values of the type are not read
    static Hdf5Type of(DataType type) {
        return switch (type) {
            case FixedPoint number -> whole(number);
            case FloatingPoint number -> floating(number);
            case EnumDataType names -> bool(names);
            case StringData string -> fixed(string);
            case VariableLength variable -> {
                if (!variable.isVariableLengthString()) {
                    throw refused("lists of different lengths");
                }
                yield new Hdf5Type("TEXT", false, positive(type), Text.VARIABLE);
            }
            case CompoundDataType _ -> throw refused("records of several fields");
            case ArrayDataType _ -> throw refused("arrays in each value");
            case Reference _ -> throw refused("references");
            case OpaqueDataType _ -> throw refused("bytes of unknown meaning");
            case BitField _ -> throw refused("bit fields");
            default -> throw refused("values of an unknown kind");
        };
    }

    private static Hdf5Type whole(FixedPoint number) {
        int width = number.getSize();
        boolean known = width == 1 || width == 2 || width == 4 || width == 8;
        if (!known || number.getBitOffset() != 0 || number.getBitPrecision() != 8 * width) {
            throw refused("integers of " + number.getBitPrecision() + " bits");
        }
        String dtype = (number.isSigned() ? "I" : "U") + 8 * width;
        return new Hdf5Type(dtype, isBig(number.getByteOrder(), width), width, Text.NONE);
    }

    private static Hdf5Type floating(FloatingPoint number) {
        for (Map.Entry<String, int[]> type : FLOATING.entrySet()) {
            int exponent = type.getValue()[0];
            int fraction = type.getValue()[1];
            int bits = 1 + exponent + fraction;
            if (number.getSize() * 8 == bits
                    && number.getBitOffset() == 0
                    && number.getBitPrecision() == bits
                    && number.getExponentSize() == exponent
                    && number.getExponentLocation() == fraction
                    && number.getMantissaSize() == fraction
                    && number.getMantissaLocation() == 0
                    && number.getMantissaNormalization() == 2
                    && number.getSignLocation() == bits - 1
                    && number.getExponentBias() == type.getValue()[2]) {
                return new Hdf5Type(type.getKey(), isBig(number.getByteOrder(), 2), bits / 8, Text.NONE);
            }
        }
        throw refused("floating-point numbers of " + 8 * number.getSize() + " bits in a layout that is not IEEE 754");
    }

    private static Hdf5Type bool(EnumDataType names) {
        if (names.getSize() == 1 && names.getEnumMapping().equals(H5PY_BOOL)) {
            return new Hdf5Type("BOOL", false, 1, Text.NONE);
        }
        throw refused("an enumeration");
    }

    private static Hdf5Type fixed(StringData string) {
        if (positive(string) > LONGEST_FIXED_TEXT) {
            throw refused("texts of more than " + LONGEST_FIXED_TEXT + " bytes");
        }
        Text text = switch (string.getPaddingType()) {
            case NULL_TERMINATED -> Text.ENDS_WITH_ZERO;
            case NULL_PADDED -> Text.FILLED_WITH_ZEROS;
            case SPACE_PADDED -> Text.FILLED_WITH_BLANKS;
        };
        return new Hdf5Type("TEXT", false, string.getSize(), text);
    }

    private static int positive(DataType type) {
        if (type.getSize() < 1) {
            throw refused("values of " + type.getSize() + " bytes");
        }
        return type.getSize();
    }

    private static boolean isBig(ByteOrder order, int width) {
        return width > 1 && order == ByteOrder.BIG_ENDIAN;
    }

    private static Refusal refused(String what) {
        return new Refusal("holds " + what + ", which are not read.");
    }
}
