package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Denied;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class LabelFileServiceDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private LabelFileService labelFiles;

    @Autowired
    private ActivationService activations;

    @Autowired
    private Access access;

    @Autowired
    private HistogridSettings settings;

    private Viewer me;
    private DatasetDetails dataset;

    @BeforeEach
    void importADataset() {
        me = Viewer.of(people.member());
        dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(4, 2, (s, n) -> s + n)),
                        File.text("samples.csv", "qid,correct\na,1\nb,0\nc,1\nd,0\n")));
    }

    private static Optional<Labels> spec(String json) {
        return Optional.of(new JsonMapper().readValue(json, Labels.class));
    }

    private Labeling added(Optional<Labels> spec, File file) {
        return labelFiles.add(me, dataset.id(), testDatasets.staged(me, List.of(file)), spec);
    }

    private BadInput refused(Optional<Labels> spec, File file) {
        var draft = testDatasets.staged(me, List.of(file));
        try {
            labelFiles.add(me, dataset.id(), draft, spec);
        } catch (BadInput e) {
            assertThat(imports.find(me, draft).state()).isEqualTo(ImportStatus.State.DRAFT);
            assertThat(datasets.find(me, dataset.id())).isEqualTo(dataset);
            return e;
        }
        throw new AssertionError("The labels were taken");
    }

    private byte[] codes(Labeling labeling) {
        return activations.labels(me, dataset.id(), labeling.id()).classOf();
    }

    @Test
    void labelsAreJoinedByTheIdsOfTheSamplesWithoutBeingAsked() {
        var file = File.text("judged.csv", "question_id,label\nd,1\nc,1\na,0\nb,0\n");
        var made = added(Optional.empty(), file);

        assertThat(made.name()).isEqualTo("label");
        assertThat(codes(made)).containsExactly(1, 1, 0, 0);
        var after = datasets.find(me, dataset.id());
        assertThat(after.labelings()).extracting(Labeling::name).contains("correct", "label");
        assertThat(after.columns()).extracting(SampleColumn::name).containsExactly("correct", "label");
        assertThat(after.sources()).extracting(DatasetSource::name).contains("judged.csv");
        assertThat(datasets.samples(me, dataset.id(), 3, 1).getFirst().attributes())
                .isEqualTo(Map.of("correct", "0", "label", "1"));
    }

    @Test
    void vectorGoesByOrderAndItsColumnIsThereForFurtherLabelings() {
        var made = added(
                spec("{\"name\": \"judge\", \"threshold\": 0.5, \"above\": \"good\", \"below\": \"bad\"}"),
                new File("judge.npy", TestNpy.f32(4, 1, (s, n) -> s == 1 ? Float.NaN : s / 4f)));
        assertThat(made.classes()).containsExactly(new LabelClass("good", 2, 1), new LabelClass("bad", 1, 2));
        assertThat(codes(made)).containsExactly(1, -1, 0, 0);
        assertThat(labelings.scoreColumn(me, dataset.id(), "judge").at(0.6)).isEqualTo(new ThresholdCounts(1, 2, 1));
    }

    @Test
    void columnOfATakenNameGetsAnotherOne() {
        var file = File.text("second.csv", "qid,correct\na,0\nb,0\nc,1\nd,1\n");
        var made = added(spec("{\"name\": \"second\"}"), file);
        assertThat(made.rule().column()).isEqualTo("correct (second.csv)");
        assertThat(codes(made)).containsExactly(1, 1, 0, 0);
        assertThat(added(spec("{\"name\": \"third\"}"), file).rule().column()).isEqualTo("correct (second.csv, 2)");
        assertThat(codes(dataset.labelings().getFirst())).containsExactly(0, 1, 0, 1);
    }

    @Test
    void labelsOfAnotherRunAreRefusedByIdAndByLength() {
        assertThat(refused(Optional.empty(), File.text("l.csv", "qid,label\na,1\nb,0\nc,1\nx,0\n")))
                .hasMessageContaining("labels x in row 4")
                .hasMessageContaining("Of 4 labels and 4 samples");
        assertThat(refused(Optional.empty(), new File("l.npy", TestNpy.i8(1, 0, 1))))
                .hasMessageContaining("3 labels, but")
                .hasMessageContaining("number 4 (d)");
        assertThat(refused(spec("{\"id\": \"other\"}"), File.text("l.csv", "qid,label\na,1\nb,0\nc,1\nd,0\n"))
                        .where())
                .containsEntry("field", "id")
                .containsEntry("choices", List.of("qid", "label"));
    }

    @Test
    void whatIsUnclearIsAskedByTheFieldOfTheSpecification() {
        assertThat(refused(Optional.empty(), File.text("l.csv", "qid,label\na,x\nb,y\nc,z\nd,x\n"))
                        .where())
                .containsEntry("field", "values")
                .containsEntry("choices", List.of("x", "y", "z"));
        assertThat(refused(Optional.empty(), File.text("l.csv", "qid,id,label\na,a,1\nb,b,0\nc,c,1\nd,d,0\n"))
                        .where())
                .containsEntry("field", "id")
                .containsEntry("choices", List.of("qid", "id"));
        assertThat(refused(
                        spec("{\"name\": \" \", \"values\": {\"a\": [\"7\"], \"b\": [\"8\"]}}"),
                        File.text("l.csv", "qid,label\na,1\nb,0\nc,1\nd,0\n")))
                .hasMessageContaining("No sample falls into any class");
    }

    @Test
    void nameThatIsTakenChangesNothing() {
        var draft = testDatasets.staged(me, List.of(File.text("l.csv", "qid,label\na,1\nb,0\nc,1\nd,0\n")));
        var named = spec("{\"name\": \"correct\"}");
        assertThatThrownBy(() -> labelFiles.add(me, dataset.id(), draft, named)).isInstanceOf(Conflict.class);
        assertThat(datasets.find(me, dataset.id())).isEqualTo(dataset);
        assertThat(datasets.samples(me, dataset.id(), 0, 1).getFirst().attributes())
                .isEqualTo(Map.of("correct", "1"));
    }

    @Test
    void fileIsGoneOnceItsLabelsAreThere() {
        var draft = testDatasets.staged(me, List.of(File.text("l.csv", "qid,label\na,1\nb,0\nc,1\nd,0\n")));
        labelFiles.add(me, dataset.id(), draft, Optional.empty());
        assertThat(settings.staging().resolve(draft.toString())).doesNotExist();
        assertThat(imports.lastDraft(me)).isEmpty();
    }

    @Test
    void onlyWhoMayEditTheDatasetAndOwnsTheFileAddsIt() {
        var colleague = Viewer.of(people.member());
        var file = File.text("l.csv", "qid,label\na,1\nb,0\nc,1\nd,0\n");
        var mine = testDatasets.staged(me, List.of(file));
        var theirs = testDatasets.staged(colleague, List.of(file));
        assertThatThrownBy(() -> labelFiles.add(colleague, dataset.id(), theirs, Optional.empty()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> labelFiles.propose(colleague, dataset.id(), theirs, Optional.empty()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> labelFiles.add(me, dataset.id(), theirs, Optional.empty()))
                .isInstanceOf(NotFound.class);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        assertThatThrownBy(() -> labelFiles.add(colleague, dataset.id(), theirs, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThat(labelFiles
                        .propose(me, dataset.id(), mine, Optional.empty())
                        .labels()
                        .id())
                .isEqualTo("qid");
    }
}
