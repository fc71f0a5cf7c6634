package org.histogrid.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Numbers on their way to a scratch file, where they lie as 64-bit values, little-endian and row by row. Behind
/// them lies one byte that tells the smallest type that holds each of them exactly, so that whoever finds the
/// file again knows it without looking at the numbers.
final class NumberScratch {

    /// Writes all numbers of an array in row-major order.
    @FunctionalInterface
    interface Filling {
        void to(NumberScratch numbers) throws IOException;
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BUFFER = 1 << 16;
    private static final List<Dtype> TYPES = List.of(Dtype.F16, Dtype.F32, Dtype.F64);

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    private long count;
    private boolean halves = true;
    private boolean floats = true;

    private NumberScratch(OutputStream out) {
        this.out = out;
    }

    /// The array of a scratch file, which is written now unless it is there already.
    ///
    /// @param suffix  tells the scratch file from all others of the same origin
    /// @param filling gives as many numbers as the shape says
    static MappedTensor of(Origin origin, Optional<String> tensor, List<Long> shape, String suffix, Filling filling) {
        long size = shape.stream().reduce(1L, Math::multiplyExact);
        long bytes = Math.multiplyExact(size, Double.BYTES);
        Path file = origin.scratch(suffix, out -> {
            NumberScratch numbers = new NumberScratch(out);
            filling.to(numbers);
            numbers.end(size);
        });
        MemorySegment data = origin.mapScratch(file);
        if (data.byteSize() != bytes + 1) {
            throw origin.refused("changed while it was read.");
        }
        Dtype smallest = TYPES.get(Math.clamp(data.get(ValueLayout.JAVA_BYTE, bytes), 0, 2));
        MappedTensor numbers = MappedTensor.scratch(origin, tensor, shape, Dtype.F64, data.asSlice(0, bytes));
        return smallest == Dtype.F64 ? numbers : numbers.narrowed(smallest);
    }

    /// The same for the same names in the same order, another for others.
    static String suffix(String kind, List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                digest.update((name.length() + ":" + name).getBytes(StandardCharsets.UTF_8));
            }
            return kind + "." + HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(double value) throws IOException {
        if (used == BUFFER) {
            flush();
        }
        long bits = Double.doubleToRawLongBits(value);
        LONGS.set(buffer, used, bits);
        used += Double.BYTES;
        if (floats) {
            narrow(value, bits);
        }
    }

    private void narrow(double value, long bits) {
        float single = (float) value;
        if (Double.doubleToRawLongBits(single) != bits && !Double.isNaN(value)) {
            floats = false;
            halves = false;
        } else if (halves && Float.float16ToFloat(Float.floatToFloat16(single)) != single && !Double.isNaN(value)) {
            halves = false;
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        count += used / Double.BYTES;
        used = 0;
    }

    private void end(long size) throws IOException {
        flush();
        if (count != size) {
            throw new IllegalStateException(count + " numbers for an array of " + size);
        }
        out.write(TYPES.indexOf(halves ? Dtype.F16 : floats ? Dtype.F32 : Dtype.F64));
    }
}
