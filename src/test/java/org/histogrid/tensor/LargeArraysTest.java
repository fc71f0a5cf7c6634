package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large files and many of them, opened by a process with little memory.
class LargeArraysTest {

    private static final long SAMPLES = 1_000;

    @TempDir
    private Path folder;

    /// Opens a file in a process of its own, streams all of its last matrix, and prints the last value of it, how many
    /// neurons went by and how many files there are.
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) {
            Path path = Path.of(arguments[0]);
            Workspace workspace = Workspace.in(Path.of(arguments[1]));
            try (OpenedFile file = OpenedFile.open(path, path.getFileName().toString(), workspace)) {
                file.entries().forEach(SourceFile::contents);
                Tensor tensor = file.entries().getLast().tensor(Optional.empty());
                MatrixReader matrix = MatrixReader.of(tensor, List.of(Axis.SAMPLE, Axis.NEURON));
                double last = matrix.value(matrix.samples() - 1, matrix.neurons() - 1);
                long[] neurons = {0};
                matrix.forEachBlock(8 << 20, (first, payloads) -> neurons[0] += payloads.length);
                System.out.print(last + " of " + neurons[0] + " neurons, "
                        + file.entries().size() + " files");
            }
        }
    }

    private String read(Path path, String heap) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        path.toString(),
                        folder.resolve("unpacked").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void aSafetensorsFileOfTwoGigabytesIsReadToItsLastNeuron() throws Exception {
        long neurons = 500_000;
        long bytes = SAMPLES * neurons * Float.BYTES;
        String header = "{" + SafetensorsWriter.entry("acts", "F32", new long[] {SAMPLES, neurons}, 0, bytes) + "}";
        Path path = SafetensorsWriter.raw(folder.resolve("acts.safetensors"), header, new byte[0]);
        try (RandomAccessFile file = sparse(path, Files.size(path) + bytes)) {
            file.seek(file.length() - 4);
            file.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
        }

        assertThat(read(path, "-Xmx64m")).isEqualTo("1.0 of 500000 neurons, 1 files");
    }

    @Test
    void aTorchFileOfOneGigabyteIsReadToItsLastNeuron() throws Exception {
        long neurons = 250_000;
        long bytes = SAMPLES * neurons * Float.BYTES;
        Path path = folder.resolve("acts.pt");
        Bits one = Bits.f32(1, 1, 0);
        byte[] pickle = TorchWriter.members(
                        false, new TorchWriter.View(one, 0, new long[] {SAMPLES, neurons}, new long[] {neurons, 1}))
                .get("archive/data.pkl");
        // The count of stored values, written as eight bytes after the name of the device
        String text = new String(pickle, StandardCharsets.ISO_8859_1);
        int count = text.indexOf("cpu") + "cpu".length() + 4;
        ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN).putLong(count, SAMPLES * neurons);
        long length = storedZip(path, pickle, bytes);
        assertThat(Files.size(path)).isEqualTo(length);

        assertThat(read(path, "-Xmx64m")).isEqualTo("1.0 of 250000 neurons, 1 files");
    }

    @Test
    void thirtyThousandMembersTakeLittleMemory() throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        byte[] npy = Archives.npy(Bits.f32(1, 3, 1, 2, 3));
        for (int i = 0; i < 30_000; i++) {
            members.put("acts/sample_" + i + ".npy", npy);
        }

        assertThat(read(Archives.zip(folder.resolve("stored.zip"), false, members), "-Xmx128m"))
                .isEqualTo("3.0 of 3 neurons, 30000 files");
        assertThat(read(Archives.zip(folder.resolve("deflated.zip"), true, members), "-Xmx128m"))
                .isEqualTo("3.0 of 3 neurons, 30000 files");
        assertThat(read(Archives.tar(folder.resolve("acts.tar"), members), "-Xmx128m"))
                .isEqualTo("3.0 of 3 neurons, 30000 files");
    }

    /// A zip of a pickle and of one record of zeros, the last value of which is one.
    private long storedZip(Path path, byte[] pickle, long bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(pickle);
        String first = "archive/data.pkl";
        String second = "archive/data/0";
        byte[] head = local(first, crc.getValue(), pickle.length);
        byte[] next = local(second, 0, bytes);
        long record = head.length + pickle.length;
        long directory = record + next.length + bytes;
        byte[] one = entry(first, crc.getValue(), pickle.length, 0);
        byte[] two = entry(second, 0, bytes, record);
        long length = directory + one.length + two.length + 22;
        try (RandomAccessFile file = sparse(path, length)) {
            file.write(head);
            file.write(pickle);
            file.write(next);
            file.seek(directory - 4);
            file.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
            file.write(one);
            file.write(two);
            file.write(little(22)
                    .putInt(0x06054b50)
                    .putInt(0)
                    .putShort((short) 2)
                    .putShort((short) 2)
                    .putInt(one.length + two.length)
                    .putInt((int) directory)
                    .array());
        }
        return length;
    }

    private static byte[] local(String name, long crc, long size) {
        return little(30 + name.length())
                .putInt(0x04034b50)
                .position(14)
                .putInt((int) crc)
                .putInt((int) size)
                .putInt((int) size)
                .putInt(name.length())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] entry(String name, long crc, long size, long header) {
        return little(46 + name.length())
                .putInt(0x02014b50)
                .position(16)
                .putInt((int) crc)
                .putInt((int) size)
                .putInt((int) size)
                .putShort((short) name.length())
                .position(42)
                .putInt((int) header)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static RandomAccessFile sparse(Path path, long length) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(length);
        } catch (IOException e) {
            file.close();
            assumeThat(e).as("the file system holds no sparse files").isNull();
        }
        return file;
    }
}
