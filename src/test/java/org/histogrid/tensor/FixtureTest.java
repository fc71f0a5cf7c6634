package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.tensor.Fixtures.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixtureTest {

    private static final List<Axis> SAMPLE_NEURON = List.of(Axis.SAMPLE, Axis.NEURON);

    /// Wrong only beside labels or a matrix of another length: here they are read as they are.
    private static final Set<String> WRONG_ONLY_IN_COMPANY =
            Set.of("npy/transposed_d_n.npy", "labels/labels_120_twice.npy");

    static Stream<Case> matrices() {
        return Fixtures.in("npy");
    }

    static Stream<Case> labels() {
        return Fixtures.in("labels");
    }

    static Stream<Case> tables() {
        return Fixtures.in("csv");
    }

    @AfterEach
    void noFileRunsCode() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("canary_"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void matrices(Case fixture) {
        if (WRONG_ONLY_IN_COMPANY.contains(fixture.file())) {
            assertThat(shape(fixture)).containsExactly(8L, 60L);
        } else if (fixture.expect().equals("reject") || fixture.expect().equals("ask")) {
            assertRefused(fixture, () -> matrixHash(fixture));
        } else {
            assertExactOrAllowedRefusal(
                    fixture,
                    () -> assertThat(matrixHash(fixture))
                            .isEqualTo(fixture.json().path("sha256_f64").stringValue()));
        }
    }

    @ParameterizedTest
    @MethodSource
    void labels(Case fixture) {
        if (WRONG_ONLY_IN_COMPANY.contains(fixture.file())) {
            assertThat(labelTexts(fixture)).hasSize(120);
        } else if (fixture.expect().equals("reject")) {
            assertRefused(fixture, () -> labelTexts(fixture));
        } else {
            assertExactOrAllowedRefusal(fixture, () -> assertLabels(fixture, labelTexts(fixture)));
        }
    }

    @ParameterizedTest
    @MethodSource
    void tables(Case fixture) {
        if (fixture.name().startsWith("cell_")) {
            var table = (FileContents.Table) TestFiles.inspect(fixture.path(), fixture.name());
            assertThat(table.columns().get(2).type()).isEqualTo(ColumnType.TEXT);
            assertThat(table.columns().get(1).type()).isEqualTo(ColumnType.NUMBER);
            Table cells = TestFiles.table(fixture.path(), fixture.name());
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> cells.matrix(List.of("n1", "n2")))
                    .satisfies(refusal -> assertSentence(fixture, refusal))
                    .satisfies(refusal -> assertThat(refusal.row()).hasValue(30))
                    .satisfies(refusal -> assertThat(refusal.column()).hasValue("n2"));
        } else if (fixture.expect().equals("reject")) {
            assertRefused(fixture, () -> TestFiles.table(fixture.path(), fixture.name()));
        } else {
            assertExactOrAllowedRefusal(fixture, () -> assertTable(fixture));
        }
    }

    private static void assertRefused(Case fixture, Runnable reading) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(reading::run)
                .satisfies(refusal -> assertSentence(fixture, refusal));
    }

    private static void assertExactOrAllowedRefusal(Case fixture, Runnable reading) {
        try {
            reading.run();
        } catch (UnreadableFile refusal) {
            assertThat(fixture.mayBeRefused()).as(refusal.getMessage()).isTrue();
            assertSentence(fixture, refusal);
        }
    }

    private static void assertSentence(Case fixture, UnreadableFile refusal) {
        assertThat(refusal.file()).isEqualTo(fixture.name());
        assertThat(refusal.getMessage())
                .startsWith(fixture.name() + " ")
                .endsWith(".")
                .matches("\\P{Cntrl}+")
                .hasSizeLessThan(400);
    }

    private static List<Long> shape(Case fixture) {
        return ((FileContents.Arrays) TestFiles.inspect(fixture.path(), fixture.name()))
                .tensors()
                .getFirst()
                .shape();
    }

    private static String matrixHash(Case fixture) {
        TestFiles.inspect(fixture.path(), fixture.name());
        try (ArrayFile file = ArrayFile.open(fixture.path(), fixture.name())) {
            MatrixReader matrix = MatrixReader.of(file.tensor(), SAMPLE_NEURON);
            double[] streamed = Fixtures.streamed(matrix, MatrixReader.BLOCK_BYTES);
            double[] single = IntStream.range(0, streamed.length)
                    .mapToDouble(i -> matrix.value(i / matrix.neurons(), i % matrix.neurons()))
                    .toArray();
            assertThat(single).isEqualTo(streamed);
            return Fixtures.sha256(streamed);
        }
    }

    private static List<String> labelTexts(Case fixture) {
        if (TestFiles.inspect(fixture.path(), fixture.name()) instanceof FileContents.Table table) {
            return TestFiles.table(fixture.path(), fixture.name())
                    .column(table.columns().getFirst().name());
        }
        try (ArrayFile file = ArrayFile.open(fixture.path(), fixture.name())) {
            return file.texts();
        }
    }

    private static void assertLabels(Case fixture, List<String> texts) {
        byte[] classes = new byte[texts.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = switch (texts.get(i).toLowerCase(Locale.ROOT)) {
                case "1", "1.0", "true", "t", "true answer" -> 1;
                case "0", "0.0", "false", "f", "false answer" -> 0;
                default -> throw new AssertionError("label " + texts.get(i));
            };
        }
        assertThat(Fixtures.sha256(classes))
                .isEqualTo(fixture.json().path("labels").path("sha256_i8").stringValue());
    }

    private static void assertTable(Case fixture) {
        Table table = TestFiles.table(fixture.path(), fixture.name());
        List<String> neurons = table.columnNames().subList(0, 8);
        var values = new ArrayList<Double>();
        table.forEachRow(neurons, (row, cells) -> cells.forEach(cell -> values.add(Double.parseDouble(cell))));
        MatrixReader matrix = MatrixReader.of(table.matrix(neurons), SAMPLE_NEURON);
        for (double[] read : List.of(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                Fixtures.streamed(matrix, MatrixReader.BLOCK_BYTES))) {
            assertThat(Fixtures.sha256(read))
                    .isEqualTo(fixture.json().path("sha256_f64").stringValue());
        }
        if (fixture.json().has("neuron_names")) {
            assertThat(neurons)
                    .isEqualTo(fixture.json()
                            .path("neuron_names")
                            .valueStream()
                            .map(name -> name.stringValue())
                            .toList());
        }
        if (fixture.expect().equals("accept")) {
            assertLabels(fixture, table.column(table.columnNames().getLast()));
        }
    }
}
