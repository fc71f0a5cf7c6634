package org.histogrid.tensor;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The same matrix of 32-bit floats in a file of each format, and how each is read.
public final class FormatFiles {

    private final Path folder;
    private final int samples;
    private final int neurons;
    private final Bits values;

    public FormatFiles(Path folder, int samples, int neurons) {
        this.folder = folder;
        this.samples = samples;
        this.neurons = neurons;
        var random = new SplittableRandom(11);
        this.values = new Bits(
                Dtype.F32,
                new long[] {samples, neurons},
                IntStream.range(0, samples * neurons)
                        .mapToLong(i -> Float.floatToRawIntBits((float) random.nextGaussian()))
                        .toArray());
    }

    public long bytes() {
        return 4L * samples * neurons;
    }

    /// Writes all files, and gives their paths by a title.
    public Map<String, Path> write() throws Exception {
        Map<String, Path> files = new LinkedHashMap<>();
        byte[] npy = Archives.npy(values);
        files.put(".npy", Files.write(folder.resolve("acts.npy"), npy));
        files.put(".safetensors", SafetensorsWriter.write(folder.resolve("acts.safetensors"), Map.of("acts", values)));
        files.put(".npz, stored", Archives.zip(folder.resolve("stored.npz"), false, Map.of("acts.npy", npy)));
        files.put(".npz, deflated", Archives.zip(folder.resolve("deflated.npz"), true, Map.of("acts.npy", npy)));
        files.put(".pt", TorchWriter.write(folder.resolve("acts.pt"), TorchWriter.View.all(values)));
        files.put(".h5, contiguous", hdf5(folder.resolve("acts.h5")));
        files.put(".parquet, a column a neuron", parquet(folder.resolve("acts.parquet")));
        files.put(".csv", text(folder.resolve("acts.csv"), header() + "\n", "", ""));
        files.put(".jsonl, a list a sample", text(folder.resolve("acts.jsonl"), "", "{\"acts\": [", "]}"));
        return files;
    }

    private String header() {
        return IntStream.range(0, neurons).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
    }

    private Path text(Path path, String header, String before, String after) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write(header);
            for (int row = 0; row < samples; row++) {
                out.write(before);
                for (int column = 0; column < neurons; column++) {
                    out.write(column == 0 ? "" : ",");
                    out.write(Float.toString(value(row, column)));
                }
                out.write(after);
                out.write('\n');
            }
        }
        return path;
    }

    private float value(int row, int column) {
        return Float.intBitsToFloat((int) values.bits()[row * neurons + column]);
    }

    private Path hdf5(Path path) {
        float[][] rows = new float[samples][neurons];
        for (int row = 0; row < samples; row++) {
            for (int column = 0; column < neurons; column++) {
                rows[row][column] = value(row, column);
            }
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("acts", rows);
        }
        return path;
    }

    /// By DuckDB, from the CSV file's numbers.
    private Path parquet(Path path) throws SQLException, IOException {
        Path csv = text(folder.resolve("for-parquet.csv"), header() + "\n", "", "");
        String columns = IntStream.range(0, neurons)
                .mapToObj(i -> "'n" + i + "': 'FLOAT'")
                .collect(Collectors.joining(", ", "{", "}"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from read_csv('" + csv + "', header = true, columns = " + columns
                    + ")) to '" + path + "' (format parquet, compression snappy)");
        }
        Files.delete(csv);
        return path;
    }

    /// From opening to the last vector.
    ///
    /// @param unpacked a folder for scratch files, empty at the start
    public static long read(Path path, Path unpacked) {
        try (OpenedFile file = OpenedFile.open(path, path.getFileName().toString(), Workspace.in(unpacked))) {
            SourceFile source = file.entries().getFirst();
            Tensor tensor = source.contents() instanceof FileContents.Table table
                            && table.tensors().isEmpty()
                    ? source.table().matrix(source.table().columnNames())
                    : source.tensor(source.contents().tensors().getFirst().tensor());
            long[] sum = {0};
            MatrixReader.of(tensor, List.of(Axis.SAMPLE, Axis.NEURON)).forEachBlock((first, payloads) -> {
                for (byte[] payload : payloads) {
                    sum[0] += payload[first % payload.length];
                }
            });
            return sum[0];
        }
    }

    /// A sparse file of zeros, of any size.
    public static Path zeros(Path path, long samples, long neurons) throws IOException {
        long bytes = 4 * samples * neurons;
        String header = "{" + SafetensorsWriter.entry("acts", "F32", new long[] {samples, neurons}, 0, bytes) + "}";
        SafetensorsWriter.raw(path, header, new byte[0]);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(file.length() + bytes);
        }
        return path;
    }

    /// Rows of 1,024 numbers of ten characters, as many as fill the bytes.
    public static Path numbers(Path path, long bytes) throws IOException {
        byte[] line = ("0.12345678,".repeat(1_023) + "0.87654321\n").getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
            String header = IntStream.range(0, 1_024).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
            out.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
            for (long written = 0; written < bytes; written += line.length) {
                out.write(line);
            }
        }
        return path;
    }

    /// What reading costs at least: all bytes of a file in the page cache, a megabyte at a time.
    public static long touch(Path path) throws IOException {
        byte[] buffer = new byte[1 << 20];
        long sum = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum += buffer[read / 2];
            }
        }
        return sum;
    }
}
