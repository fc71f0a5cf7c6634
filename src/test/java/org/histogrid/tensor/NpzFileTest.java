package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {

    private static final Bits MATRIX = Bits.f32(2, 3, 1, 2, 3, 4, 5, 6);

    @TempDir
    private Path folder;

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private Path write(boolean deflated) {
        return Archives.zip(folder.resolve("acts.npz"), deflated, members);
    }

    private static List<String> names(FileContents contents) {
        return contents.tensors().stream()
                .map(tensor -> tensor.tensor().orElseThrow())
                .toList();
    }

    @Test
    void membersThatCannotBeReadHideNoOthersAndSayWhyWhenAskedFor() {
        SourceFile file = TestFiles.open(Fixtures.path("npz/object_labels.npz"), "acts.npz");

        assertThat(names(file.contents())).containsExactly("activations");
        String sentence =
                "acts.npz, tensor \"labels\", holds Python objects (pickle), which are never loaded. Save it as"
                        + " numbers or text.";
        assertThat(file.contents().notes()).containsExactly(sentence);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> file.tensor(Optional.of("labels")))
                .withMessage(sentence)
                .satisfies(refusal -> assertThat(refusal.tensor()).contains("labels"));
    }

    @Test
    void membersOfTheOperatingSystemArePassedOver() {
        FileContents contents = TestFiles.inspect(Fixtures.path("npz/macos_resource_forks.npz"), "acts.npz");

        assertThat(names(contents)).containsExactly("activations", "labels");
        assertThat(contents.notes())
                .containsExactly("Passed over 1 member that the operating system put into the archive.");
    }

    @Test
    void aMethodThatIsNotReadIsNamed() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.open(Fixtures.path("npz/lzma_member.npz"), "acts.npz"))
                .withMessage("acts.npz, tensor \"activations\", is packed with LZMA; only stored and deflated members"
                        + " are read. Save it again without that.");
    }

    @Test
    void aNameTwiceAPasswordAndAnArchiveInsideAreRefused() {
        assertRefused("duplicate_member", "acts.npz has two members named \"activations.npy\".");
        assertRefused(
                "encrypted_flag",
                "acts.npz has the encrypted member \"activations.npy\". Save it without a" + " password.");
        assertRefused(
                "nested_npz",
                "acts.npz, tensor \"inner.npz\", is an archive inside an archive. Unpack it before"
                        + " you bring it here.");
        assertRefused(
                "trunc_00004",
                "acts.npz is cut off or no zip archive: it does not end with the directory of" + " one.");
    }

    private static void assertRefused(String fixture, String message) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.open(Fixtures.path("npz/" + fixture + ".npz"), "acts.npz"))
                .withMessage(message);
    }

    @Test
    void twoMembersOfOneNameWithAndWithoutTheEndingAreRefused() {
        members.put("a.npy", Archives.npy(MATRIX));
        members.put("a", Archives.npy(MATRIX));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.open(write(true), "acts.npz"))
                .withMessage("acts.npz has two tensors named \"a\".");
    }

    @Test
    void namesThatLookLikePathsAreNamesAndNothingElse() {
        SourceFile file = TestFiles.open(Fixtures.path("npz/zipslip_relative.npz"), "acts.npz");

        assertThat(names(file.contents()))
                .containsExactly("../../../../../../tmp/canary_zipslip1", "activations", "labels");
        assertThat(Path.of("/tmp/canary_zipslip1.npy")).doesNotExist();
    }

    @Test
    void aNameWithControlCharactersIsNotOffered() {
        members.put("good.npy", Archives.npy(MATRIX));
        members.put("b\u0000d.npy", Archives.npy(MATRIX));
        FileContents contents = TestFiles.inspect(write(true), "acts.npz");

        assertThat(names(contents)).containsExactly("good");
        assertThat(contents.notes())
                .singleElement()
                .asString()
                .matches("\\P{Cntrl}+")
                .contains("control characters");
    }

    @Test
    void storedMembersAreReadWhereTheyLie() {
        members.put("a.npy", Archives.npy(MATRIX));
        Workspace workspace = TestFiles.workspace();
        try (OpenedFile file = OpenedFile.open(write(false), "acts.npz", workspace)) {
            assertThat(Bits.numbers(file.entries().getFirst().tensor(Optional.empty())))
                    .isEqualTo(MATRIX.numbers());
        }
        assertThat(workspace.folder()).doesNotExist();
    }

    @Test
    void aDamagedMemberIsKnownAgainWithoutUnpackingAgain() throws IOException {
        members.put("a.npy", Archives.npy(MATRIX));
        members.put("b.npy", Archives.npy(MATRIX));
        Path path = write(true);
        byte[] bytes = Files.readAllBytes(path);
        // In the packed data of the first member
        bytes[30 + "a.npy".length() + 20] ^= 0x55;
        Files.write(path, bytes);
        Workspace workspace = TestFiles.workspace();
        for (int i = 0; i < 2; i++) {
            try (OpenedFile opened = OpenedFile.open(path, "acts.npz", workspace)) {
                SourceFile file = opened.entries().getFirst();
                assertThat(names(file.contents())).containsExactly("b");
                assertThat(Bits.numbers(file.tensor(Optional.of("b")))).isEqualTo(MATRIX.numbers());
                assertThatExceptionOfType(UnreadableFile.class)
                        .isThrownBy(() -> file.tensor(Optional.of("a")))
                        .withMessage("acts.npz, tensor \"a\", is damaged: it cannot be unpacked, or its checksum does"
                                + " not fit its content.");
            }
        }
        assertThat(workspace.folder())
                .isDirectoryContaining(file -> file.toString().endsWith("acts.npz.pack"));
        assertThat(workspace.folder().toFile().list()).hasSize(1);
    }

    @Test
    void aMemberWhoseSizeIsALieTakesNeitherSpaceNorTheOthers() throws IOException {
        members.put("a.npy", Archives.npy(MATRIX));
        members.put("b.npy", Archives.npy(MATRIX));
        Path path = write(true);
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(bytes.length - 6);
        buffer.putInt(directory + 24, 0xf000_0000);
        Files.write(path, bytes);

        FileContents contents = TestFiles.inspect(path, "acts.npz");
        assertThat(names(contents)).containsExactly("b");
        assertThat(contents.notes()).singleElement().asString().contains("declares 4,026,531,840 bytes, which no");
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedAndLeavesNothing() {
        byte[] zeros = new byte[24 << 20];
        for (int i = 0; i < 4; i++) {
            members.put(i + ".npy", zeros);
        }
        Path path = write(true);
        Workspace workspace = TestFiles.workspace();

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> OpenedFile.open(path, "acts.npz", workspace))
                .withMessageStartingWith("acts.npz unpacks to more than 67,108,864 bytes from ")
                .withMessageEndingWith("; that is refused as a zip bomb would be.");
        assertThat(workspace.folder()).isEmptyDirectory();
    }

    @Test
    void aTextBesideTheArraysIsNotedOnly() {
        members.put("a.npy", Archives.npy(MATRIX));
        members.put("README", "hello".getBytes(UTF_8));
        FileContents contents = TestFiles.inspect(write(true), "acts.npz");

        assertThat(names(contents)).containsExactly("a");
        assertThat(contents.notes()).singleElement().asString().startsWith("acts.npz, tensor \"README\", ");
    }
}
