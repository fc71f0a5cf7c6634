package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTest {

    @TempDir
    private Path folder;

    @Test
    void infoTellsWhatTheHeaderSays() {
        Path path = NpyWriter.write(file(), Dtype.F16, true, true, 2, new long[] {3, 1, 2}, 1, 2, 3, 4, 5, 6);

        assertThat(TestFiles.inspect(path, "acts.npy"))
                .isEqualTo(new FileContents.Arrays(
                        "acts.npy",
                        "NumPy array",
                        List.of(new TensorInfo(
                                "acts.npy", Optional.empty(), List.of(3L, 1L, 2L), Dtype.F16, "Fortran", true, 12)),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr':'<f4','fortran_order':False,'shape':(2,3)}",
                "{\"shape\": (2L, 3L), \"fortran_order\": False, \"descr\": \"<f4\"}",
                "{'descr': '=f4', 'fortran_order': False, 'shape': (2, 3,), }",
                "{'descr': 'f4', 'fortran_order': False, 'shape': ( 2 , 3 ) , }",
            })
    void spellingsOfOneHeaderMeanTheSame(String dictionary) {
        Path path = NpyWriter.raw(file(), 1, dictionary, new byte[24]);

        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            assertThat(array.info().shape()).containsExactly(2L, 3L);
            assertThat(array.info().dtype()).isEqualTo(Dtype.F32);
            assertThat(array.info().bigEndian()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)} 1",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2 3)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (6)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': [2, 3]}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, -3)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (+2, 3)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (02, 3)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 0x3)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 99999999999999999999)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, True)}",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (2, 3)}",
                "{'descr': '<f4' 'fortran_order': False, 'shape': (2, 3)}",
                "{'descr': '<\\x66\\x34', 'fortran_order': False, 'shape': (2, 3)}",
                "{'descr': None, 'fortran_order': False, 'shape': (2, 3)}",
                "{descr: '<f4', 'fortran_order': False, 'shape': (2, 3)}",
                "['<f4', False, (2, 3)]",
            })
    void malformedHeadersAreRefused(String dictionary) {
        assertRefused(NpyWriter.raw(file(), 1, dictionary, new byte[24]), "is damaged: its .npy header");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "|O, holds Python objects (pickle)",
                "<c8, holds complex numbers",
                "<f16, holds long double numbers",
                "<f12, holds long double numbers",
                "<M8[ns], holds dates or durations",
                "<m8[s], holds dates or durations",
                "|V16, holds raw bytes of unknown meaning",
                "<f3, holds long double numbers",
                "<i3, has the dtype",
                "<U0, has the dtype",
                "<U-1, has the dtype",
                "<U16385, holds text of 65540 bytes a value",
                "<, has the dtype",
            })
    void typesThatAreNotReadAreRefusedByName(String descr, String sentence) {
        Path path = NpyWriter.raw(file(), 1, NpyWriter.dictionary(descr, false, 0), new byte[0]);

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> ArrayFile.open(path, "acts.npy"))
                .satisfies(e -> assertThat(e.getMessage().replace(",", "")).contains(sentence));
    }

    @Test
    void recordsOfSeveralFieldsAreRefused() {
        String dictionary = "{'descr': [('a', '<f4'), ('b', '<i8')], 'fortran_order': False, 'shape': (2,), }";

        assertRefused(NpyWriter.raw(file(), 1, dictionary, new byte[24]), "holds records of several fields");
    }

    @Test
    void theSentenceOfALyingHeaderCountsBothSides() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> ArrayFile.open(Fixtures.path("npy/lie_2p40.npy"), "acts.npy"))
                .withMessage(
                        "acts.npy declares 1,099,511,627,776 x 8 values of 4 bytes, but holds 1,920 bytes of data.");
    }

    @Test
    void bytesBehindTheValuesAreRefused() {
        Path path = NpyWriter.raw(file(), 1, NpyWriter.dictionary("<f4", false, 2, 3), new byte[28]);

        assertRefused(path, "declares 2 x 3 values of 4 bytes, but holds 28 bytes of data, 4 too many.");
    }

    @Test
    void headersBeyondTheBoundAreRefusedUnread() {
        String dictionary = NpyWriter.dictionary("<f4", false, 2, 3) + " ".repeat(70_000);

        assertRefused(NpyWriter.raw(file(), 2, dictionary, new byte[24]), "has a header of 70,");
    }

    @Test
    void aHeaderLengthOfFourGigabytesIsRefused() throws Exception {
        byte[] bytes = Arrays.copyOf(NpyHeader.MAGIC, 40);
        bytes[6] = 2;
        Arrays.fill(bytes, 8, 12, (byte) 0xff);

        assertRefused(Files.write(file(), bytes), "is cut off");
    }

    @Test
    void sixtyFourAxesAreReadAndMoreAreRefused() {
        long[] shape = new long[64];
        Arrays.fill(shape, 1);
        try (ArrayFile array = ArrayFile.open(NpyWriter.write(file(), Dtype.I8, false, false, 1, shape, 7), "a.npy")) {
            assertThat(array.value(0)).isEqualTo(7);
        }
        long[] more = new long[65];
        Arrays.fill(more, 1);

        assertRefused(NpyWriter.write(file(), Dtype.I8, false, false, 1, more, 7), "more than 64 axes");
    }

    @Test
    void namesAreShownWithoutControlCharacters() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> ArrayFile.open(Fixtures.path("npy/empty_file.npy"), "a\u001b[31m\n\u202Enpy"))
                .withMessage("a\uFFFD[31m\uFFFD\uFFFDnpy is empty.");
    }

    @Test
    void aMissingFileIsRefusedWithoutItsPath() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> ArrayFile.open(folder.resolve("nowhere"), "acts.npy"))
                .withMessage("acts.npy could not be read from the disk.");
    }

    private Path file() {
        return folder.resolve("acts.npy");
    }

    private static void assertRefused(Path path, String sentence) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> ArrayFile.open(path, "acts.npy"))
                .withMessageStartingWith("acts.npy ")
                .withMessageContaining(sentence);
    }
}
