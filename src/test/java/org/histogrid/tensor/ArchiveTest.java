package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of many files, and gzip.
class ArchiveTest {

    private static final Bits MATRIX = Bits.f32(2, 3, 1, 2, 3, 4, 5, 6);
    private static final byte[] NPY = Archives.npy(MATRIX);
    private static final byte[] CSV = "id,label\n1,true\n2,false\n".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    /// An archive of the members.
    enum Kind {
        ZIP(".zip"),
        ZIP_STORED(".zip"),
        TAR(".tar"),
        TAR_GZ(".tar.gz");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        Path write(Path folder, Map<String, byte[]> members) {
            Path path = folder.resolve("acts" + ending);
            try {
                return switch (this) {
                    case ZIP, ZIP_STORED -> Archives.zip(path, this == ZIP, members);
                    case TAR -> Archives.tar(path, members);
                    case TAR_GZ ->
                        Files.write(
                                path,
                                Archives.gzip(Files.readAllBytes(Archives.tar(folder.resolve("inner"), members))));
                };
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        String file() {
            return "acts" + ending;
        }
    }

    private List<SourceFile> open(Path path) {
        return OpenedFile.open(TestFiles.origin(path, path.getFileName().toString()));
    }

    private static List<String> names(List<SourceFile> files) {
        return files.stream().map(SourceFile::name).toList();
    }

    private void assertRefused(Path path, String message) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(path))
                .withMessage(path.getFileName() + " " + message);
    }

