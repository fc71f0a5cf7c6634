package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/// Writes .npy files for tests, as numpy does. Values are given in row-major order whatever the layout of the file.
public final class NpyWriter {

    private NpyWriter() {}

    public static Path f16(Path path, float[]... rows) {
        return matrix(path, Dtype.F16, rows);
    }

    public static Path f32(Path path, float[]... rows) {
        return matrix(path, Dtype.F32, rows);
    }

    /// A vector of 64-bit integers, as labels and ids come.
    public static Path i64(Path path, long... values) {
        return writeIntegers(path, Dtype.I64, false, false, 1, new long[] {values.length}, values);
    }

    /// A vector of texts (`<U`).
    public static Path texts(Path path, String... values) {
        int width = Arrays.stream(values)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(1);
        var data = ByteBuffer.allocate(values.length * width * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            data.position(i * width * 4);
            values[i].codePoints().forEach(data::putInt);
        }
        return raw(path, 1, dictionary("<U" + width, false, values.length), data.array());
    }

    public static Path write(
            Path path,
            Dtype dtype,
            boolean fortran,
            boolean bigEndian,
            int version,
            long[] shape,
            DoubleSupplier values) {
        double[] all = new double[Math.toIntExact(product(shape))];
        Arrays.setAll(all, i -> values.getAsDouble());
        return write(path, dtype, fortran, bigEndian, version, shape, all);
    }

    public static Path write(
            Path path, Dtype dtype, boolean fortran, boolean bigEndian, int version, long[] shape, double... values) {
        long[] bits =
                Arrays.stream(values).mapToLong(value -> bits(dtype, value)).toArray();
        return writeIntegers(path, dtype, fortran, bigEndian, version, shape, bits);
    }

    /// As the others, but the values are the bits to write, so that 64-bit integers arrive exactly.
    public static Path writeIntegers(
            Path path, Dtype dtype, boolean fortran, boolean bigEndian, int version, long[] shape, long... bits) {
        var order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var data = ByteBuffer.allocate(bits.length * dtype.bytes()).order(order);
        for (int i = 0; i < bits.length; i++) {
            int at = fortran ? columnMajor(i, shape) : i;
            data.position(at * dtype.bytes());
            switch (dtype.bytes()) {
                case 1 -> data.put((byte) bits[i]);
                case 2 -> data.putShort((short) bits[i]);
                case 4 -> data.putInt((int) bits[i]);
                default -> data.putLong(bits[i]);
            }
        }
        return raw(path, version, dictionary(descr(dtype, bigEndian), fortran, shape), data.array());
    }

    /// A file of the right size whose values are all zero and take no room on most disks.
    public static Path sparse(Path path, Dtype dtype, boolean fortran, long... shape) {
        raw(path, 1, dictionary(descr(dtype, false), fortran, shape), new byte[0]);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(file.length() + product(shape) * dtype.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /// Any header text before any bytes.
    public static Path raw(Path path, int version, String dictionary, byte[] data) {
        int before = version == 1 ? 10 : 12;
        int padding = Math.floorMod(-(before + dictionary.length() + 1), 64);
        String header = dictionary + " ".repeat(padding) + "\n";
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            out.write(NpyHeader.MAGIC);
            out.write(version);
            out.write(0);
            out.write(header.length());
            out.write(header.length() >> 8);
            if (version > 1) {
                out.write(header.length() >> 16);
                out.write(header.length() >> 24);
            }
            out.write(header.getBytes(ISO_8859_1));
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    public static String dictionary(String descr, boolean fortran, long... shape) {
        String lengths = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "{'descr': '%s', 'fortran_order': %s, 'shape': (%s%s), }"
                .formatted(descr, fortran ? "True" : "False", lengths, shape.length == 1 ? "," : "");
    }

    private static Path matrix(Path path, Dtype dtype, float[][] rows) {
        int columns = rows[0].length;
        double[] values = new double[rows.length * columns];
        Arrays.setAll(values, i -> rows[i / columns][i % columns]);
        return write(path, dtype, false, false, 1, new long[] {rows.length, columns}, values);
    }

    private static String descr(Dtype dtype, boolean bigEndian) {
        String code = switch (dtype) {
            case F16, F32, F64 -> "f" + dtype.bytes();
            case I8, I16, I32, I64 -> "i" + dtype.bytes();
            case U8, U16, U32, U64 -> "u" + dtype.bytes();
            case BOOL -> "b1";
            case BF16, RAW16 -> "V2";
            case TEXT -> throw new IllegalArgumentException("use texts()");
        };
        return (dtype.bytes() == 1 ? "|" : bigEndian ? ">" : "<") + code;
    }

    private static long bits(Dtype dtype, double value) {
        return switch (dtype) {
            case F16 -> Float.floatToFloat16((float) value);
            case BF16 -> Float.floatToRawIntBits((float) value) >>> 16;
            case F32 -> Float.floatToRawIntBits((float) value);
            case F64 -> Double.doubleToRawLongBits(value);
            default -> (long) value;
        };
    }

    private static int columnMajor(int rowMajor, long[] shape) {
        long rest = rowMajor;
        long at = 0;
        long stride = product(shape);
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stride /= shape[axis];
            at += rest % shape[axis] * stride;
            rest /= shape[axis];
        }
        return (int) at;
    }

    private static long product(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
}
