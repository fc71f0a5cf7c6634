package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.histogrid.tensor.Fixtures.Case;
import org.histogrid.tensor.child.ChildMain;
import org.histogrid.tensor.child.HostileFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every fixture cut at many places and with many bytes changed. Most of them are read in one child, so that it is
/// quick; some as the server reads them.
@Timeout(300)
class HostileChildFilesTest {

    private static final int CHANGES = 20;

    /// Each is ended after 8 seconds.
    private static final int MOST_STANDSTILLS = 12;

    @TempDir
    private Path folder;

    @Test
    void hdf5IsAnsweredWhateverIsInIt() throws Exception {
        assertAnswered(ChildMain.DESCRIBE_HDF5, "h5");
    }

    @Test
    void parquetIsAnsweredWhateverIsInIt() throws Exception {
        assertAnswered(ChildMain.CONVERT_PARQUET, "parquet");
    }

    @Test
    void theServerRefusesOrReadsThem() throws IOException {
        Random random = new Random(7);
        for (String name : List.of("h5/contiguous_f4.h5", "h5/lzf.h5", "parquet/text_and_id.parquet")) {
            byte[] bytes = Files.readAllBytes(Fixtures.path(name));
            for (int i = 0; i < 4; i++) {
                byte[] changed = i == 0 ? Arrays.copyOf(bytes, bytes.length - 9) : bytes.clone();
                changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt();
                read(changed, name);
            }
        }
    }

    /// The name of the file with the values is replaced by that of a file we can tell by its content.
    @Test
    void noFileNamedInAFileIsOpened() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.path("h5/external_raw_storage.h5"));
        byte[] named = "/etc/passwd".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "/tmp/plante".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(other, 0, bytes, indexOf(bytes, named), other.length);
        Path planted = Files.writeString(Path.of("/tmp/plante"), "42".repeat(6_000));
        try {
            Path file = Files.write(folder.resolve("file"), bytes);
            SourceFile source = TestFiles.open(file, "acts.h5");
            assertThat(source.contents().tensors())
                    .extracting(TensorInfo::tensor)
                    .containsExactly(Optional.of("labels"));
            assertThat(source.tensor(Optional.of("labels")).texts()).containsOnly("0", "1");
        } finally {
            Files.delete(planted);
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private void read(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        try {
            SourceFile source = TestFiles.open(file, name);
            for (TensorInfo info : source.contents().tensors()) {
                source.tensor(info.tensor()).size();
            }
        } catch (UnreadableFile refusal) {
            assertThat(refusal.getMessage()).startsWith(name).endsWith(".").matches("\\P{Cntrl}+");
        }
    }

    private void assertAnswered(String request, String fixtures) throws Exception {
        int done = 0;
        for (int standstills = 0; done >= 0; standstills++) {
            assertThat(standstills).as("standstills, the last at " + done).isLessThan(MOST_STANDSTILLS);
            done = run(request, fixtures, done);
        }
    }

    /// One process, until it is done or stands still.
    ///
    /// @param done how many files are read already
    /// @return how many are now, -1 for all
    private int run(String request, String fixtures, int done) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + ChildProcess.HEAP_MB + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                HostileFiles.class.getName(),
                request,
                Integer.toString(CHANGES),
                Integer.toString(done)));
        Fixtures.in(fixtures).map(Case::path).map(Path::toString).forEach(command::add);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int exit = process.waitFor();
            List<String> lines = Files.readAllLines(log);
            assertThat(lines).noneMatch(line -> line.startsWith("/"));
            if (exit == ChildMain.STANDSTILL) {
                return lines.stream()
                        .filter(line -> line.startsWith("at "))
                        .mapToInt(line -> Integer.parseInt(line.substring(3)))
                        .max()
                        .orElseThrow();
            }
            assertThat(exit).isZero();
            assertThat(lines.getLast()).startsWith("done ");
            return -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
