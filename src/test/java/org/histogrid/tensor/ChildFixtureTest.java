package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.tensor.Fixtures.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The fixtures that a child process reads.
class ChildFixtureTest {

    private static final List<Axis> SAMPLE_NEURON = List.of(Axis.SAMPLE, Axis.NEURON);

    /// What is refused where matrix and labels meet: here the one that is as it should be is read. A name that ends
    /// in .h5 does not make an .npy file unreadable.
    private static final Map<String, Integer> LABELS_READ_WITHOUT_MATRIX = Map.of(
            "h5/external_raw_storage.h5", 60,
            "h5/virtual_dataset.h5", 60,
            "h5/scaleoffset.h5", 60);

    static Stream<Case> hdf5() {
        return Fixtures.in("h5");
    }

    @ParameterizedTest
    @MethodSource
    void hdf5(Case fixture) {
        SourceFile file = TestFiles.open(fixture.path(), fixture.name());
        switch (fixture.file()) {
            case "h5/labels_len_59.h5" -> {
                assertThat(MatrixReader.of(file.tensor(Optional.of("activations")), SAMPLE_NEURON)
                                .samples())
                        .isEqualTo(60);
                assertThat(file.tensor(Optional.of("labels")).texts()).hasSize(59);
            }
            case "h5/no_numeric.h5" -> {
                assertThat(file.tensor(Optional.empty()).texts()).containsExactly("a", "b");
                assertRefused(fixture, () -> MatrixReader.of(file.tensor(Optional.empty()), SAMPLE_NEURON));
            }
            case "h5/is_npy.h5" -> assertThat(file.contents().format()).isEqualTo("NumPy array");
            case "h5/external_raw_storage.h5", "h5/virtual_dataset.h5", "h5/scaleoffset.h5" -> {
                assertThat(file.contents().notes()).singleElement().asString().startsWith("\"activations\" ");
                assertRefused(fixture, () -> file.tensor(Optional.of("activations")));
                assertThat(file.tensor(Optional.of("labels")).texts())
                        .hasSize(LABELS_READ_WITHOUT_MATRIX.get(fixture.file()));
            }
            default -> {
                if (fixture.expect().equals("reject")) {
                    assertRefused(fixture, file::contents);
                } else {
                    assertExact(fixture, file);
                }
            }
        }
    }

    static Stream<Case> parquet() {
        return Fixtures.in("parquet");
    }

    @ParameterizedTest
    @MethodSource
    void parquet(Case fixture) {
        SourceFile file = TestFiles.open(fixture.path(), fixture.name());
        if (fixture.expect().equals("reject") || fixture.file().equals("parquet/lie_num_rows_59.parquet")) {
            assertRefused(fixture, file::contents);
            return;
        }
        FileContents contents = file.contents();
        boolean lists = !contents.tensors().isEmpty();
        List<String> neurons = List.of("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7");
        Tensor values = lists ? file.tensor(Optional.empty()) : file.table().matrix(neurons);
        MatrixReader matrix = MatrixReader.of(values, SAMPLE_NEURON);
        assertThat(Fixtures.sha256(Fixtures.streamed(matrix, MatrixReader.BLOCK_BYTES)))
                .isEqualTo(fixture.json().path("sha256_f64").stringValue());
        assertLabels(fixture, file.table().column("label"));
        assertThat(contents.notes()).isEmpty();
        if (!lists) {
            assertThat(file.table().columnNames()).containsAll(neurons).contains("label");
            assertThat(contents)
                    .isInstanceOfSatisfying(
                            FileContents.Table.class,
                            table -> assertThat(
                                            table.columns().stream().filter(column -> neurons.contains(column.name())))
                                    .hasSize(8)
                                    .allMatch(column -> column.type() == ColumnType.NUMBER && column.rows() == 60));
        }
    }

    private static void assertExact(Case fixture, SourceFile file) {
        MatrixReader matrix = MatrixReader.of(file.tensor(Optional.of("activations")), SAMPLE_NEURON);
        assertThat(Fixtures.sha256(Fixtures.streamed(matrix, MatrixReader.BLOCK_BYTES)))
                .isEqualTo(fixture.json().path("sha256_f64").stringValue());
        assertLabels(fixture, file.tensor(Optional.of("labels")).texts());
        assertThat(file.contents().tensors())
                .extracting(TensorInfo::tensor)
                .containsExactly(Optional.of("activations"), Optional.of("labels"));
        assertThat(file.contents().notes()).isEmpty();
    }

    private static void assertLabels(Case fixture, List<String> texts) {
        byte[] classes = new byte[texts.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (texts.get(i).equals("1") || texts.get(i).equals("true") ? 1 : 0);
        }
        assertThat(Fixtures.sha256(classes))
                .isEqualTo(fixture.json().path("labels").path("sha256_i8").stringValue());
    }

    private static void assertRefused(Case fixture, Runnable reading) {
        assertThatExceptionOfType(UnreadableFile.class).isThrownBy(reading::run).satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo(fixture.name());
            assertThat(refusal.getMessage())
                    .startsWith(fixture.name())
                    .endsWith(".")
                    .doesNotContain("/etc", "java.", "Exception")
                    .matches("\\P{Cntrl}+")
                    .hasSizeLessThan(400);
        });
    }
}
