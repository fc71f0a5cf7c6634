package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables of text and JSON, cut at many places and with many bytes changed: read, or refused with the one
/// exception, in no time.
class HostileTextTest {

    private static final int MUTATIONS = 60;

    @TempDir
    private Path folder;

    record Seed(String name, byte[] bytes) {

        @Override
        public String toString() {
            return name + " of " + bytes.length + " bytes";
        }
    }

    static Stream<Seed> seeds() {
        return Stream.concat(
                Stream.of("csv", "labels")
                        .flatMap(Fixtures::in)
                        .filter(fixture -> fixture.name().endsWith(".csv")
                                || fixture.name().endsWith(".json"))
                        .map(fixture -> new Seed(fixture.name(), read(fixture.path()))),
                Stream.of(
                        seed("a.csv", "x;n0;n1\na;0,5;1\nb;-1,25;2\n"),
                        seed("a.csv", ",y,acts\n0,1,\"[1, -2e-3, nan]\"\n1,0,\"[1 2.\n 3]\"\n"),
                        seed("a.csv", "acts|y\n[[1, 2], [3, 4]]|1\n[[1 2] [3 4]]|1\n"),
                        seed("a.tsv", "\uFEFF\"a\"\t\"b\"\r\n\"1\"\t\"x\"\"y\"\r\n"),
                        seed(
                                "a.jsonl",
                                "{\"id\": \"a\", \"s\": {\"f\": 0.5}, \"v\": [1, 2]}\n{\"id\": \"b\", \"v\": [3, NaN]}\n"),
                        seed("a.json", "[{\"a\": 1, \"b\": true}, {\"a\": -1.5e3, \"b\": null, \"c\": \"\\u00e9\"}]"),
                        seed("a.json", "{\"t\": [1, 2, 3], \"f\": [4]}"),
                        seed("a.json", "{\"y\": [1, 0], \"v\": [[1, 2], [3, 4]], \"m\": \"x\"}"),
                        seed("a.json", "{\"q1\": {\"y\": 1}, \"q2\": {\"y\": 0}}"),
                        seed("a.json", "{\"data\": [{\"y\": 1}, {\"y\": [[1]]}]}")));
    }

    private static Seed seed(String name, String text) {
        return new Seed(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileCutAnywhereIsReadOrRefused(Seed seed) {
        int step = Math.max(1, seed.bytes().length / 41);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int length = 0; length < seed.bytes().length; length += step) {
                use(Arrays.copyOf(seed.bytes(), length), seed.name());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileWithChangedBytesIsReadOrRefused(Seed seed) {
        Random random = new Random(seed.bytes().length);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < MUTATIONS && seed.bytes().length > 0; i++) {
                use(mutated(seed.bytes(), random), seed.name());
            }
        });
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        byte[] likely = "\"\",;\t|\n\r []{}:\\.-+e0 9\0\ufeff".getBytes(StandardCharsets.UTF_8);
        int reach = random.nextBoolean() ? Math.min(100, mutated.length) : mutated.length;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            mutated[random.nextInt(reach)] =
                    random.nextInt(4) == 0 ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
        }
        return mutated;
    }

    /// Everything one can do with a table. Once it is open, its texts can be read.
    private void use(byte[] bytes, String name) throws IOException {
        Path path = Files.write(folder.resolve("hostile"), bytes);
        try {
            SourceFile file = TestFiles.open(path, name);
            FileContents.Table contents = (FileContents.Table) file.contents();
            Table table = file.table();
            assertThat(table.columnNames())
                    .isEqualTo(contents.columns().stream().map(ColumnInfo::name).toList());
            long[] rows = {0};
            table.forEachRow(
                    table.columnNames(), (row, cells) -> assertThat(row).isEqualTo(++rows[0]));
            assertThat(rows[0]).isEqualTo(contents.rows());
            for (ColumnInfo column : contents.columns()) {
                assertThat(table.column(column.name())).hasSize((int) rows[0]);
                boolean numbers = column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
                assertThat(isMatrix(table, column.name())).isEqualTo(numbers && column.empty() == 0);
            }
            for (TensorInfo info : contents.tensors()) {
                assertThat(file.tensor(info.tensor()).info()).isEqualTo(info);
            }
            assertThat(refuses(() -> file.tensor(Optional.of("no such")))).isTrue();
        } catch (UnreadableFile refusal) {
            assertThat(refusal.getMessage()).startsWith(name).endsWith(".").matches("\\P{Cntrl}+");
        }
    }

    private static boolean isMatrix(Table table, String column) {
        return !refuses(() -> table.matrix(java.util.List.of(column)));
    }

    private static boolean refuses(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (UnreadableFile refusal) {
            assertThat(refusal.getMessage()).endsWith(".").matches("\\P{Cntrl}+");
            return true;
        }
    }
}
