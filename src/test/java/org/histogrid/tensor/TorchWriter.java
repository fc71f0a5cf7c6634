package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes files as torch.save does: dictionaries, lists, text, numbers, truth values, `None` and [View]s.
final class TorchWriter {

    /// A tensor over stored values, which need not be all of them.
    record View(Bits storage, long offset, long[] shape, long[] strides) {

        static View all(Bits values) {
            long[] strides = new long[values.shape().length];
            long stride = 1;
            for (int axis = strides.length - 1; axis >= 0; axis--) {
                strides[axis] = stride;
                stride *= values.shape()[axis];
            }
            return new View(values, 0, values.shape(), strides);
        }
    }

    /// Of the pickle as it is: bytes to put anywhere.
    record Code(byte[] bytes) {

        static Code global(String module, String name) {
            return new Code(("c" + module + "\n" + name + "\n").getBytes(US_ASCII));
        }
    }

    /// `None`.
    enum Python {
        NONE
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, byte[]> records = new LinkedHashMap<>();
    private final boolean bigEndian;
    private int memo;

    private TorchWriter(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    static Path write(Path path, Object value) {
        return write(path, false, false, value);
    }

    static Path write(Path path, boolean deflated, boolean bigEndian, Object value) {
        return Archives.zip(path, deflated, members(bigEndian, value));
    }

    static Map<String, byte[]> members(boolean bigEndian, Object value) {
        TorchWriter writer = new TorchWriter(bigEndian);
        writer.code(0x80, 2);
        writer.value(value);
        writer.code('.');
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("archive/data.pkl", writer.out.toByteArray());
        members.put("archive/.format_version", "1".getBytes(US_ASCII));
        members.put("archive/byteorder", (bigEndian ? "big" : "little").getBytes(US_ASCII));
        members.putAll(writer.records);
        members.put("archive/version", "3\n".getBytes(US_ASCII));
        return members;
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                code('}', 'q', memo++ & 0xff, '(');
                map.forEach((key, item) -> {
                    value(key);
                    value(item);
                });
                code('u');
            }
            case List<?> list -> {
                code(']', 'q', memo++ & 0xff, '(');
                list.forEach(this::value);
                code('e');
            }
            case String text -> {
                byte[] bytes = text.getBytes(UTF_8);
                code('X');
                out.writeBytes(little(4, bytes.length));
                out.writeBytes(bytes);
                code('q', memo++ & 0xff);
            }
            case Boolean truth -> code(truth ? 0x88 : 0x89);
            case Integer number -> {
                code('J');
                out.writeBytes(little(4, number));
            }
            case Long number -> {
                code(0x8a, 8);
                out.writeBytes(little(8, number));
            }
            case Double number -> {
                code('G');
                out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
            }
            case View view -> view(view);
            case Code code -> out.writeBytes(code.bytes());
            case Python.NONE -> code('N');
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    private void view(View view) {
        Dtype dtype = view.storage().dtype();
        String storage = storage(dtype);
        boolean untyped = storage.equals("UntypedStorage");
        byte[] bytes = view.storage().bytes(bigEndian);
        String key = Integer.toString(records.size());
        records.put("archive/data/" + key, bytes);
        global("torch._utils", untyped ? "_rebuild_tensor_v3" : "_rebuild_tensor_v2");
        code('(', '(');
        value("storage");
        global(untyped ? "torch.storage" : "torch", storage);
        value(key);
        value("cpu");
        value((long) (untyped ? bytes.length : view.storage().bits().length));
        code('t', 'Q');
        value(view.offset());
        tuple(view.shape());
        tuple(view.strides());
        code(0x89);
        global("collections", "OrderedDict");
        code(')', 'R');
        if (untyped) {
            global("torch", "u" + dtype.name().replace("U", "int"));
            code('N');
        }
        code('t', 'R', 'q', memo++ & 0xff);
    }

    private static String storage(Dtype dtype) {
        return switch (dtype) {
            case F16 -> "HalfStorage";
            case BF16 -> "BFloat16Storage";
            case F32 -> "FloatStorage";
            case F64 -> "DoubleStorage";
            case I8 -> "CharStorage";
            case I16 -> "ShortStorage";
            case I32 -> "IntStorage";
            case I64 -> "LongStorage";
            case U8 -> "ByteStorage";
            case BOOL -> "BoolStorage";
            case U16, U32, U64 -> "UntypedStorage";
            case RAW16, TEXT -> throw new IllegalArgumentException(dtype.name());
        };
    }

    private void tuple(long[] numbers) {
        code('(');
        Arrays.stream(numbers).forEach(this::value);
        code('t');
    }

    private void global(String module, String name) {
        value(Code.global(module, name));
    }

    private void code(int... bytes) {
        Arrays.stream(bytes).forEach(out::write);
    }

    private static byte[] little(int length, long number) {
        return Arrays.copyOf(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number)
                        .array(),
                length);
    }
}
