package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.base.Denied;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.ServerStopping;
import org.histogrid.dataset.ImportLogLine.Level;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class ImportLogDbTest {

    private static final File ACTS = new File("acts.npy", TestNpy.f16(4, 3, (s, n) -> s * 10 + n));

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
    private ImportLog log;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private Access access;

    @Autowired
    private HistogridSettings settings;

    private Member member;
    private Viewer me;

    @BeforeEach
    void logIn() {
        member = people.member();
        me = Viewer.of(member);
    }

    private static ImportSpec spec(String json) {
        return new JsonMapper().readValue(json, ImportSpec.class);
    }

    private ImportId queuedWithoutRunning() {
        var id = testDatasets.staged(me, List.of(ACTS));
        var complete = drafts.propose(me, id, spec("{\"name\": \"Run\", \"labelings\": []}"))
                .complete();
        var job = jobs.findById(id.value()).orElseThrow();
        job.enqueue(complete, drafts.complete(me, id, complete).report());
        jobs.save(job);
        return id;
    }

    private List<String> lines(ImportId id) {
        return imports.log(me, id).stream().map(ImportLogLine::line).toList();
    }

    @Test
    void importTellsItsStepsInTheirOrder() {
        var id = testDatasets.staged(
                me,
                List.of(
                        ACTS,
                        File.text("labels.csv", "qid,correct\na,1\nb,0\nc,\nd,0\n"),
                        File.text("x.csv", "a\n1\n")));
        imports.commit(
                me, id, spec("{\"samples\": {\"file\": \"labels.csv\"}, \"labelings\": [{\"file\": \"labels.csv\"}]}"));
        var done = testDatasets.finished(me, id);

        assertThat(lines(id))
                .containsSubsequence(
                        "Queued by %s: acts.npy, labels.csv, x.csv.".formatted(member.name()),
                        "x.csv is not used.",
                        "Started.",
                        "Files read: 4 samples, 1 hook point.",
                        "Written: activations, 3 neurons, F16.",
                        "Done: the dataset is ready.")
                .anyMatch(line -> line.startsWith("Table of samples written: 4 rows"));
        assertThat(imports.log(me, id))
                .filteredOn(line -> line.line().equals("x.csv is not used."))
                .extracting(ImportLogLine::level)
                .containsExactly(Level.WARNING);
        assertThat(imports.log(me, done.dataset().orElseThrow())).isEqualTo(imports.log(me, id));
    }

    @Test
    void failureStandsInTheLogAsItIsTold() throws Exception {
        var id = queuedWithoutRunning();
        try (var files = Files.list(settings.staging().resolve(id.toString()))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        runner.run(id, () -> false);
        var last = imports.log(me, id).getLast();
        assertThat(last.level()).isEqualTo(Level.ERROR);
        assertThat(last.line())
                .isEqualTo("Failed: "
                        + imports.find(me, id).problem().orElseThrow().detail());
    }

    @Test
    void cancelAndSecondStartStandInTheLog() {
        var id = queuedWithoutRunning();
        assertThatThrownBy(() -> runner.run(id, () -> true)).isInstanceOf(ServerStopping.class);
        imports.cancel(me, id);
        runner.run(id, () -> false);
        assertThat(lines(id))
                .containsSubsequence(
                        "Started.",
                        "%s asked to cancel.".formatted(member.name()),
                        "Started again, from the beginning.",
                        "Cancelled. Nothing was kept.");
    }

    @Test
    void lineOfAFileStaysOneShortLine() {
        var id = imports.begin(me);
        log.add(id, "a\u0000b\nc" + "x".repeat(5_000));
        assertThat(lines(id))
                .singleElement()
                .asString()
                .startsWith("a b cxxx")
                .hasSize(2_000)
                .endsWith("…");
    }

    @Test
    void logIsForWhoMaySeeTheImportOrTheDataset() {
        var colleague = Viewer.of(people.member());
        var draft = imports.begin(me);
        assertThatThrownBy(() -> imports.log(colleague, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.log(me, new ImportId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);

        var dataset =
                testDatasets.small(me, "Logged " + UUID.randomUUID(), 6, 2).id();
        assertThat(imports.log(colleague, dataset)).isNotEmpty();
        var reader = new Viewer.Reader(Set.of(dataset.asThing()));
        assertThatThrownBy(() -> imports.log(reader, dataset)).isInstanceOf(Denied.class);
        access.changeVisibility(me, dataset.asThing(), Visibility.PRIVATE);
        assertThatThrownBy(() -> imports.log(colleague, dataset)).isInstanceOf(NotFound.class);
    }

    @Test
    void progressAndStartAreSeenByColleaguesAndOutliveTheRun() {
        var id = queuedWithoutRunning();
        var colleague = Viewer.of(people.member());
        assertThat(imports.find(colleague, id).startedAt()).isEmpty();
        assertThatThrownBy(() -> runner.run(id, () -> true)).isInstanceOf(ServerStopping.class);
        var seen = imports.find(colleague, id);
        assertThat(seen.state()).isEqualTo(ImportStatus.State.RUNNING);
        assertThat(seen.startedAt()).isPresent();
        assertThat(seen.total()).isEqualTo(24);
        assertThat(imports.running(colleague)).extracting(ImportStatus::id).contains(id);

        runner.run(id, () -> false);
        var done = imports.find(colleague, id);
        assertThat(done.done()).isEqualTo(24);
        assertThat(done.finishedAt().orElseThrow())
                .isAfterOrEqualTo(done.startedAt().orElseThrow());
        datasets.delete(me, done.dataset().orElseThrow(), true);
    }
}
