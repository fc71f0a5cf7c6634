package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Denied;
import org.histogrid.base.Json;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.LabelingLook.ClassLook;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

@IntegrationTest
class LabelingServiceDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private ActivationService activations;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    private Viewer me;
    private Viewer colleague;

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
        colleague = Viewer.of(people.member());
    }

    private DatasetDetails scored() {
        return testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(6, 2, (s, n) -> s + n)),
                        File.text(
                                "samples.csv",
                                "qid,label,score,note\na,1,.9,x\nb,1,.8,y\nc,0,.3,z\nd,0,.2,x\ne,1,.1,7\nf,0,,y\n")));
    }

    private byte[] codes(DatasetDetails dataset, LabelingId labeling) {
        return jdbc.sql("select codes from labeling where dataset_id = ? and id = ?")
                .params(dataset.id().value(), labeling.value())
                .query(byte[].class)
                .single();
    }

    private Labeling labeling(DatasetDetails dataset, LabelingId labeling) {
        return datasets.find(me, dataset.id()).labeling(labeling).orElseThrow();
    }

    @Test
    void anyValuesMakeAnyNumberOfClassesAndSamplesMayBeLeftOut() {
        var dataset = scored();
        var values = new LinkedHashMap<String, List<String>>();
        values.put("zebra", List.of("x"));
        values.put("ant", List.of("y"));
        values.put("bee", List.of("z"));
        var made = labelings.add(me, dataset.id(), "three", new LabelingRule("note", values, null, null, null));

        var found = labeling(dataset, made.id());
        assertThat(found.classes())
                .containsExactly(
                        new LabelClass("zebra", 2, 1), new LabelClass("ant", 2, 2), new LabelClass("bee", 1, 3));
        assertThat(found.rule().values().keySet()).containsExactly("zebra", "ant", "bee");
        assertThat(codes(dataset, made.id())).containsExactly(0, 1, 2, 0, -1, 1);
    }

    @Test
    void renamingAndRecolouringChangeNoCodeAndNoCount() {
        var dataset = scored();
        var old = dataset.labelings().getFirst();
        var before = codes(dataset, old.id());
        assertThat(activations
                        .labels(me, dataset.id(), old.id())
                        .classes()
                        .getFirst()
                        .name())
                .isEqualTo("true answer");

        labelings.change(
                me,
                dataset.id(),
                old.id(),
                LabelingLook.of(old).named("truth").withClassNamed(0, "right").withColour(0, 5));

        var renamed = labeling(dataset, old.id());
        assertThat(renamed.name()).isEqualTo("truth");
        assertThat(renamed.classes())
                .containsExactly(new LabelClass("right", 3, 5), new LabelClass("false answer", 3, 2));
        assertThat(renamed.rule().values())
                .isEqualTo(Map.of("right", List.of("1", "true"), "false answer", List.of("0", "false")));
        assertThat(codes(dataset, old.id())).isEqualTo(before);
        assertThat(new Classifier(renamed.rule())
                        .apply(List.of("1", "1", "0", "0", "1", "0"))
                        .classOf())
                .isEqualTo(before);
        var codes = activations.labels(me, dataset.id(), old.id());
        assertThat(codes.classes()).isEqualTo(renamed.classes());
        assertThat(codes.classOf()).isEqualTo(before);
    }

    @Test
    void classesOfAThresholdExchangeTheirNames() {
        var dataset = scored();
        var made = labelings.add(me, dataset.id(), "by score", new LabelingRule("score", null, 0.3, "high", "low"));
        var before = codes(dataset, made.id());
        labelings.change(
                me,
                dataset.id(),
                made.id(),
                new LabelingLook("by score", List.of(new ClassLook("low", 1), new ClassLook("high", 2))));
        var changed = labeling(dataset, made.id());
        assertThat(changed.rule()).isEqualTo(new LabelingRule("score", null, 0.3, "low", "high"));
        assertThat(changed.classes()).containsExactly(new LabelClass("low", 3, 1), new LabelClass("high", 2, 2));
        assertThat(codes(dataset, made.id())).isEqualTo(before);
    }

    @Test
    void colourThatIsTakenIsExchanged() {
        var look = new LabelingLook("l", List.of(new ClassLook("a", 1), new ClassLook("b", 2), new ClassLook("c", 3)));
        assertThat(look.withColour(0, 3).classes())
                .containsExactly(new ClassLook("a", 3), new ClassLook("b", 2), new ClassLook("c", 1));
    }

    @Test
    void looksThatCannotBeToldApartAreRefused() {
        var dataset = scored();
        var id = dataset.labelings().getFirst().id();
        var look = LabelingLook.of(dataset.labelings().getFirst());
        assertThatThrownBy(() -> labelings.change(me, dataset.id(), id, look.withClassNamed(0, "false answer")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Two classes");
        assertThatThrownBy(() -> labelings.change(me, dataset.id(), id, look.withClassNamed(0, " ")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> labelings.change(me, dataset.id(), id, look.withColour(0, 9)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("1 to 8");
        assertThatThrownBy(() -> labelings.change(
                        me,
                        dataset.id(),
                        id,
                        new LabelingLook("l", List.of(new ClassLook("a", 2), new ClassLook("b", 2)))))
                .hasMessageContaining("same colour");
        assertThatThrownBy(() ->
                        labelings.change(me, dataset.id(), id, new LabelingLook("l", List.of(new ClassLook("a", 2)))))
                .hasMessageContaining("2 classes");
        labelings.add(me, dataset.id(), "taken", new LabelingRule("score", null, 0.3, "high", "low"));
        assertThatThrownBy(() -> labelings.change(me, dataset.id(), id, look.named("taken")))
                .isInstanceOf(Conflict.class);
        assertThat(labeling(dataset, id)).isEqualTo(dataset.labelings().getFirst());
    }

    @Test
    void classesStoredWithoutAColourGetTheOneOfTheirPlace() {
        var dataset = scored();
        var id = dataset.labelings().getFirst().id();
        jdbc.sql("""
                        update labeling set classes = '[{"name": "true answer", "count": 3},
                                                        {"name": "false answer", "count": 3}]' where id = ?
                        """).param(id.value()).update();
        var codes = activations.labels(me, dataset.id(), id);
        assertThat(codes.classes()).extracting(LabelClass::colour).containsExactly(1, 2);
        assertThat(Json.read("[{\"name\": \"a\", \"count\": 1}]", new TypeReference<List<LabelClass>>() {}))
                .containsExactly(new LabelClass("a", 1));
    }

    @Test
    void scoreIsReadOnceUntilTheDatasetChanges() {
        var dataset = scored();
        var scores = labelings.scoreColumn(me, dataset.id(), "score");
        assertThat(scores.at(0.3)).isEqualTo(new ThresholdCounts(3, 2, 1));
        jdbc.sql("update sample set attributes = '{}' where dataset_id = ?")
                .param(dataset.id().value())
                .update();
        assertThat(labelings.scoreColumn(colleague, dataset.id(), "score")).isSameAs(scores);
        datasets.describe(me, dataset.id(), dataset.name(), "Changed");
        assertThat(labelings.scoreColumn(me, dataset.id(), "score").at(0.3)).isEqualTo(new ThresholdCounts(0, 0, 6));
    }

    @Test
    void wrongColumnsAreRefusedByName() {
        var dataset = scored();
        assertThatThrownBy(() -> labelings.scoreColumn(me, dataset.id(), "note"))
                .hasMessage("Column note is no score: row 1 holds x, which is not a number (5 such cells in all).");
        assertThatThrownBy(() -> labelings.scoreColumn(me, dataset.id(), "other"))
                .hasMessageContaining("has no column other");
        assertThatThrownBy(
                        () -> labelings.add(me, dataset.id(), "l", new LabelingRule("note", null, 0.5, "high", "low")))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.where()).containsEntry("row", 1L));
    }

    @Test
    void labelingOfOneDatasetIsNotFoundUnderAnother() {
        var one = scored();
        var other = scored();
        var foreign = one.labelings().getFirst();
        var look = LabelingLook.of(foreign);
        assertThatThrownBy(() -> labelings.change(me, other.id(), foreign.id(), look))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.usage(me, other.id(), foreign.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.delete(me, other.id(), foreign.id(), true))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> activations.labels(me, other.id(), foreign.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> datasets.find(me, other.id()).requireLabeling(foreign.id()))
                .isInstanceOf(NotFound.class);
        assertThat(labeling(one, foreign.id())).isEqualTo(foreign);
    }

    @Test
    void onlyWhoMayEditTheDatasetChangesItsLabelings() {
        var dataset = scored();
        var labeling = dataset.labelings().getFirst();
        var look = LabelingLook.of(labeling);
        var rule = new LabelingRule("score", null, 0.3, "high", "low");
        assertThatThrownBy(() -> labelings.add(colleague, dataset.id(), "l", rule))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> labelings.change(colleague, dataset.id(), labeling.id(), look))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> labelings.delete(colleague, dataset.id(), labeling.id(), true))
                .isInstanceOf(Denied.class);
        assertThat(labelings.usage(colleague, dataset.id(), labeling.id())).isNotEmpty();

        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        assertThatThrownBy(() -> labelings.add(colleague, dataset.id(), "l", rule))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.change(colleague, dataset.id(), labeling.id(), look))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.delete(colleague, dataset.id(), labeling.id(), true))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.usage(colleague, dataset.id(), labeling.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.scoreColumn(colleague, dataset.id(), "score"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labelings.scoreColumn(me, new DatasetId(UUID.randomUUID()), "score"))
                .isInstanceOf(NotFound.class);
    }
}
