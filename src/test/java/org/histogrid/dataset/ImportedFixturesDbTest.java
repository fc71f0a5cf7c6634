package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files as people and attackers make them, through the whole import with no specification: what is stored is bit
/// by bit what the library that wrote the file reads, and the samples are in the same classes.
@IntegrationTest
class ImportedFixturesDbTest {

    private static final String FIXTURES = "/org/histogrid/tensor/";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private ActivationService activations;

    @AfterAll
    static void noFileRunsCodeOrIsWrittenOutside() throws IOException {
        try (var files = Files.list(Path.of("/tmp"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("canary_"));
        }
    }

    /// @param id      the import, where it was committed
    /// @param refusal why it was not
    private record Attempt(JsonNode expected, Optional<ImportId> id, Optional<BadInput> refusal) {

        String file() {
            return expected.get("file").asString();
        }
    }

    /// All are committed before the first is looked at, so that they run side by side.
    @TestFactory
    Stream<DynamicTest> eachIsReadOrRefusedAsExpected() throws IOException {
        var me = Viewer.of(people.member());
        var attempts = new ArrayList<Attempt>();
        for (var expected : new JsonMapper().readTree(read("expected.json")).get("cases")) {
            attempts.add(attempt(me, expected));
        }
        assertThat(attempts).hasSizeGreaterThan(190);
        return attempts.stream().map(one -> DynamicTest.dynamicTest(one.file(), () -> check(me, one)));
    }

    private Attempt attempt(Viewer me, JsonNode expected) throws IOException {
        try {
            var id = testDatasets.staged(me, staged(expected));
            imports.commit(me, id, ImportSpec.EMPTY);
            return new Attempt(expected, Optional.of(id), Optional.empty());
        } catch (BadInput e) {
            return new Attempt(expected, Optional.empty(), Optional.of(e));
        }
    }

    private void check(Viewer me, Attempt attempt) {
        var expect = attempt.expected().get("expect").asString();
        if (attempt.refusal().isPresent()) {
            assertRefusal(attempt.refusal().get(), expect);
            return;
        }
        assertThat(expect).as("what is imported of " + attempt.file()).isIn("accept", "accept_or_reject");
        var done = testDatasets.finished(me, attempt.id().orElseThrow());
        assertThat(done.state()).as(done.problem().toString()).isEqualTo(ImportStatus.State.SUCCEEDED);
        var dataset = datasets.find(me, done.dataset().orElseThrow());
        assertLabels(me, dataset, attempt.expected());
        if (attempt.expected().has("layers")) {
            assertLayers(me, dataset, attempt.expected().get("layers"));
        } else if (attempt.expected().has("sha256_f64")) {
            assertThat(dataset.hookPoints()).hasSize(1);
            assertThat(hash(me, dataset, 0))
                    .isEqualTo(attempt.expected().get("sha256_f64").asString());
        }
    }

    private static void assertRefusal(BadInput refusal, String expect) {
        assertThat(expect).as(refusal.getMessage()).isNotEqualTo("accept");
        assertThat(refusal.getMessage()).endsWith(".").doesNotContain("Exception", "java.");
        if (expect.equals("ask")) {
            assertThat(refusal.field()).as(refusal.getMessage()).isPresent();
            assertThat(refusal.where()).as(refusal.getMessage()).containsKey("choices");
        }
    }

    /// A matrix with the labels that belong to it, labels with a matrix of their length, or a file that holds both.
    private static List<File> staged(JsonNode expected) throws IOException {
        var file = expected.get("file").asString();
        var own = new File(simple(file), read(file));
        if (expected.get("format").asString().equals("labels")) {
            return List.of(new File("acts.npy", TestNpy.f32(samples(expected), 2, (s, n) -> s + n)), own);
        }
        return expected.get("role").asString().equals("matrix")
                ? List.of(
                        own,
                        new File(
                                "labels.npy",
                                read(expected.path("pair_labels_file").asString("labels/labels_60.npy"))))
                : List.of(own);
    }

    private static int samples(JsonNode expected) {
        var labels = expected.path("labels");
        return labels.isMissingNode()
                ? 60
                : labels.get("n_true").asInt()
                        + labels.get("n_false").asInt()
                        + labels.get("n_missing").asInt();
    }

    private void assertLabels(Viewer me, DatasetDetails dataset, JsonNode expected) {
        var labels = expected.get("labels");
        assertThat(dataset.samples()).isEqualTo(samples(expected));
        var labeling = dataset.labelings().getFirst();
        assertThat(labeling.classes().get(0).count())
                .isEqualTo(labels.get("n_true").asInt());
        assertThat(labeling.classes().get(1).count())
                .isEqualTo(labels.get("n_false").asInt());
        var codes = activations.labels(me, dataset.id(), labeling.id()).classOf();
        var signed = new byte[codes.length];
        for (var i = 0; i < codes.length; i++) {
            signed[i] = codes[i] < 0 ? -1 : (byte) (1 - codes[i]);
        }
        if (labels.has("sha256_i8")) {
            assertThat(sha256(signed)).isEqualTo(labels.get("sha256_i8").asString());
        }
    }

    private void assertLayers(Viewer me, DatasetDetails dataset, JsonNode layers) {
        assertThat(dataset.hookPoints()).hasSize(layers.size());
        layers.propertyStream().forEach(layer -> {
            var index = Integer.parseInt(layer.getKey().replaceAll("\\D+", " ").strip());
            var point = dataset.hookPoints().stream()
                    .filter(one -> one.layerIndex().getAsInt() == index)
                    .findFirst()
                    .orElseThrow();
            assertThat(hash(me, dataset, point.id()))
                    .isEqualTo(layer.getValue().get("sha256_f64").asString());
        });
    }

    /// As expected.json has it: little-endian float64 in the order of the samples, NaN as 0x7ff8000000000000.
    private String hash(Viewer me, DatasetDetails dataset, int hookPoint) {
        var neurons = dataset.requireHookPoint(hookPoint).neuronCount();
        var refs = IntStream.range(0, neurons)
                .mapToObj(neuron -> new NeuronRef(dataset.id(), hookPoint, neuron))
                .toList();
        var read = activations.read(me, refs);
        var columns = new ArrayList<double[]>();
        refs.forEach(ref -> columns.add(ActivationCodec.decode(
                Objects.requireNonNull(read.get(ref)).payload(),
                Objects.requireNonNull(read.get(ref)).encoding())));
        var bytes = ByteBuffer.allocate(dataset.samples() * neurons * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample = 0; sample < dataset.samples(); sample++) {
            for (var column : columns) {
                bytes.putLong(Double.doubleToLongBits(column[sample]));
            }
        }
        return sha256(bytes.array());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String simple(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ImportedFixturesDbTest.class.getResourceAsStream(FIXTURES + file), () -> "No fixture " + file)) {
            return in.readAllBytes();
        }
    }
}