    @ParameterizedTest
    @EnumSource
    void membersAreFilesOfTheirOwnInNaturalOrder(Kind kind) {
        members.put("acts/layer_10.npy", NPY);
        members.put("acts/layer_9.npy", NPY);
        members.put("acts/._layer_9.npy", CSV);
        members.put("__MACOSX/x", CSV);
        members.put("labels.csv", CSV);
        members.put("labels.csv.gz", Archives.gzip(CSV));
        members.put(".DS_Store", CSV);
        List<SourceFile> files = open(kind.write(folder, members));

        String archive = kind.file() + "/";
        assertThat(names(files))
                .containsExactly(
                        archive + "acts/layer_9.npy",
                        archive + "acts/layer_10.npy",
                        archive + "labels.csv",
                        archive + "labels.csv.gz");
        assertThat(Bits.numbers(files.get(0).tensor(Optional.empty()))).isEqualTo(MATRIX.numbers());
        assertThat(files.get(0).contents().file()).isEqualTo(archive + "acts/layer_9.npy");
        assertThat(files.get(2).table().column("label")).containsExactly("true", "false");
        assertThat(files.get(3).table().column("label")).containsExactly("true", "false");
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedMemberSpeaksOnlyWhenItIsAsked(Kind kind) {
        members.put("a.npy", NPY);
        members.put("b.npy", Arrays.copyOf(NPY, 100));
        members.put("c.csv.gz", Arrays.copyOf(Archives.gzip(CSV), 20));
        members.put("d.zip", new byte[] {'P', 'K', 3, 4, 0, 0});
        List<SourceFile> files = open(kind.write(folder, members));

        assertThat(files.get(0).contents().tensors()).hasSize(1);
        for (SourceFile damaged : files.subList(1, 4)) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(damaged::contents)
                    .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(damaged.name()));
        }
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(files.get(3)::contents)
                .withMessage(
                        kind.file() + "/d.zip is a zip archive inside an archive. Unpack it before you bring it here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.npy", "a/../../x.npy", "/tmp/canary_x.npy", "a\\x.npy", "C:/x.npy", "a/.."})
    void aNameThatLeadsOutRefusesTheWholeArchive(String name) {
        members.put("good.npy", NPY);
        members.put(name, NPY);
        String sentence = "has the member \"" + name
                + "\", whose name leads out of the archive. The archive is refused as a whole.";

        assertRefused(Archives.tar(folder.resolve("acts.tar"), members), sentence);
        if (name.indexOf('\\') < 0) {
            assertRefused(Archives.zip(folder.resolve("acts.zip"), true, members), sentence);
        }
    }

    @Test
    void aNameWithControlCharactersRefusesTheWholeArchive() {
        members.put("a\nb.npy", NPY);
        String sentence = "has the member \"a\uFFFDb.npy\", whose name is empty, too long or holds control characters.";

        assertRefused(Archives.tar(folder.resolve("acts.tar"), members), sentence);
        assertRefused(Archives.zip(folder.resolve("acts.zip"), true, members), sentence);
    }

    @ParameterizedTest
    @ValueSource(bytes = {'1', '2', '3', '4', '6', 'S', 'Z'})
    void linksAndDevicesRefuseATar(byte type) throws IOException {
        members.put("good.npy", new byte[0]);
        Path path = Archives.tar(folder.resolve("acts.tar"), members);
        byte[] bytes = Files.readAllBytes(path);
        retype(bytes, type);
        Files.write(path, bytes);

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(path))
                .withMessageStartingWith("acts.tar has the member \"good.npy\", which is ")
                .withMessageEndingWith(" and no file. The archive is refused as a whole.");
    }

    private static void retype(byte[] header, byte type) {
        header[156] = type;
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        byte[] digits = "%06o\0 ".formatted(sum).getBytes(UTF_8);
        System.arraycopy(digits, 0, header, 148, 8);
    }

    @Test
    void linksRefuseAZip() throws IOException {
        Path path = folder.resolve("acts.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(path.toFile())) {
            ZipArchiveEntry link = new ZipArchiveEntry("link.npy");
            link.setUnixMode(0120777);
            Archives.put(out, link, false, "/etc/passwd".getBytes(UTF_8));
        }

        assertRefused(
                path,
                "has the member \"link.npy\", which is a link or device and no file. The archive is refused as a"
                        + " whole.");
    }

    @Test
    void longNamesOfBothKindsOfTarAreRead() {
        String name = "a".repeat(90) + "/" + "b".repeat(120) + "/\u5c42_3.npy";
        members.put(name, NPY);
        for (int longNames : List.of(TarArchiveOutputStream.LONGFILE_POSIX, TarArchiveOutputStream.LONGFILE_GNU)) {
            Path path = Archives.tar(folder.resolve("acts.tar"), longNames, members, entry -> {});
            List<SourceFile> files = open(path);

            assertThat(names(files)).containsExactly("acts.tar/" + name);
            assertThat(Bits.numbers(files.getFirst().tensor(Optional.empty()))).isEqualTo(MATRIX.numbers());
        }
    }

    @Test
    void aTarWithoutItsEndIsRefused() throws IOException {
        members.put("a.npy", NPY);
        members.put("b.npy", NPY);
        byte[] whole = Files.readAllBytes(Archives.tar(folder.resolve("whole"), members));
        Path path = folder.resolve("acts.tar");

        Files.write(path, Arrays.copyOf(whole, 1_024));
        assertRefused(path, "is cut off: it has no end mark of a tar archive.");
        Files.write(path, Arrays.copyOf(whole, 600));
        assertRefused(path, "is cut off: a member of 152 bytes begins where 88 bytes are left.");
    }

    @Test
    void anArchiveOfNothingIsRefused() {
        members.put(".DS_Store", CSV);
        assertRefused(Archives.zip(folder.resolve("acts.zip"), true, members), "holds no files.");
        assertRefused(Archives.tar(folder.resolve("acts.tar"), members), "holds no files.");
    }

    @Test
    void gzipIsReadToItsLastByteOrNotAtAll() throws IOException {
        byte[] packed = Archives.gzip(CSV);
        Path path = folder.resolve("samples.csv.gz");

        Files.write(path, packed);
        assertThat(open(path).getFirst().table().column("label")).containsExactly("true", "false");

        for (int length = 2; length < packed.length; length++) {
            Files.write(path, Arrays.copyOf(packed, length));
            assertRefusedAndNothingLeft(path);
        }
        Files.write(path, joined(packed, new byte[] {0}));
        assertRefused(path, "is no gzip file, or goes on with something else after its end.");
        byte[] wrong = packed.clone();
        wrong[packed.length - 6] ^= 1;
        Files.write(path, wrong);
        assertRefused(path, "cannot be unpacked: its checksum does not fit its content.");
        Files.write(path, Archives.gzip(packed));
        assertRefused(path, "is a gzip file with a gzip file inside. Unpack it before you bring it here.");
    }

    private void assertRefusedAndNothingLeft(Path path) {
        Workspace workspace = TestFiles.workspace();
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> OpenedFile.open(path, "samples.csv.gz", workspace))
                .withMessageStartingWith("samples.csv.gz is cut off");
        assertThat(workspace.folder()).isEmptyDirectory();
    }

    @Test
    void gzipOfSeveralMembersWithNamesAndCommentsIsRead() throws IOException {
        byte[] first = Archives.gzip("id,label\n1,true\n".getBytes(UTF_8));
        byte[] second = Archives.gzip("2,false\n".getBytes(UTF_8));
        // Flags for extra field, name, comment and checksum of the header, which follow its ten bytes
        byte[] header = HexFormat.of().parseHex("1f8b081e000000000003" + "0200" + "abcd" + "6e00" + "6300" + "0000");
        Path path = folder.resolve("samples.csv.gz");
        Files.write(path, joined(joined(header, Arrays.copyOfRange(first, 10, first.length)), second));

        assertThat(open(path).getFirst().table().column("label")).containsExactly("true", "false");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Path path = folder.resolve("acts.npy.gz");
        Files.write(path, Archives.gzip(new byte[80 << 20]));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(path))
                .withMessageStartingWith("acts.npy.gz unpacks to more than 67,108,864 bytes from ");
    }

    @Test
    void archivesInAnArchiveShareWhatItMayUnpackTo() throws IOException {
        byte[] zeros = Archives.npy(new Bits(Dtype.U8, new long[] {20 << 20, 1}, new long[20 << 20]));
        byte[] inner = Files.readAllBytes(Archives.zip(folder.resolve("inner"), true, Map.of("a.npy", zeros)));
        for (int i = 0; i < 8; i++) {
            members.put(i + ".npz", inner);
        }
        Path path = Archives.zip(folder.resolve("acts.zip"), false, members);
        Workspace workspace = TestFiles.workspace();

        for (int opening = 0; opening < 2; opening++) {
            try (OpenedFile file = OpenedFile.open(path, "acts.zip", workspace)) {
                assertThat(file.entries().stream().filter(ArchiveTest::readable))
                        .hasSize(3);
            }
        }
    }

    private static boolean readable(SourceFile file) {
        try {
            return file.contents().tensors().size() == 1;
        } catch (UnreadableFile refusal) {
            assertThat(refusal.getMessage()).contains("unpacks to more than 67,108,864 bytes");
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void thirtyThousandMembersOpenInNoTime(Kind kind) {
        for (int i = 0; i < 30_000; i++) {
            members.put("acts/sample_" + i + ".npy", NPY);
        }
        Path path = kind.write(folder, members);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (OpenedFile file = OpenedFile.open(path, kind.file(), TestFiles.workspace())) {
                assertThat(file.entries()).hasSize(30_000);
                List<Tensor> tensors = file.entries().stream()
                        .map(entry -> entry.tensor(Optional.empty()))
                        .toList();
                assertThat(tensors.get(29_999).info().file()).endsWith("/sample_29999.npy");
                assertThat(Bits.numbers(tensors.get(29_999))).isEqualTo(MATRIX.numbers());
            }
        });
    }

    @Test
    void tooManyMembersAreRefusedBeforeTheyAreKept() {
        for (int i = 0; i <= ZipDirectory.MOST_MEMBERS; i++) {
            members.put(Integer.toString(i), new byte[0]);
        }

        assertRefused(
                Archives.zip(folder.resolve("acts.zip"), false, members),
                "has 100,001 members; up to 100,000 are read.");
        assertRefused(Archives.tar(folder.resolve("acts.tar"), members), "has more than 100,000 members.");
    }
}
