package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The values of an array with a single axis longer than one, read as a whole.
final class TensorVector {

    /// Each value becomes an object, so vectors are bounded. Datasets have thousands to a few million samples.
    static final int MOST_VALUES = 20_000_000;

    private static final long MOST_TEXT_BYTES = 256L << 20;

    /// Labels repeat: this many different texts are shared between the rows that hold them.
    private static final int SHARED_TEXTS = 4_096;

    private final MappedTensor tensor;
    private final ElementType type;
    private final Elements elements;
    private final int size;
    private final long stride;

    TensorVector(MappedTensor tensor) {
        this.tensor = tensor;
        this.type = tensor.type();
        this.elements = tensor.elements();
        List<Long> shape = tensor.shape();
        if (shape.isEmpty()) {
            throw refused("holds a single number; a list of values was expected.");
        }
        if (shape.contains(0L)) {
            throw refused("holds no values: its shape is " + Sentences.shape(shape) + ".");
        }
        int longAxis = 0;
        int longAxes = 0;
        for (int axis = 0; axis < shape.size(); axis++) {
            if (shape.get(axis) != 1) {
                longAxis = axis;
                longAxes++;
            }
        }
        if (longAxes > 1) {
            throw refused("has the shape " + Sentences.shape(shape) + "; a list of values was expected.");
        }
        if (shape.get(longAxis) > MOST_VALUES) {
            throw refused(String.format(
                    Locale.ROOT,
                    "holds %,d values; a list of labels or ids may hold up to %,d.",
                    shape.get(longAxis),
                    MOST_VALUES));
        }
        this.size = Math.toIntExact(shape.get(longAxis));
        this.stride = tensor.stride(longAxis);
    }

    List<String> texts() {
        if (type.dtype() == Dtype.RAW16) {
            throw refused("holds " + type.dtype().words() + ", which are neither labels nor ids.");
        }
        if (type.dtype() == Dtype.TEXT && textBytes() > MOST_TEXT_BYTES) {
            throw refused(String.format(
                    Locale.ROOT,
                    "holds %,d bytes of text; a list of labels or ids may hold up to %,d.",
                    textBytes(),
                    MOST_TEXT_BYTES));
        }
        Map<String, String> shared = new HashMap<>();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String text = text(i);
            String known = shared.get(text);
            if (known == null && shared.size() < SHARED_TEXTS) {
                shared.put(text, text);
            }
            texts.add(known == null ? text : known);
        }
        return texts;
    }

    long[] integers() {
        long[] integers = new long[size];
        for (int i = 0; i < size; i++) {
            integers[i] = integer(i);
        }
        return integers;
    }

    private long textBytes() {
        return (long) size * type.width();
    }

    private String text(int i) {
        return switch (type.dtype()) {
            case BOOL -> String.valueOf(truth(i));
            case U64 -> Long.toUnsignedString(elements.integer(i * stride));
            case I8, I16, I32, I64, U8, U16, U32 -> Long.toString(elements.integer(i * stride));
            case F16, BF16, F32 -> NumberTexts.of((float) elements.number(i * stride));
            case F64 -> NumberTexts.of(elements.number(i * stride));
            case TEXT -> type.unicode() ? utf32(i) : utf8(i);
            case RAW16 -> throw new IllegalStateException("refused before");
        };
    }

    private long integer(int i) {
        return switch (type.dtype()) {
            case BOOL -> truth(i) ? 1 : 0;
            case U64 -> {
                long bits = elements.integer(i * stride);
                if (bits < 0) {
                    throw refused(i, "holds " + Long.toUnsignedString(bits) + ", which is too large.");
                }
                yield bits;
            }
            case I8, I16, I32, I64, U8, U16, U32 -> elements.integer(i * stride);
            case F16, BF16, F32, F64 -> {
                double number = elements.number(i * stride);
                if (number != Math.rint(number) || Math.abs(number) > 0x1p53) {
                    throw refused(i, "holds " + NumberTexts.of(number) + ", which is no whole number.");
                }
                yield (long) number;
            }
            case TEXT, RAW16 -> throw refused("holds " + type.dtype().words() + "; whole numbers were expected.");
        };
    }

    private boolean truth(int i) {
        long value = elements.integer(i * stride);
        if (value > 1) {
            throw refused(i, "holds the byte " + value + " where 1 (true) or 0 (false) belongs.");
        }
        return value == 1;
    }

    private String utf32(int i) {
        int length = type.width() / 4;
        long start = i * stride * type.width();
        ValueLayout.OfInt layout = Elements.ints(type.order());
        while (length > 0 && tensor.data().get(layout, start + 4L * (length - 1)) == 0) {
            length--;
        }
        var text = new StringBuilder(length);
        for (int k = 0; k < length; k++) {
            int codePoint = tensor.data().get(layout, start + 4L * k);
            if (codePoint == 0 || !Character.isValidCodePoint(codePoint) || isSurrogate(codePoint)) {
                throw refused(i, "holds text that is no valid Unicode.");
            }
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private String utf8(int i) {
        byte[] bytes = new byte[type.width()];
        MemorySegment.copy(tensor.data(), ValueLayout.JAVA_BYTE, i * stride * bytes.length, bytes, 0, bytes.length);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw refused(i, "holds text that is no valid UTF-8.");
        }
        throw refused(i, "holds text with a zero character.");
    }

    private UnreadableFile refused(String how) {
        return tensor.refused(how);
    }

    private UnreadableFile refused(int index, String how) {
        long row = index + 1L;
        return tensor.refused(how + " It is value " + Sentences.grouped(row) + ", counted from 1.", row, null);
    }
}
