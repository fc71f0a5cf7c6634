package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

    private static final String GOOD = SafetensorsWriter.entry("a", "U8", new long[] {2, 2}, 0, 4);

    @TempDir
    private Path folder;

    private Path write(String header, int bytes) {
        return SafetensorsWriter.raw(folder.resolve("acts.safetensors"), header, new byte[bytes]);
    }

    private SourceFile open(String header, int bytes) {
        return TestFiles.open(write(header, bytes), "acts.safetensors");
    }

    private void assertRefused(String header, int bytes, String message) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(header, bytes))
                .withMessage("acts.safetensors" + message);
    }

    @Test
    void whatTheFileSaysOfItselfIsShown() {
        FileContents contents = open("{\"__metadata__\":{\"format\":\"pt\",\"model\":\"a\\u0000b\"}," + GOOD + "}  ", 4)
                .contents();

        assertThat(contents.format()).isEqualTo("safetensors");
        assertThat(contents.tensors()).singleElement().satisfies(tensor -> {
            assertThat(tensor.tensor()).contains("a");
            assertThat(tensor.shape()).containsExactly(2L, 2L);
            assertThat(tensor.dtype()).isEqualTo(Dtype.U8);
        });
        assertThat(contents.notes()).containsExactly("format: pt", "model: a\uFFFDb");
    }

    @Test
    void muchMetadataIsShownInPart() {
        String many = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"k%d\":\"v\"".formatted(i))
                .collect(Collectors.joining(","));
        FileContents contents =
                open("{\"__metadata__\":{" + many + "}," + GOOD + "}", 4).contents();

        assertThat(contents.notes()).hasSize(21).endsWith("And 980 more texts of its metadata.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C64", "F8_E4M3", "F8_E5M2", "SOMETHING_NEW"})
    void aTypeThatIsNotReadIsNamedAndHidesNoOthers(String dtype) {
        int width = dtype.equals("C64") ? 8 : 1;
        String other = SafetensorsWriter.entry("b", dtype, new long[] {3}, 4, 4 + 3 * width);
        SourceFile file = open("{" + GOOD + "," + other + "}", 4 + 3 * width);

        assertThat(file.contents().tensors()).hasSize(1);
        assertThat(file.contents().notes()).singleElement().asString().contains("\"" + dtype + "\"");
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> file.tensor(Optional.of("b")))
                .withMessage("acts.safetensors, tensor \"b\", has the dtype \"" + dtype
                        + "\", which is not read. Save it as F16, BF16, F32 or F64.");
        assertRefused(
                "{" + SafetensorsWriter.entry("b", dtype, new long[] {3}, 0, 3 * width) + "}",
                3 * width,
                ", tensor \"b\", has the dtype \"" + dtype
                        + "\", which is not read. Save it as F16, BF16, F32 or F64.");
    }

    @Test
    void aNameTwiceIsRefusedWhereverItIs() {
        assertRefused("{" + GOOD + "," + GOOD + "}", 4, " has a header that names \"a\" twice.");
        assertRefused(
                "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}",
                4,
                " has a header that names \"dtype\" twice.");
        assertRefused(
                "{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"}," + GOOD + "}",
                4,
                " has a header that names \"x\" twice.");
        assertRefused(
                "{\"__metadata__\":{},\"__metadata__\":{}," + GOOD + "}",
                4,
                " has a header that names \"__metadata__\" twice.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`0,3`|`[2,2]`",
                "`0,5`|`[2,2]`",
                "`1,5`|`[2,2]`",
                "`4,0`|`[2,2]`",
                "`-4,0`|`[2,2]`",
                "`0,4,4`|`[2,2]`",
                "`0`|`[2,2]`",
                "`0,4.0`|`[2,2]`",
                "`0,4e0`|`[2,2]`",
                "`0,4`|`[-2,-2]`",
                "`0,4`|`[2,2.0]`",
                "`0,4`|`[[2],2]`",
                "`0,4`|`4`",
                "`0,4`|`[4611686018427387905,4]`",
                "`0,4`|`[18446744073709551620]`",
                "`0,4`|`[null]`",
                "`0,99999999999999999999999999999999999999999`|`[2,2]`",
                "`0,9223372036854775807`|`[9223372036854775807]`",
            })
    void sizesThatDoNotFitAreRefused(String offsets, String shape) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(
                        "{\"a\":{\"dtype\":\"U8\",\"shape\":%s,\"data_offsets\":[%s]}}".formatted(shape, offsets), 4))
                .withMessageStartingWith("acts.safetensors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}x",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":[]}",
                "{a:{}}",
                "{\"a\":{}}",
                "{\"a\":{},}",
                "\u0000",
                "{\u0000",
                "/**/{}",
                "nul",
                "\"a\"",
                "{\"__metadata__\":[]}",
                "{\"__metadata__\":null}"
            })
    void anythingButTheFormatIsRefused(String header) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(header, 0))
                .withMessageStartingWith("acts.safetensors has a header that ");
    }

    @Test
    void fieldsThatTheFormatDoesNotKnowAreRefused() {
        assertRefused(
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4],\"more\":1}}",
                4,
                " has a header that describes the tensor \"a\" in a way that is not allowed.");
    }

    @Test
    void aHeaderLongerThanTheFileOrThanAllowedIsRefused() throws IOException {
        Path path = folder.resolve("acts.safetensors");
        for (long length : new long[] {3, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            Files.write(
                    path,
                    ByteBuffer.allocate(10)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(length)
                            .put("{}".getBytes(UTF_8))
                            .array());
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> TestFiles.open(path, "acts.safetensors"))
                    .withMessage("acts.safetensors is cut off or no safetensors file: its header should be longer than"
                            + " the file.");
        }
    }

    @Test
    void tensorsWithoutValuesAreReadAsSuch() {
        String empty = SafetensorsWriter.entry("e", "F32", new long[] {0, 1L << 62, 1L << 62}, 4, 4);
        List<TensorInfo> tensors =
                open("{" + GOOD + "," + empty + "}", 4).contents().tensors();

        assertThat(tensors.get(1).bytes()).isZero();
    }

    @Test
    void aHundredThousandTensorsAreReadAndNotOneMore() {
        String all = IntStream.range(0, 100_000)
                .mapToObj(i -> SafetensorsWriter.entry("t" + i, "U8", new long[] {1}, i, i + 1))
                .collect(Collectors.joining(","));
        assertThat(open("{" + all + "}", 100_000).contents().tensors()).hasSize(100_000);

        String more = SafetensorsWriter.entry("more", "U8", new long[] {1}, 100_000, 100_001);
        assertRefused("{" + all + "," + more + "}", 100_001, " has more than 100,000 tensors.");
    }
}
