package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Denied;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.ServerStopping;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class ImportDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DraftReader drafts;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private ImportJobs jobs;

    @Autowired
    private AbandonedUploads abandoned;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private ActivationService activations;

    @Autowired
    private HistogridSettings settings;

    @Autowired
    private JdbcClient jdbc;

    private Viewer me;

    private static final File ACTS = new File("acts.npy", TestNpy.f16(4, 3, (s, n) -> s * 10 + n));

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
    }

    private static ImportSpec spec(String json) {
        return new JsonMapper().readValue(json, ImportSpec.class);
    }

    private double[] values(DatasetDetails dataset, int hookPoint, int neuron) {
        var ref = new NeuronRef(dataset.id(), hookPoint, neuron);
        var found = activations.read(me, List.of(ref)).get(ref);
        return ActivationCodec.decode(found.payload(), found.encoding());
    }

    private BadInput refused(ImportSpec spec, File... files) {
        var id = testDatasets.staged(me, List.of(files));
        try {
            imports.commit(me, id, spec);
        } catch (BadInput e) {
            assertThat(imports.find(me, id).state()).isEqualTo(ImportStatus.State.DRAFT);
            return e;
        }
        throw new AssertionError("The import was accepted");
    }

    @Test
    void chosenNeuronsAreAddressedByTheirIndicesInTheModel() {
        var dataset = testDatasets.imported(
                me,
                spec("{\"matrices\": [{\"neurons\": [2021, 149, 3556], \"layer\": 32, \"site\": \"resid_post\"}]}"),
                List.of(ACTS, new File("labels.npy", TestNpy.i8(1, 1, 0, 0))));
        var point = dataset.hookPoints().getFirst();
        assertThat(point.neurons()).containsExactly(2021, 149, 3556);
        assertThat(point.inWords()).isEqualTo("resid_post, layer 32");
        assertThat(values(dataset, 0, 3556)).containsExactly(2, 12, 22, 32);
        assertThat(activations.read(me, List.of(new NeuronRef(dataset.id(), 0, 2))))
                .isEmpty();
    }

    @Test
    void indicesMayStandInAFile() {
        var dataset = testDatasets.imported(
                me,
                spec("{\"matrices\": [{\"file\": \"acts.npy\", \"neurons\": \"neurons.npy\"}]}"),
                List.of(
                        ACTS,
                        new File("labels.npy", TestNpy.i8(1, 1, 0, 0)),
                        new File("neurons.npy", TestNpy.i8(7, 5, 9))));
        assertThat(values(dataset, 0, 5)).containsExactly(1, 11, 21, 31);
    }

    @Test
    void axesMayBeTurned() {
        var dataset = testDatasets.imported(
                me,
                spec("{\"matrices\": [{\"axes\": [\"neuron\", \"sample\"]}]}"),
                List.of(ACTS, new File("labels.npy", TestNpy.i8(1, 0, 0))));
        assertThat(dataset.samples()).isEqualTo(3);
        assertThat(values(dataset, 0, 3)).containsExactly(30, 31, 32);
    }

    @Test
    void labelsAreJoinedByIdWhateverTheirOrder() {
        var dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        ACTS,
                        File.text("samples.csv", "qid,question\na,A?\nb,B?\nc,C?\nd,D?\n"),
                        File.text("labels.csv", "qid,correct\nd,0\nc,1\nb,1\na,1\n")));
        assertThat(dataset.labelings().getFirst().classes())
                .containsExactly(new LabelClass("true answer", 3, 1), new LabelClass("false answer", 1, 2));
        var labels = activations.labels(
                me, dataset.id(), dataset.labelings().getFirst().id());
        assertThat(labels.classOf()).containsExactly(0, 0, 0, 1);
        assertThat(datasets.samples(me, dataset.id(), 1, 1).getFirst())
                .isEqualTo(new Sample(1, "b", "B?", Map.of("correct", "1")));
    }

    @Test
    void labelForAnUnknownSampleAndASampleWithNoLabelAreNamed() {
        var samples = File.text("samples.csv", "qid,question\na,A?\nb,B?\nc,C?\nd,D?\n");
        assertThat(refused(
                        ImportSpec.EMPTY, ACTS, samples, File.text("labels.csv", "qid,correct\na,1\nb,0\nc,1\nx,1\n")))
                .hasMessageContaining("no label for d");
        assertThat(refused(
                        ImportSpec.EMPTY,
                        ACTS,
                        samples,
                        File.text("labels.csv", "qid,correct\na,1\nb,0\nc,1\nd,1\ne,1\n")))
                .hasMessageContaining("labels e");
    }

    @Test
    void valuesAreCountedWhereTheyAreNotFinite() {
        var dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File(
                                "acts.npy",
                                TestNpy.f32(
                                        4,
                                        2,
                                        (s, n) -> s == 0 ? Float.NaN : s == 1 && n == 1 ? Float.NEGATIVE_INFINITY : 1)),
                        new File("labels.npy", TestNpy.i8(1, 1, 0, 0))));
        var point = dataset.hookPoints().getFirst();
        assertThat(point.nan()).isEqualTo(2);
        assertThat(point.infinite()).isEqualTo(1);
    }

    @Test
    void anEmptyListOfLabelingsImportsWithoutLabels() {
        var dataset = testDatasets.imported(me, spec("{\"labelings\": []}"), List.of(ACTS));
        assertThat(dataset.labelings()).isEmpty();
    }

    @Test
    void whatIsUnclearIsAskedWithItsChoices() {
        assertThat(refused(ImportSpec.EMPTY, ACTS).where()).containsEntry("field", "labelings");
        assertThat(refused(
                                ImportSpec.EMPTY,
                                ACTS,
                                new File("b.npy", ACTS.bytes()),
                                new File("y.npy", TestNpy.i8(1, 0, 1, 0)))
                        .where())
                .containsEntry("field", "matrices")
                .containsEntry("choices", List.of("acts.npy", "b.npy"));
        assertThat(refused(ImportSpec.EMPTY, ACTS, File.text("a.csv", "label,y\n1,0\n0,1\n1,0\n0,1\n"))
                        .where())
                .containsEntry("choices", List.of("a.csv, column label", "a.csv, column y"));
        assertThat(refused(ImportSpec.EMPTY, ACTS, File.text("a.csv", "label\nPOS\nNEG\nPOS\nNEG\n"))
                        .where())
                .containsEntry("field", "labelings[0].values")
                .containsEntry("choices", List.of("POS", "NEG"));
    }

    @Test
    void wrongSpecificationsAreRefusedByField() {
        var labels = new File("labels.npy", TestNpy.i8(1, 1, 0, 0));
        assertThat(refused(spec("{\"matrices\": [{\"neurons\": [1, 2]}]}"), ACTS, labels))
                .hasMessageContaining("3 neurons, but 2 indices");
        assertThat(refused(spec("{\"matrices\": [{\"neurons\": [1, 2, 2]}]}"), ACTS, labels))
                .hasMessageContaining("twice");
        assertThat(refused(spec("{\"matrices\": [{\"neurons\": [1, 2, -2]}]}"), ACTS, labels))
                .hasMessageContaining("-2");
        assertThat(refused(spec("{\"matrices\": [{\"axes\": [\"sample\", \"time\"]}]}"), ACTS, labels))
                .hasMessageContaining("time");
        assertThat(refused(spec("{\"matrices\": [{\"file\": \"other.npy\"}]}"), ACTS, labels)
                        .where())
                .containsEntry("choices", List.of("acts.npy", "labels.npy"));
        assertThat(refused(
                        spec(
                                "{\"labelings\": [{\"file\": \"labels.npy\", \"values\": {\"a\": [\"7\"], \"b\": [\"8\"]}}]}"),
                        ACTS,
                        labels))
                .hasMessageContaining("No sample falls into any class");
        assertThat(refused(
                        spec(
                                "{\"labelings\": [{\"file\": \"labels.npy\", \"values\": {\"a\": [\"1\"], \"b\": [\"1.0\"]}}]}"),
                        ACTS,
                        labels))
                .hasMessageContaining("two classes");
    }

    @Test
    void hookPointsOfOneImportMustDifferAndAgreeInSamples() {
        var labels = new File("labels.npy", TestNpy.i8(1, 1, 0, 0));
        var second = new File("b.npy", TestNpy.f32(4, 2, (s, n) -> s));
        assertThat(refused(
                        spec("{\"matrices\": [{\"file\":\"acts.npy\"},{\"file\":\"b.npy\"}]}"), ACTS, second, labels))
                .hasMessageContaining("both mapped");
        assertThat(refused(
                        spec("{\"matrices\": [{\"file\":\"acts.npy\",\"layer\":1},{\"file\":\"b.npy\",\"layer\":2}]}"),
                        ACTS,
                        new File("b.npy", TestNpy.f32(5, 2, (s, n) -> s)),
                        labels))
                .hasMessageContaining("not of the same run");
        var dataset = testDatasets.imported(
                me,
                spec("{\"matrices\": [{\"file\":\"acts.npy\",\"layer\":1},{\"file\":\"b.npy\",\"layer\":2}]}"),
                List.of(ACTS, second, labels));
        assertThat(dataset.hookPoints()).extracting(HookPoint::layer).containsExactly(1, 2);
        assertThat(values(dataset, 1, 1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void uploadThatBreaksOffLeavesNothingBehind() {
        var id = imports.begin(me);
        var broken = new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
            private final AtomicInteger reads = new AtomicInteger();

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (reads.incrementAndGet() > 1) {
                    throw new IOException("Connection reset");
                }
                return super.read(buffer, offset, length);
            }
        };
        assertThatThrownBy(() -> imports.addFile(me, id, "acts.npy", broken)).hasMessageContaining("Connection reset");
        assertThat(imports.find(me, id).files()).isEmpty();
        assertThat(settings.staging().resolve(id.toString()).toFile().listFiles())
                .isEmpty();
    }

    @Test
    void fullDiskIsSaidInWords() {
        var id = imports.begin(me);
        assertThatThrownBy(() -> imports.addFile(me, id, "acts.npy", path -> {
                    try (var full = Files.newOutputStream(java.nio.file.Path.of("/dev/full"))) {
                        full.write(new byte[10]);
                    }
                }))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("disk of the server is full");
    }

    @Test
    void emptyFileAndSecondFileOfTheSameNameAreRefused() {
        var id = imports.begin(me);
        assertThatThrownBy(() -> imports.addFile(me, id, "acts.npy", InputStream.nullInputStream()))
                .hasMessageContaining("is empty");
        imports.addFile(me, id, "../../acts.npy", new ByteArrayInputStream(ACTS.bytes()));
        assertThat(imports.find(me, id).files().getFirst().name()).isEqualTo("acts.npy");
        assertThatThrownBy(() -> imports.addFile(me, id, "acts.npy", new ByteArrayInputStream(ACTS.bytes())))
                .hasMessageContaining("of this name already");
    }

    @Test
    void draftIsItsOwnersAloneAndOnlyOwnersAndAdministratorsCancel() {
        var id = testDatasets.staged(me, List.of(ACTS));
        var other = Viewer.of(people.member());
        assertThatThrownBy(() -> imports.find(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.look(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.propose(other, id, ImportSpec.EMPTY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.complete(other, id, ImportSpec.EMPTY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.check(other, id, ImportSpec.EMPTY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.withDraft(other, id, ImportFiles::names))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.commit(other, id, ImportSpec.EMPTY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.remember(other, id, ImportSpec.EMPTY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.removeFile(other, id, "acts.npy")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.cancel(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.addFile(other, id, "x", InputStream.nullInputStream()))
                .isInstanceOf(NotFound.class);
        imports.commit(me, id, spec("{\"labelings\": []}"));
        assertThatThrownBy(() -> imports.cancel(other, id)).isInstanceOfAny(Denied.class);
        testDatasets.finished(me, id);
        assertThatThrownBy(() -> imports.cancel(me, id)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> imports.removeFile(me, id, "acts.npy")).isInstanceOf(Conflict.class);
    }

    @Test
    void cancelledImportLeavesNoTrace() {
        var id = testDatasets.staged(me, List.of(ACTS));
        queueWithoutRunning(id);
        imports.cancel(me, id);
        runner.run(id, () -> false);
        assertThat(imports.find(me, id).state()).isEqualTo(ImportStatus.State.CANCELLED);
        assertThat(settings.staging().resolve(id.toString())).doesNotExist();
        assertThat(orphans()).isZero();
    }

    @Test
    void importBrokenOffInTheMiddleStaysInvisibleAndIsTakenUpAgain() {
        var id = testDatasets.staged(me, List.of(ACTS));
        queueWithoutRunning(id);
        assertThatThrownBy(() -> runner.run(id, () -> true)).isInstanceOf(ServerStopping.class);
        var left = imports.find(me, id);
        assertThat(left.state()).isEqualTo(ImportStatus.State.RUNNING);
        assertThat(left.dataset()).isEmpty();
        assertThat(datasets.search(me, "Run of " + id, 0, 10).total()).isZero();

        runner.run(id, () -> false);
        var done = imports.find(me, id);
        assertThat(done.state()).isEqualTo(ImportStatus.State.SUCCEEDED);
        var dataset = datasets.find(me, done.dataset().orElseThrow());
        assertThat(values(dataset, 0, 2)).containsExactly(2, 12, 22, 32);
        assertThat(jdbc.sql("select count(*) from dataset where name = ?")
                        .param("Run of " + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void fileThatVanishedFailsTheImportWithASentence() throws IOException {
        var id = testDatasets.staged(me, List.of(ACTS));
        queueWithoutRunning(id);
        try (var files = Files.list(settings.staging().resolve(id.toString()))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        runner.run(id, () -> false);
        var failed = imports.find(me, id);
        assertThat(failed.state()).isEqualTo(ImportStatus.State.FAILED);
        assertThat(failed.problem())
                .hasValueSatisfying(problem -> assertThat(problem.detail())
                        .contains("acts.npy")
                        .doesNotContain(settings.staging().toString()));
        assertThat(orphans()).isZero();
    }

    @Test
    void importQueuedAndNeverScheduledIsRunAfterTheNextStart() {
        var id = testDatasets.staged(me, List.of(ACTS));
        queueWithoutRunning(id);
        abandoned.sweep();
        assertThat(testDatasets.finished(me, id).state()).isEqualTo(ImportStatus.State.SUCCEEDED);
    }

    @Test
    void sweepRemovesFoldersOfNoImportAndKeepsDrafts() throws IOException {
        var draft = testDatasets.staged(me, List.of(ACTS));
        var orphan = Files.createDirectories(
                settings.staging().resolve(UUID.randomUUID().toString()));
        Files.write(orphan.resolve("file-0"), new byte[10]);
        abandoned.sweep();
        assertThat(orphan).doesNotExist();
        assertThat(drafts.look(me, draft)).hasSize(1);
    }

    /// As commit does, but for the scheduler: the test runs it itself.
    private void queueWithoutRunning(ImportId id) {
        var spec = drafts.propose(me, id, spec("{\"name\": \"Run of %s\", \"labelings\": []}".formatted(id)));
        var job = jobs.findById(id.value()).orElseThrow();
        job.enqueue(spec.complete(), drafts.complete(me, id, spec.spec()).report());
        jobs.save(job);
    }

    private int orphans() {
        return jdbc.sql("select count(*) from dataset where state = 'IMPORTING'")
                .query(Integer.class)
                .single();
    }
}
