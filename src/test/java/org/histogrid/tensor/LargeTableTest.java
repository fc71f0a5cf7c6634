package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables as large as they come, each read in a virtual machine of its own with a heap of 256 MB.
class LargeTableTest {

    @TempDir
    private Path folder;

    @Test
    void twoHundredThousandColumnsAreRead() throws Exception {
        Path file = folder.resolve("wide.csv");
        try (OutputStream out = out(file)) {
            for (int row = 0; row <= 20; row++) {
                for (int column = 0; column < 200_000; column++) {
                    String cell = row == 0 ? "n" + column : row + "." + column % 100_000;
                    out.write((column == 0 ? cell : "," + cell).getBytes(StandardCharsets.US_ASCII));
                }
                out.write('\n');
            }
        }
        assertThat(read(file)).isEqualTo("20 rows, 200000 columns, first 1.0, last 20.99999");
    }

    @Test
    void tenMillionRowsAreRead() throws Exception {
        Path file = folder.resolve("tall.csv");
        byte[] row = "q0000000,0.5\n".getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = out(file)) {
            out.write("id,score\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10_000_000; i++) {
                int rest = i;
                for (int at = 7; at > 0; at--) {
                    row[at] = (byte) ('0' + rest % 10);
                    rest /= 10;
                }
                out.write(row);
            }
        }
        assertThat(read(file)).isEqualTo("10000000 rows, 2 columns, first 0.5, last 0.5, last text q9999999");
    }

    @Test
    void aGigabyteOfNumbersIsRead() throws Exception {
        Path file = folder.resolve("large.csv");
        FormatFiles.numbers(file, 1_000_000_000);
        assertThat(Files.size(file)).isGreaterThan(1_000_000_000);
        assertThat(read(file)).isEqualTo("88779 rows, 1024 columns, first 0.12345678, last 0.87654321");
    }

    @Test
    void cellsOfSixteenMillionCharactersAreReadAsLists() throws Exception {
        Path file = folder.resolve("lists.csv");
        byte[] list = ("\"[" + "0.12345, ".repeat(1_800_000) + "1]\"").getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = out(file)) {
            out.write("y,acts\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 3; i++) {
                out.write("1,".getBytes(StandardCharsets.US_ASCII));
                out.write(list);
                out.write('\n');
            }
        }
        assertThat(read(file)).isEqualTo("3 rows, 1 columns, first 1.0, last 1.0, vectors [3, 1800001] to 1.0");
    }

    private static OutputStream out(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private String read(Path file) throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log).strip();
    }

    static final class Reader {

        public static void main(String[] args) {
            Path path = Path.of(args[0]);
            Workspace workspace = Workspace.in(path.resolveSibling("scratch"));
            try (OpenedFile opened = OpenedFile.open(path, "large.csv", workspace)) {
                SourceFile file = opened.entries().getFirst();
                FileContents.Table contents = (FileContents.Table) file.contents();
                Table table = file.table();
                List<String> numbers = contents.columns().stream()
                        .filter(column -> column.type() != ColumnType.TEXT)
                        .map(ColumnInfo::name)
                        .toList();
                Tensor matrix = table.matrix(numbers);
                StringBuilder line = new StringBuilder();
                line.append(table.rows())
                        .append(" rows, ")
                        .append(contents.columns().size());
                line.append(" columns, first ").append(matrix.value(0));
                line.append(", last ").append(matrix.value(matrix.size() - 1));
                if (numbers.size() < contents.columns().size()) {
                    line.append(", last text ")
                            .append(table.column(table.columnNames().getFirst()).getLast());
                }
                for (TensorInfo info : contents.tensors()) {
                    Tensor vectors = file.tensor(Optional.of(info.tensor().orElseThrow()));
                    line.append(", vectors ").append(info.shape());
                    line.append(" to ").append(vectors.value(vectors.size() - 1));
                }
                System.out.println(line);
            }
        }
    }
}
