package org.histogrid.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.histogrid.tensor.ArrayFile;
import org.histogrid.tensor.Axis;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.MatrixReader;
import org.histogrid.tensor.NpyWriter;

/// How fast a sample-major file becomes neuron-major blocks, against a strided loop and a plain copy of the same
/// file into the same blocks. All three read from the mapped file, which is in the page cache, and allocate what
/// they give.
public final class TransposeBench {

    private static final int ROUNDS = 7;
    private static final double LEAST_RATIO = 3;

    private TransposeBench() {}

    public static void main(String[] args) throws IOException {
        System.out.println("Transposition               blocked MB/s   naive MB/s   copy MB/s   blocked / naive");
        boolean enough = run("18,000 x 4,096 fp16", Dtype.F16, 18_000, 4_096);
        enough &= run("5,000 x 4,096 fp32", Dtype.F32, 5_000, 4_096);
        if (!enough) {
            throw new AssertionError("Transposing in tiles is less than " + LEAST_RATIO + " times a strided loop");
        }
    }

    private static boolean run(String title, Dtype dtype, int samples, int neurons) throws IOException {
        Path path = Files.createTempFile("histogrid-transpose", ".npy");
        try {
            var random = new Random(1);
            NpyWriter.write(path, dtype, false, false, 1, new long[] {samples, neurons}, random::nextGaussian);
            return measure(title, path, new Matrix(dtype.bytes(), samples, neurons));
        } finally {
            Files.delete(path);
        }
    }

    private record Matrix(int width, int samples, int neurons) {
        long bytes() {
            return (long) width * samples * neurons;
        }
    }

    private static boolean measure(String title, Path path, Matrix matrix) throws IOException {
        double[][] seconds = new double[3][ROUNDS];
        try (ArrayFile file = ArrayFile.open(path, "bench.npy");
                FileChannel channel = FileChannel.open(path);
                Arena arena = Arena.ofConfined()) {
            MatrixReader reader = MatrixReader.of(file.tensor(), List.of(Axis.SAMPLE, Axis.NEURON));
            MemorySegment data =
                    channel.map(FileChannel.MapMode.READ_ONLY, channel.size() - matrix.bytes(), matrix.bytes(), arena);
            long[] sums = new long[3];
            for (int round = -2; round < ROUNDS; round++) {
                int at = Math.max(round, 0);
                sums = new long[3];
                seconds[0][at] = timed(() -> blocked(reader), sums, 0);
                seconds[1][at] = timed(() -> naive(data, matrix), sums, 1);
                seconds[2][at] = timed(() -> copied(data, matrix), sums, 2);
            }
            if (sums[0] != sums[1]) {
                throw new AssertionError("The tiles give other values than the loop");
            }
        }
        double blocked = speed(seconds[0], matrix);
        double naive = speed(seconds[1], matrix);
        double copied = speed(seconds[2], matrix);
        System.out.printf(
                Locale.ROOT, "%-26s %13.0f %12.0f %11.0f %17.1f%n", title, blocked, naive, copied, blocked / naive);
        return Ratio.atLeast(LEAST_RATIO, "tiles to a strided loop, " + title, blocked / naive);
    }

    @FunctionalInterface
    private interface Work {
        long run();
    }

    private static double timed(Work work, long[] sums, int at) {
        long start = System.nanoTime();
        sums[at] = work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double speed(double[] seconds, Matrix matrix) {
        Arrays.sort(seconds);
        return matrix.bytes() / 1e6 / seconds[seconds.length / 2];
    }

    private static long blocked(MatrixReader reader) {
        long[] sum = {0};
        reader.forEachBlock((first, payloads) -> {
            for (byte[] payload : payloads) {
                sum[0] += probe(payload);
            }
        });
        return sum[0];
    }

    private static long naive(MemorySegment data, Matrix matrix) {
        long sum = 0;
        for (int neuron = 0; neuron < matrix.neurons(); neuron++) {
            byte[] payload = new byte[matrix.samples() * matrix.width()];
            MemorySegment vector = MemorySegment.ofArray(payload);
            if (matrix.width() == 2) {
                naiveShorts(data, vector, neuron, matrix);
            } else {
                naiveInts(data, vector, neuron, matrix);
            }
            sum += probe(payload);
        }
        return sum;
    }

    private static void naiveShorts(MemorySegment data, MemorySegment vector, int neuron, Matrix matrix) {
        var layout = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < matrix.samples(); i++) {
            vector.set(layout, 2L * i, data.get(layout, 2L * ((long) i * matrix.neurons() + neuron)));
        }
    }

    private static void naiveInts(MemorySegment data, MemorySegment vector, int neuron, Matrix matrix) {
        var layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < matrix.samples(); i++) {
            vector.set(layout, 4L * i, data.get(layout, 4L * ((long) i * matrix.neurons() + neuron)));
        }
    }

    private static long copied(MemorySegment data, Matrix matrix) {
        long sum = 0;
        int length = matrix.samples() * matrix.width();
        for (int neuron = 0; neuron < matrix.neurons(); neuron++) {
            byte[] payload = new byte[length];
            MemorySegment.copy(data, ValueLayout.JAVA_BYTE, (long) neuron * length, payload, 0, length);
            sum += probe(payload);
        }
        return sum;
    }

    /// A few bytes of each vector, weighed by their place: cheap, and enough to tell wrong values.
    private static long probe(byte[] payload) {
        long sum = 0;
        for (int i = 0; i < payload.length; i += 61) {
            sum = sum * 31 + payload[i];
        }
        return sum;
    }
}
