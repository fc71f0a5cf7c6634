package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/// The checked header of an .npy file: after reading, the declared size is exactly that of the file.
///
/// @param type       the type of the values
/// @param fortran    whether the first axis runs fastest
/// @param shape      the lengths of the axes
/// @param dataOffset where the values begin, in bytes
/// @param dataBytes  how many bytes of values there are
record NpyHeader(ElementType type, boolean fortran, List<Long> shape, long dataOffset, long dataBytes) {

    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /// Longer headers are refused. Headers of numbers and text take 128 bytes; only structured types, which are
    /// not read, need more. It is what format 1.0 can express.
    private static final int LONGEST = 65_536;

    private static final int BEFORE_LENGTH = MAGIC.length + 2;

    /// Where a header's text lies in the file.
    private record Span(int offset, int length) {
        int end() {
            return offset + length;
        }
    }

    static NpyHeader read(MemorySegment data, String file) {
        long fileBytes = data.byteSize();
        Span span = textSpan(data, file, fileBytes);
        // Outside of quoted names of fields, which are refused, headers of all versions are ASCII
        String text = new String(bytes(data, file, span.offset(), span.length()), ISO_8859_1);
        NpyLiteral.Fields fields = NpyLiteral.parse(file, text);
        ElementType type = NpyDescr.parse(file, fields.descr());
        long dataBytes = fileBytes - span.end();
        requireSize(file, fields.shape(), type.width(), dataBytes);
        return new NpyHeader(type, fields.fortran(), fields.shape(), span.end(), dataBytes);
    }

    private static Span textSpan(MemorySegment data, String file, long fileBytes) {
        byte[] start = bytes(data, file, 0, BEFORE_LENGTH);
        if (!ByteBuffer.wrap(start, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new UnreadableFile(file, "is no .npy file: it does not begin with the signature of one.");
        }
        int major = start[MAGIC.length] & 0xff;
        int minor = start[MAGIC.length + 1] & 0xff;
        if (major < 1 || major > 3 || minor != 0) {
            throw new UnreadableFile(
                    file,
                    "has the .npy format version " + major + "." + minor + "; versions 1.0, 2.0 and 3.0 can be read.");
        }
        int lengthBytes = major == 1 ? 2 : 4;
        ByteBuffer field =
                ByteBuffer.wrap(bytes(data, file, BEFORE_LENGTH, lengthBytes)).order(ByteOrder.LITTLE_ENDIAN);
        long length = major == 1 ? Short.toUnsignedLong(field.getShort()) : Integer.toUnsignedLong(field.getInt());
        int offset = BEFORE_LENGTH + lengthBytes;
        if (length > fileBytes - offset) {
            throw new UnreadableFile(
                    file,
                    String.format(
                            Locale.ROOT,
                            "is cut off: its header should take %,d bytes, and only %,d follow.",
                            length,
                            fileBytes - offset));
        }
        if (length > LONGEST) {
            throw new UnreadableFile(
                    file,
                    String.format(Locale.ROOT, "has a header of %,d bytes; up to %,d are read.", length, LONGEST));
        }
        return new Span(offset, (int) length);
    }

    private static byte[] bytes(MemorySegment data, String file, int offset, int length) {
        if (length > data.byteSize() - offset) {
            throw new UnreadableFile(file, "is cut off: it ends inside the .npy header.");
        }
        byte[] bytes = new byte[length];
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, offset, bytes, 0, length);
        return bytes;
    }

    private static void requireSize(String file, List<Long> shape, int width, long dataBytes) {
        BigInteger declared = BigInteger.valueOf(width);
        for (long length : shape) {
            declared = declared.multiply(BigInteger.valueOf(length));
        }
        if (!declared.equals(BigInteger.valueOf(dataBytes))) {
            throw new UnreadableFile(
                    file,
                    String.format(
                            Locale.ROOT,
                            "declares %s values of %d bytes, but holds %,d bytes of data%s.",
                            Sentences.times(shape),
                            width,
                            dataBytes,
                            declared.bitLength() < 63 && declared.longValue() < dataBytes
                                    ? String.format(Locale.ROOT, ", %,d too many", dataBytes - declared.longValue())
                                    : ""));
        }
    }
}
