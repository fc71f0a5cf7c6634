package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFileTest {

    @TempDir
    private Path folder;

    @Test
    void textsAreWrittenAsAUserWouldWriteThem() {
        assertThat(texts(Dtype.F32, 0, -0.0, 1, 0.9f, -2.5, 1e20f, Double.NaN, Double.POSITIVE_INFINITY))
                .containsExactly("0", "0", "1", "0.9", "-2.5", "1.0E20", "NaN", "Infinity");
        assertThat(texts(Dtype.F64, 0.1, 3e9, -0x1p53)).containsExactly("0.1", "3000000000", "-9.007199254740992E15");
        assertThat(texts(Dtype.F16, 0.5, 2048)).containsExactly("0.5", "2048");
        assertThat(texts(Dtype.I8, -128, 127)).containsExactly("-128", "127");
        assertThat(texts(Dtype.U8, 255)).containsExactly("255");
        assertThat(texts(Dtype.BOOL, 1, 0)).containsExactly("true", "false");
    }

    @Test
    void the64BitIntegersAreReadWithoutRounding() {
        long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, -1};
        Path signed = NpyWriter.writeIntegers(file(), Dtype.I64, false, true, 1, new long[] {3}, extremes);
        try (ArrayFile array = ArrayFile.open(signed, "ids.npy")) {
            assertThat(array.texts()).containsExactly("-9223372036854775808", "9223372036854775807", "-1");
            assertThat(array.integers()).isEqualTo(extremes);
        }
        Path unsigned = NpyWriter.writeIntegers(file(), Dtype.U64, false, false, 1, new long[] {2}, 5, -1);
        try (ArrayFile array = ArrayFile.open(unsigned, "ids.npy")) {
            assertThat(array.texts()).containsExactly("5", "18446744073709551615");
            assertThat(array.value(1)).isEqualTo(0x1p64);
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(array::integers)
                    .withMessageContaining("18446744073709551615, which is too large. It is value 2")
                    .satisfies(e -> assertThat(e.row()).hasValue(2));
        }
    }

    @Test
    void wholeNumbersAreReadFromFloatsAndOthersRefused() {
        assertThat(integers(Dtype.F32, 2021, -0.0, 149)).containsExactly(2021, 0, 149);
        assertThat(integers(Dtype.BOOL, 1, 0)).containsExactly(1, 0);
        for (double odd : new double[] {0.5, Double.NaN, Double.NEGATIVE_INFINITY, 1e300}) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> integers(Dtype.F64, 1, odd))
                    .withMessageContaining("no whole number");
        }
    }

    @Test
    void unicodeTextOfBothByteOrdersIsRead() {
        String[] words = {"true", "", "\u043d\u0435\u0439\u0440\u043e\u043d", "\u795e\u7d4c", "\ud83d\ude00 x"};
        try (ArrayFile array = ArrayFile.open(NpyWriter.texts(file(), words), "labels.npy")) {
            assertThat(array.texts()).containsExactly(words);
            assertThat(array.info().dtype()).isEqualTo(Dtype.TEXT);
        }
        try (ArrayFile array = ArrayFile.open(Fixtures.path("labels/labels_60_unicode_be.npy"), "labels.npy")) {
            assertThat(array.texts()).hasSize(60).containsOnly("True", "False");
        }
    }

    @Test
    void textThatIsNoUnicodeIsRefusedNamingTheRow() {
        byte[] surrogate = {'a', 0, 0, 0, 0, (byte) 0xd8, 0, 0};
        Path utf32 = NpyWriter.raw(file(), 1, NpyWriter.dictionary("<U1", false, 2), surrogate);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> texts(utf32))
                .satisfies(e -> assertThat(e.row()).hasValue(2));

        Path latin1 = NpyWriter.raw(file(), 1, NpyWriter.dictionary("|S1", false, 2), new byte[] {'a', (byte) 0xe9});
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> texts(latin1))
                .withMessageContaining("no valid UTF-8. It is value 2");
    }

    @Test
    void byteStringsAreReadAsUtf8WithoutTheirPadding() {
        byte[] bytes = {'y', 'e', 's', 0, 'n', 'o', 0, 0};
        Path path = NpyWriter.raw(file(), 1, NpyWriter.dictionary("|S4", false, 2), bytes);

        assertThat(texts(path)).containsExactly("yes", "no");
    }

    @Test
    void truthValuesOtherThanZeroAndOneAreRefused() {
        Path path = NpyWriter.raw(file(), 1, NpyWriter.dictionary("|b1", false, 3), new byte[] {0, 1, 2});

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> texts(path))
                .withMessage("labels.npy holds the byte 2 where 1 (true) or 0 (false) belongs."
                        + " It is value 3, counted from 1.");
    }

    @Test
    void onlyVectorsAreReadAsLists() {
        for (long[] shape : new long[][] {{6, 1}, {1, 6}, {1, 6, 1}, {6}}) {
            Path path = NpyWriter.write(file(), Dtype.I32, shape.length == 3, false, 1, shape, 0, 1, 2, 3, 4, 5);
            assertThat(texts(path)).containsExactly("0", "1", "2", "3", "4", "5");
        }
        Path matrix = NpyWriter.write(file(), Dtype.I32, false, false, 1, new long[] {2, 3}, 0, 1, 2, 3, 4, 5);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> texts(matrix))
                .withMessage("labels.npy has the shape (2, 3); a list of values was expected.");
        Path scalar = NpyWriter.write(file(), Dtype.I32, false, false, 1, new long[0], 7);
        assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> texts(scalar));
    }

    @Test
    void endlessVectorsAreRefusedBeforeTheyFillTheHeap() {
        Path path = NpyWriter.sparse(file(), Dtype.BOOL, false, 3_000_000_000L);

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> texts(path))
                .withMessage(
                        "labels.npy holds 3,000,000,000 values; a list of labels or ids may hold up to 20,000,000.");
    }

    @Test
    void valuesAreCountedInRowMajorOrderWhateverTheLayout() {
        double[] values = new double[24];
        Arrays.setAll(values, i -> i);
        for (boolean fortran : new boolean[] {true, false}) {
            Path path = NpyWriter.write(file(), Dtype.I16, fortran, true, 3, new long[] {2, 3, 4}, values);
            try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
                for (int i = 0; i < 24; i++) {
                    assertThat(array.value(i)).isEqualTo(i);
                }
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> array.value(24));
            }
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        ArrayFile array = ArrayFile.open(NpyWriter.i64(file(), 1), "ids.npy");

        array.close();
        array.close();
    }

    private Path file() {
        return folder.resolve("vector.npy");
    }

    private List<String> texts(Dtype dtype, double... values) {
        return texts(NpyWriter.write(file(), dtype, false, false, 1, new long[] {values.length}, values));
    }

    private static List<String> texts(Path path) {
        try (ArrayFile array = ArrayFile.open(path, "labels.npy")) {
            return array.texts();
        }
    }

    private long[] integers(Dtype dtype, double... values) {
        Path path = NpyWriter.write(file(), dtype, false, false, 1, new long[] {values.length}, values);
        try (ArrayFile array = ArrayFile.open(path, "ids.npy")) {
            return array.integers();
        }
    }
}
