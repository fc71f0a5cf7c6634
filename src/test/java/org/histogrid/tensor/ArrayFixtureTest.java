package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.tensor.Fixtures.Case;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The fixtures of files that hold arrays and labels under names.
class ArrayFixtureTest {

    private static final List<Axis> SAMPLE_NEURON = List.of(Axis.SAMPLE, Axis.NEURON);

    static Stream<Case> fixtures() {
        return Stream.of("npz", "safetensors", "pt").flatMap(Fixtures::in);
    }

    @AfterEach
    void noFileRunsCodeOrIsUnpackedByItsName() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("canary_"));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyFileIsReadExactlyOrRefusedAsItShould(Case fixture) {
        if (fixture.expect().equals("reject")) {
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> read(fixture))
                    .satisfies(refusal -> assertSentence(fixture, refusal));
        } else {
            try {
                read(fixture);
            } catch (UnreadableFile refusal) {
                assertThat(fixture.mayBeRefused()).as(refusal.getMessage()).isTrue();
                assertSentence(fixture, refusal);
            }
        }
    }

    private static void assertSentence(Case fixture, UnreadableFile refusal) {
        assertThat(refusal.file()).isEqualTo(fixture.name());
        assertThat(refusal.getMessage())
                .startsWith(fixture.name())
                .endsWith(".")
                .matches("\\P{Cntrl}+")
                .hasSizeLessThan(400);
    }

    private static void read(Case fixture) {
        SourceFile file = TestFiles.open(fixture.path(), fixture.name());
        List<TensorInfo> tensors = file.contents().tensors();
        JsonNode layers = fixture.json().path("layers");
        if (layers.isEmpty()) {
            TensorInfo matrix = tensors.stream()
                    .filter(tensor ->
                            tensor.shape().size() == 2 && !tensor.shape().contains(1L))
                    .findFirst()
                    .orElse(tensors.getFirst());
            assertMatrix(fixture.json(), file.tensor(matrix.tensor()));
        } else {
            List<String> names = tensors.stream()
                    .map(tensor -> tensor.tensor().orElseThrow())
                    .filter(name -> !name.equals("labels"))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(layers.propertyNames());
            assertThat(names).isSortedAccordingTo(NaturalOrder.INSTANCE);
            names.forEach(name -> assertMatrix(layers.path(name), file.tensor(Optional.of(name))));
        }
        if (tensors.size() > 1 || fixture.expect().equals("reject")) {
            String from = fixture.json().path("labels_from").asString("member:labels");
            Tensor labels = file.tensor(Optional.of(from.substring(from.indexOf(':') + 1)));
            assertLabels(fixture, labels.texts());
        }
    }

    private static void assertMatrix(JsonNode expected, Tensor tensor) {
        MatrixReader matrix = MatrixReader.of(tensor, SAMPLE_NEURON);
        double[] values = Fixtures.streamed(matrix, MatrixReader.BLOCK_BYTES);
        if (expected.has("sha256_f64")) {
            assertThat(Fixtures.sha256(values))
                    .isEqualTo(expected.path("sha256_f64").stringValue());
        }
    }

    private static void assertLabels(Case fixture, List<String> texts) {
        byte[] classes = new byte[texts.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (texts.get(i).equals("true") || texts.get(i).equals("1") ? 1 : 0);
        }
        assertThat(Fixtures.sha256(classes))
                .isEqualTo(fixture.json().path("labels").path("sha256_i8").stringValue());
    }
}
