package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.tensor.TorchWriter.Code;
import org.histogrid.tensor.TorchWriter.Python;
import org.histogrid.tensor.TorchWriter.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {

    private static final Bits MATRIX = Bits.f32(2, 3, 1, 2, 3, 4, 5, 6);
    private static final View ALL = View.all(MATRIX);

    @TempDir
    private Path folder;

    private SourceFile open(Object value) {
        return TestFiles.open(TorchWriter.write(folder.resolve("acts.pt"), value), "acts.pt");
    }

    private SourceFile openMembers(Map<String, byte[]> members) {
        return TestFiles.open(Archives.zip(folder.resolve("acts.pt"), false, members), "acts.pt");
    }

    /// A file whose pickle is these instructions, given as text, with `\xNN` for other bytes.
    private SourceFile openPickle(String pickle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < pickle.length(); i++) {
            if (pickle.startsWith("\\x", i)) {
                bytes.writeBytes(HexFormat.of().parseHex(pickle.substring(i + 2, i + 4)));
                i += 3;
            } else {
                bytes.write(pickle.charAt(i));
            }
        }
        return openMembers(Map.of("archive/data.pkl", bytes.toByteArray()));
    }

    private static List<String> names(SourceFile file) {
        return file.contents().tensors().stream()
                .map(tensor -> tensor.tensor().orElseThrow())
                .toList();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void aBareTensorHasNoName() {
        SourceFile file = open(ALL);

        assertThat(file.contents().tensors()).singleElement().satisfies(tensor -> {
            assertThat(tensor.tensor()).isEmpty();
            assertThat(tensor.shape()).containsExactly(2L, 3L);
        });
        assertThat(Bits.numbers(file.tensor(Optional.empty()))).isEqualTo(MATRIX.numbers());
    }

    @Test
    void tensorsAreNamedByTheWayToThem() {
        Map<Object, Object> byNumber = new LinkedHashMap<>();
        byNumber.put(12, ALL);
        byNumber.put(3L, ALL);
        SourceFile file = open(map("hidden", byNumber, "all", List.of(ALL, map("deep", ALL)), "labels", List.of(1, 0)));

        assertThat(names(file)).containsExactly("hidden.12", "hidden.3", "all.0", "all.1.deep", "labels");
        assertThat(Bits.numbers(file.tensor(Optional.of("all.1.deep")))).isEqualTo(MATRIX.numbers());
    }

    @Test
    void listsOfValuesAreVectors() {
        SourceFile file = open(map(
                "truth", List.of(true, false),
                "whole", List.of(1, -2L),
                "real", List.of(0.5, 2),
                "text", List.of("a", "b"),
                "mixed", Arrays.asList("a", Python.NONE, 1)));

        assertThat(file.contents().tensors().stream().map(TensorInfo::dtype))
                .containsExactly(Dtype.BOOL, Dtype.I64, Dtype.F64, Dtype.TEXT);
        assertThat(file.tensor(Optional.of("truth")).texts()).containsExactly("true", "false");
        assertThat(file.tensor(Optional.of("whole")).integers()).containsExactly(1, -2);
        assertThat(file.tensor(Optional.of("real")).texts()).containsExactly("0.5", "2");
        assertThat(file.tensor(Optional.of("text")).texts()).containsExactly("a", "b");
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> file.tensor(Optional.of("mixed")))
                .withMessage("acts.pt, tensor \"mixed\", is a list of values of several kinds, such as numbers and"
                        + " text.");
    }

    @Test
    void singleValuesAreNotes() {
        SourceFile file = open(map(
                "acts",
                ALL,
                "id",
                17,
                "model",
                "LLaMA",
                "rate",
                0.5,
                "ok",
                true,
                "no",
                Python.NONE,
                "of",
                map("type", Code.global("torch", "float16"))));

        assertThat(file.contents().notes())
                .containsExactly(
                        "id: 17", "model: LLaMA", "rate: 0.5", "ok: true", "no: None", "of.type: torch.float16");
    }

    @Test
    void manyNotesAreShownInPart() {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            values.add(map("id", i));
        }
        SourceFile file = open(map("acts", ALL, "rows", values));

        assertThat(file.contents().notes()).hasSize(51).endsWith("And 950 more notes.");
    }

    @Test
    void numbersOfNumpyAreNotes() {
        // numpy.core.multiarray.scalar(dtype('f8', False, True) with its byte order, the bytes of 0.5)
        String dtype =
                "cnumpy\ndtype\n(X\\x02\\x00\\x00\\x00f8\\x89\\x88tR(K\\x03X\\x01\\x00\\x00\\x00<NNNJ\\xff\\xff\\xff\\xff"
                        + "J\\xff\\xff\\xff\\xffK\\x00tb";
        String bytes =
                "c_codecs\nencode\n(X\\x09\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\xc3\\xa0?X\\x06\\x00\\x00"
                        + "\\x00latin1tR";
        SourceFile file = openPickle("\\x80\\x02}(X\\x01\\x00\\x00\\x00vcnumpy.core.multiarray\nscalar\n(" + dtype
                + bytes + "tRX\\x01\\x00\\x00\\x00l](K\\x01eu.");

        assertThat(file.contents().notes()).containsExactly("v: 0.5");
    }

    @Test
    void aStateDictionaryOfParametersIsRead() {
        Map<String, byte[]> members = TorchWriter.members(false, new Code(new byte[0]));
        members.put("archive/data/0", MATRIX.bytes(false));
        members.put(
                "archive/data.pkl",
                ("\u0080\u0002ccollections\nOrderedDict\n)R(X\u0001\0\0\0wctorch._utils\n_rebuild_parameter\n("
                                + "ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\n"
                                + "X\u0001\0\0\u00000X\u0003\0\0\0cpuK\u0006tQK\u0000K\u0002K\u0003\u0086K\u0003K\u0001\u0086"
                                + "\u0089ccollections\nOrderedDict\n)RtR\u0088ccollections\nOrderedDict\n)RtRu"
                                + "}X\u0009\0\0\0_metadataNsb.")
                        .getBytes(ISO_8859_1));
        SourceFile file = openMembers(members);

        assertThat(Bits.numbers(file.tensor(Optional.of("w")))).isEqualTo(MATRIX.numbers());
    }

    @Test
    void theInstructionsOfNewerProtocolsAreRead() {
        SourceFile file =
                openPickle("\\x80\\x04\\x95\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00}\\x94(\\x8c\\x01a\\x94]\\x94("
                        + "\\x8c\\x01x\\x94h\\x03e\\x8d\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00b]\\x94(G\\x3f\\xe0\\x00\\x00\\x00\\x00\\x00\\x00"
                        + "\\x8b\\x02\\x00\\x00\\x00\\xff\\xff\\x8a\\x00eu.");

        assertThat(file.tensor(Optional.of("a")).texts()).containsExactly("x", "x");
        assertThat(file.tensor(Optional.of("b")).texts()).containsExactly("0.5", "-1", "0");
    }

    @ParameterizedTest
    @CsvSource({
        "builtins, eval",
        "os, system",
        "posix, system",
        "collections, defaultdict",
        "torch._utils, _rebuild_qtensor",
        "torch, load",
        "torch.nn, Module",
        "numpy.core.multiarray, _reconstruct",
        "__main__, Config"
    })
    void whateverElseIsNamedIsRefusedByItsName(String module, String name) {
        String sentence = "acts.pt uses " + module + "." + name
                + ", which is never loaded. What is read are tensors, numbers, text, lists and dictionaries.";
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(map("a", ALL, "b", Code.global(module, name))))
                .withMessage(sentence);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> openPickle("\\x80\\x04\\x8c\\x%02x%s\\x8c\\x%02x%s\\x930N."
                        .formatted(module.length(), module, name.length(), name)))
                .as("by the instruction of protocol 4, and dropped at once")
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Objects, instances, old classes, persistent text ids, extensions, buffers, sets
                "(cbuiltins\neval\no.", "(ibuiltins\neval\n.", "P0\n.", "\\x82\\x01.", "\\x97.", "\\x8f.", "\\x91.",
                "I1\n.", "S'a'\n.", "F1\n.", "Va\n.", "L1L\n.", "c\n\n\\x81.", ")\\x92."
            })
    void instructionsThatAreNotOnTheListAreRefused(String instructions) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> openPickle("\\x80\\x02" + instructions))
                .withMessageStartingWith("acts.pt uses ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\x80",
                "\\x80\\x02",
                "\\x80\\x06N.",
                "N.",
                "\\x80\\x02.",
                "\\x80\\x020.",
                "\\x80\\x021.",
                "\\x80\\x02R.",
                "\\x80\\x02Q.",
                "\\x80\\x02b.",
                "\\x80\\x02a.",
                "\\x80\\x02s.",
                "\\x80\\x02(K\\x01u.",
                "\\x80\\x02}(K\\x01u.",
                "\\x80\\x02h\\x00.",
                "\\x80\\x02q\\x00.",
                "\\x80\\x02X\\xff\\xff\\xff\\xff.",
                "\\x80\\x02B\\xff\\xff\\xff\\x7f.",
                "\\x80\\x02\\x8d\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x80.",
                "\\x80\\x02\\x87.",
                "\\x80\\x022.",
                "\\x80\\x02K\\x01\\x93.",
                "\\x80\\x02K\\x01)R.",
                "\\x80\\x02ctorch\nSize\n)R.",
                "\\x80\\x02ctorch\nSize\nK\\x01R.",
                "\\x80\\x02NQ.",
                "\\x80\\x02]]b.",
                "\\x80\\x02ctorch._utils\n_rebuild_tensor_v2\n(NNNNtR."
            })
    void brokenPicklesAreRefused(String pickle) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> openPickle(pickle))
                .withMessageStartingWith("acts.pt is damaged: the pickle in it (data.pkl) ");
    }

    @Test
    void numbersOfMoreThan64BitsAreRefusedAndShorterOnesWithMoreBytesRead() {
        String bytes = "\\x00".repeat(7);
        SourceFile file =
                openPickle("\\x80\\x02](\\x8a\\x09\\x05" + bytes + "\\x00\\x8a\\x09" + "\\xff".repeat(9) + "e.");
        assertThat(file.tensor(Optional.empty()).integers()).containsExactly(5, -1);

        for (String number : List.of("\\x8a\\x09\\x00" + bytes + "\\x01", "\\x8a\\x09\\x00" + bytes + "\\xff")) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> openPickle("\\x80\\x02" + number + "."))
                    .withMessage("acts.pt holds a number of more than 64 bits.");
        }
    }

    @Test
    void listsThatHoldThemselvesAreRefused() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> openPickle("\\x80\\x02]q\\x00h\\x00a."))
                .withMessage("acts.pt holds lists and dictionaries nested more than 32 deep.");
        // Ten lists, each holding the one before ten times
        StringBuilder doubling = new StringBuilder("\\x80\\x02](K\\x01Neq\\x00");
        for (int i = 0; i < 10; i++) {
            doubling.append("0](").append("h\\x00".repeat(10)).append("eq\\x00");
        }
        assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> openPickle(doubling + "."));
    }

    @Test
    void moreObjectsThanFitAreRefused() {
        byte[] many = new byte[8 << 20];
        Arrays.fill(many, (byte) ']');
        many[0] = (byte) 0x80;
        many[1] = 2;
        for (byte instruction : "](}\u0088".getBytes(ISO_8859_1)) {
            Arrays.fill(many, 2, many.length, instruction);
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> openMembers(Map.of("archive/data.pkl", many)))
                    .withMessageStartingWith("acts.pt holds too many objects besides its tensors.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ComplexFloatStorage", "QInt8Storage"})
    void typesThatAreNotReadAreNamedAndHideNoOthers(String storage) {
        Map<String, byte[]> members = TorchWriter.members(false, map("a", ALL, "b", ALL));
        byte[] pickle = members.get("archive/data.pkl");
        String text = new String(pickle, ISO_8859_1);
        int second = text.lastIndexOf("FloatStorage");
        members.put(
                "archive/data.pkl",
                (text.substring(0, second) + storage + text.substring(second + "FloatStorage".length()))
                        .getBytes(ISO_8859_1));
        SourceFile file = openMembers(members);

        assertThat(names(file)).containsExactly("a");
        assertThat(file.contents().notes())
                .containsExactly("acts.pt, tensor \"b\", holds values of " + storage
                        + ", which are not read. Save it as float32.");
    }

    @Test
    void anExpandedViewIsRefused() {
        View expanded = new View(Bits.f32(1, 1, 5), 0, new long[] {1L << 40, 2}, new long[] {0, 0});
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(expanded))
                .withMessage("acts.pt repeats its values (an expanded view). Save it with .contiguous().");
    }

    @Test
    void aStorageOfAnotherSizeIsRefused() {
        Map<String, byte[]> members = TorchWriter.members(false, ALL);
        members.put("archive/data/0", new byte[20]);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> openMembers(members))
                .withMessage("acts.pt declares 6 stored values, but the record data/0 holds 20 bytes.");
    }

    @Test
    void anUnknownByteOrderIsRefused() {
        Map<String, byte[]> members = TorchWriter.members(false, ALL);
        members.put("archive/byteorder", "middle".getBytes(US_ASCII));
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> openMembers(members))
                .withMessage("acts.pt has the byte order \"middle\"; little and big are read.");
    }

    @Test
    void twoWaysOfOneNameAreRefused() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(map("a", map("b", ALL), "a.b", ALL)))
                .withMessage("acts.pt has two tensors named \"a.b\".");
    }

    @Test
    void theFixturesOfAttacksAreRefusedForTheRightReason() {
        assertFixture(
                "bad_evil_eval",
                "uses builtins.eval, which is never loaded. What is read are tensors, numbers,"
                        + " text, lists and dictionaries.");
        assertFixture(
                "bad_evil_beside_tensor",
                "uses builtins.eval, which is never loaded. What is read are tensors,"
                        + " numbers, text, lists and dictionaries.");
        assertFixture(
                "bad_key_traversal",
                "names the values of a tensor \"../../../../etc/passwd\", which is no plain" + " key of torch.save.");
        assertFixture(
                "bad_offset_beyond",
                "is damaged: its shape (60, 8) from value 1,000,000,000,000 reaches beyond"
                        + " the 480 values that are stored.");
        assertFixture("bad_storage_missing", "has no values: the record data/0 is missing.");
        assertFixture("bad_pickle_huge_string", "is damaged: the pickle in it (data.pkl) is broken.");
        assertFixture("bad_zip_without_pkl", "is a zip archive without data.pkl, and so no file of torch.save.");
    }

    private static void assertFixture(String fixture, String sentence) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.open(Fixtures.path("pt/" + fixture + ".pt"), "acts.pt"))
                .withMessage("acts.pt " + sentence);
    }
}
