package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class MatrixReaderPropertyTest {

    private static Path folder;

    /// Which axis of the file stands for what.
    enum Mapping {
        SAMPLES_FIRST(Axis.SAMPLE, Axis.NEURON),
        DROPPED_BETWEEN(Axis.SAMPLE, Axis.DROP, Axis.NEURON),
        DROPPED_AROUND(Axis.DROP, Axis.SAMPLE, Axis.NEURON, Axis.DROP),
        NEURONS_FIRST(Axis.NEURON, Axis.SAMPLE);

        final List<Axis> axes;

        Mapping(Axis... axes) {
            this.axes = List.of(axes);
        }

        long[] shape(int samples, int neurons) {
            return axes.stream()
                    .mapToLong(axis -> axis == Axis.SAMPLE ? samples : axis == Axis.NEURON ? neurons : 1)
                    .toArray();
        }
    }

    record Stored(Dtype dtype, boolean fortran, boolean bigEndian, int version) {}

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("histogrid-tensor");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("acts.npy"));
        Files.delete(folder);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void everyLayoutStreamsTheValuesThatWereWritten(
            @ForAll("stored") Stored stored,
            @ForAll Mapping mapping,
            @ForAll("sampleCounts") int samples,
            @ForAll("sizes") int neurons,
            @ForAll("blocks") int blockBytes,
            @ForAll long seed) {
        long[] bits = bits(stored.dtype(), samples * neurons, new Random(seed));
        Path path = NpyWriter.writeIntegers(
                folder.resolve("acts.npy"),
                stored.dtype(),
                stored.fortran(),
                stored.bigEndian(),
                stored.version(),
                mapping.shape(samples, neurons),
                mapping == Mapping.NEURONS_FIRST ? turned(bits, samples, neurons) : bits);

        Optional<Dtype> override = stored.dtype() == Dtype.RAW16 ? Optional.of(Dtype.BF16) : Optional.empty();
        try (ArrayFile file = ArrayFile.open(path, "acts.npy")) {
            MatrixReader matrix = MatrixReader.of(file.tensor(), mapping.axes, override);

            assertThat(matrix.samples()).isEqualTo(samples);
            assertThat(matrix.neurons()).isEqualTo(neurons);
            double[] expected = Arrays.stream(bits)
                    .mapToDouble(value -> number(stored.dtype(), value))
                    .toArray();
            assertThat(Fixtures.streamed(matrix, blockBytes)).isEqualTo(expected);
            int last = samples * neurons - 1;
            assertThat(Double.valueOf(matrix.value(samples - 1, neurons - 1)))
                    .isEqualTo(Double.valueOf(expected[last]));
        }
    }

    @Provide
    Arbitrary<Stored> stored() {
        return Combinators.combine(
                        Arbitraries.of(Dtype.class).filter(dtype -> dtype != Dtype.TEXT && dtype != Dtype.BF16),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(1, 2, 3))
                .as(Stored::new);
    }

    @Provide
    Arbitrary<Integer> sampleCounts() {
        return Arbitraries.oneOf(sizes(), Arbitraries.of(255, 256, 257, 513));
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.oneOf(
                Arbitraries.of(1, 2, 63, 64, 65, 127, 128, 129),
                Arbitraries.integers().between(1, 140));
    }

    @Provide
    Arbitrary<Integer> blocks() {
        return Arbitraries.of(1, 1_000, 20_000, 100_000, MatrixReader.BLOCK_BYTES);
    }

    /// Bits of any value of the type, not-a-numbers included; 64-bit integers such that a double equals them.
    private static long[] bits(Dtype dtype, int count, Random random) {
        long highest = random.nextBoolean() ? -1 : (1L << random.nextInt(1, 54)) - 1;
        return random.longs(count)
                .map(value -> switch (dtype) {
                    case BOOL -> value & 1;
                    case U64, I64 -> (value & highest & ((1L << 53) - 1)) << random.nextInt(0, 11);
                    case F16, BF16, F32, F64, RAW16 -> value;
                    default -> value & highest;
                })
                .toArray();
    }

    private static double number(Dtype dtype, long bits) {
        return switch (dtype) {
            case F16 -> Float.float16ToFloat((short) bits);
            case RAW16, BF16 -> Float.intBitsToFloat((int) bits << 16);
            case F32 -> Float.intBitsToFloat((int) bits);
            case F64 -> Double.longBitsToDouble(bits);
            case I8 -> (byte) bits;
            case I16 -> (short) bits;
            case I32 -> (int) bits;
            case U8, BOOL -> bits & 0xff;
            case U16 -> bits & 0xffff;
            case U32 -> bits & 0xffff_ffffL;
            case I64 -> bits;
            case U64 -> Double.parseDouble(Long.toUnsignedString(bits));
            case TEXT -> throw new AssertionError();
        };
    }

    private static long[] turned(long[] bits, int samples, int neurons) {
        long[] turned = new long[bits.length];
        Arrays.setAll(turned, i -> bits[i % samples * neurons + i / samples]);
        return turned;
    }
}
