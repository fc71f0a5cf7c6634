package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixReaderTest {

    private static final List<Axis> SAMPLE_NEURON = List.of(Axis.SAMPLE, Axis.NEURON);

    @TempDir
    private Path folder;

    @Test
    void payloadsHoldTheBitsOfEachNeuronLittleEndian() {
        long[] bits = {0x7c01, 0x8000, 0xfe00, 0x0001, 0x7bff, 0x1234};
        Path path = NpyWriter.writeIntegers(file(), Dtype.F16, false, true, 1, new long[] {3, 2}, bits);

        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            MatrixReader.of(array.tensor(), SAMPLE_NEURON).forEachBlock((first, payloads) -> {
                assertThat(first).isZero();
                assertThat(payloads).hasDimensions(2, 6);
                assertThat(payloads[0]).containsExactly(0x01, 0x7c, 0x00, 0xfe, 0xff, 0x7b);
                assertThat(payloads[1]).containsExactly(0x00, 0x80, 0x01, 0x00, 0x34, 0x12);
            });
        }
    }

    @Test
    void axesThatDoNotFitTheShapeAreRefused() {
        Path layers = NpyWriter.sparse(file(), Dtype.F32, false, 60, 4, 8);
        assertRefused(
                layers,
                SAMPLE_NEURON,
                "acts.npy has the shape (60, 4, 8): name its three axes, one of them sample, one neuron, one perhaps"
                        + " layer, the others of length one.");
        assertRefused(layers, List.of(Axis.SAMPLE, Axis.DROP, Axis.NEURON), "the others of length one");
        assertRefused(layers, List.of(Axis.SAMPLE, Axis.SAMPLE, Axis.NEURON), "name its three axes");

        Path matrix = NpyWriter.sparse(folder.resolve("matrix.npy"), Dtype.F32, false, 60, 8);
        assertRefused(matrix, List.of(Axis.SAMPLE), "has the shape (60, 8): name its two axes");
        assertRefused(matrix, List.of(Axis.NEURON, Axis.NEURON), "name its two axes");
        assertRefused(matrix, List.of(), "name its two axes");

        Path vector = NpyWriter.sparse(folder.resolve("vector.npy"), Dtype.F32, false, 60);
        assertRefused(vector, SAMPLE_NEURON, "has the shape (60,): a matrix needs two axes");
    }

    @Test
    void emptyMatricesAreRefused() {
        assertRefused(
                NpyWriter.sparse(file(), Dtype.F32, false, 0, 8),
                SAMPLE_NEURON,
                "acts.npy has the shape (0, 8): it holds no samples.");
        assertRefused(
                NpyWriter.sparse(file(), Dtype.F32, false, 8, 0),
                SAMPLE_NEURON,
                "acts.npy has the shape (8, 0): it holds no neurons.");
        assertRefused(
                NpyWriter.sparse(file(), Dtype.F32, false, 8, 3_000_000_000L, 0),
                List.of(Axis.NEURON, Axis.SAMPLE, Axis.DROP),
                "name its three axes");
    }

    @ParameterizedTest
    @CsvSource({
        "I8, 127, -128, F16",
        "U8, 255, 0, F16",
        "I16, 2048, -2048, F16",
        "I16, 2049, 0, F32",
        "I16, -32768, 0, F16",
        "U16, 65504, 0, F16",
        "U16, 65535, 0, F32",
        "I32, 65504, -65504, F16",
        "I32, 65536, 0, F32",
        "I32, 16777216, 0, F32",
        "I32, 16777217, 0, F64",
        "I32, -2147483648, 0, F32",
        "U32, 4294967295, 0, F64",
        "I64, 9007199254740992, 1, F32",
        "I64, 9007199254740991, 1, F64",
        "I64, -9223372036854775808, 0, F32",
        "U64, 9223372036854775807, -, refused",
        "I64, 9223372036854775807, 0, refused",
        "I64, 9007199254740993, 0, refused",
        "U64, -1, 0, refused",
        "BOOL, 1, 0, F16",
    })
    void integersAreStoredInTheSmallestTypeThatHoldsThemAll(Dtype dtype, long one, String other, String stored) {
        long second = other.equals("-") ? 0 : Long.parseLong(other);
        Path path = NpyWriter.writeIntegers(file(), dtype, false, false, 1, new long[] {2, 2}, 0, second, one, 0);

        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            if (stored.equals("refused")) {
                assertThatExceptionOfType(UnreadableFile.class)
                        .isThrownBy(() -> MatrixReader.of(array.tensor(), SAMPLE_NEURON))
                        .withMessageContaining("which no 64-bit floating-point number equals: row 2, counted from 1,")
                        .satisfies(e -> assertThat(e.row()).hasValue(2))
                        .satisfies(e -> assertThat(e.column()).hasValue("0"));
            } else {
                MatrixReader matrix = MatrixReader.of(array.tensor(), SAMPLE_NEURON);
                assertThat(matrix.stored()).isEqualTo(Dtype.valueOf(stored));
                assertThat(Fixtures.streamed(matrix, MatrixReader.BLOCK_BYTES)).containsExactly(0, second, one, 0);
            }
        }
    }

    @Test
    void aRefusedValueIsNamedBySampleAndNeuronInEveryLayout() {
        for (boolean fortran : new boolean[] {true, false}) {
            Path path =
                    NpyWriter.writeIntegers(file(), Dtype.BOOL, fortran, false, 1, new long[] {3, 2}, 0, 1, 0, 1, 1, 9);

            assertRefused(
                    path,
                    SAMPLE_NEURON,
                    "the byte 9 where 1 (true) or 0 (false) belongs: row 3, counted from 1, neuron 1.");
            assertRefused(path, List.of(Axis.NEURON, Axis.SAMPLE), "row 2, counted from 1, neuron 2.");
        }
    }

    @Test
    void bitsAreReadAsTheTypeTheUserNames() {
        long[] bits = {0x3f80, 0xc000};
        for (Dtype dtype : List.of(Dtype.I16, Dtype.U16, Dtype.RAW16)) {
            Path path = NpyWriter.writeIntegers(file(), dtype, false, false, 1, new long[] {1, 2}, bits);
            try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
                MatrixReader bf16 = MatrixReader.of(array.tensor(), SAMPLE_NEURON, Optional.of(Dtype.BF16));
                assertThat(bf16.stored()).isEqualTo(Dtype.BF16);
                assertThat(Fixtures.streamed(bf16, 1_000)).containsExactly(1, -2);
                MatrixReader f16 = MatrixReader.of(array.tensor(), SAMPLE_NEURON, Optional.of(Dtype.F16));
                assertThat(Fixtures.streamed(f16, 1_000)).containsExactly(1.875, -2);
                assertThat(f16.value(0, 0)).isEqualTo(1.875);
            }
        }
    }

    @Test
    void overridesThatDoNotFitAreRefused() {
        Path floats = NpyWriter.f32(file(), new float[] {1, 2});
        try (ArrayFile array = ArrayFile.open(floats, "acts.npy")) {
            assertThat(MatrixReader.of(array.tensor(), SAMPLE_NEURON, Optional.of(Dtype.F32))
                            .stored())
                    .isEqualTo(Dtype.F32);
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> MatrixReader.of(array.tensor(), SAMPLE_NEURON, Optional.of(Dtype.BF16)))
                    .withMessage("acts.npy holds float32 numbers, which cannot be read as BF16:"
                            + " only 16-bit integers and raw 16-bit values can, as F16 or BF16.");
        }
        Path integers = NpyWriter.write(file(), Dtype.U16, false, false, 1, new long[] {1, 1}, 1);
        try (ArrayFile array = ArrayFile.open(integers, "acts.npy")) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> MatrixReader.of(array.tensor(), SAMPLE_NEURON, Optional.of(Dtype.F32)));
        }
        assertRefused(
                NpyWriter.sparse(file(), Dtype.RAW16, false, 2, 2),
                SAMPLE_NEURON,
                "acts.npy holds raw 16-bit values (V2): give the dtype they have, BF16 (most likely) or F16.");
    }

    @Test
    void theSinkEndsTheReadingByThrowing() {
        Path path = NpyWriter.sparse(file(), Dtype.F32, false, 100, 1_000);
        var cancelled = new IllegalStateException("cancelled");
        var seen = new ArrayList<Integer>();

        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> MatrixReader.of(array.tensor(), SAMPLE_NEURON)
                            .forEachBlock(30_000, (first, payloads) -> {
                                seen.add(first);
                                if (first > 0) {
                                    throw cancelled;
                                }
                            }))
                    .isSameAs(cancelled);
        }
        assertThat(seen).containsExactly(0, 64);
    }

    @Test
    void blocksAreOfOneNeuronAtLeastAndOfTheBoundAtMost() {
        Path path = NpyWriter.sparse(file(), Dtype.F32, false, 100, 3);
        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            MatrixReader matrix = MatrixReader.of(array.tensor(), SAMPLE_NEURON);
            var widths = new ArrayList<Integer>();
            matrix.forEachBlock(1, (first, payloads) -> widths.add(payloads.length));
            assertThat(widths).containsExactly(1, 1, 1);
            assertThatIllegalArgumentException().isThrownBy(() -> matrix.forEachBlock(0, (first, payloads) -> {}));
        }
    }

    @Test
    void neuronsTooLongForABlockAreRefused() {
        assertRefused(
                NpyWriter.sparse(file(), Dtype.F32, false, 40_000_000, 2),
                SAMPLE_NEURON,
                "acts.npy has 40,000,000 samples; up to 33,554,424 of 4 bytes each can be read.");
    }

    private Path file() {
        return folder.resolve("acts.npy");
    }

    private static void assertRefused(Path path, List<Axis> axes, String sentence) {
        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> MatrixReader.of(array.tensor(), axes))
                    .withMessageContaining(sentence);
        }
    }
}
