package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.histogrid.screening.PlantedNeurons.AUROC;
import static org.histogrid.screening.PlantedNeurons.NEURONS;
import static org.histogrid.screening.PlantedNeurons.by;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.base.ServerStopping;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.screening.ScreeningRows.Phase;
import org.histogrid.screening.ScreeningStatus.State;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.OutlierCuts;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ScreeningDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private TestScreenings testScreenings;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private ScreeningService screenings;

    @Autowired
    private ScreeningRows rows;

    @Autowired
    private ScreeningRunner runner;

    @Autowired
    private RankingService rankings;

    @Autowired
    private OverviewService overviews;

    @Autowired
    private PlantedNeurons plantedNeurons;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    private Viewer me;

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
    }

    @Test
    void aLabelingThatIsMadeLaterIsScreenedByItself() {
        var acts = TestNpy.f32(90, 4, (s, n) -> n == 0 ? s % 3 : s);
        var table = new StringBuilder("id,kind,correct\n");
        IntStream.range(0, 90).forEach(i -> table.append("s%d,k%d,%d\n".formatted(i, i % 3, i % 2)));
        var dataset = testDatasets.imported(
                me, ImportSpec.EMPTY, List.of(new File("acts.npy", acts), File.text("samples.csv", table.toString())));
        var made = labelings.add(me, dataset.id(), "kind", kinds());
        var ref = new LabelingRef(dataset.id(), made.id());
        var status = testScreenings.finished(me, ref);

        assertThat(status.isDone(Optional.empty())).isTrue();
        // Neuron 0 tells the third kind from the rest for certain
        var third = new RankingQuery(
                new Selection(ref, Optional.of(0), 2),
                new ScoreAt(Split.ALL, AUROC),
                RankOrder.DESC,
                List.of(),
                List.of(new ScoreAt(Split.ALL, AUROC), new ScoreAt(Split.ALL, ProfileColumn.ETA_SQUARED)),
                0,
                1);
        assertThat(rankings.rank(me, third).rows()).singleElement().satisfies(row -> {
            assertThat(row.neuron().neuron()).isZero();
            assertThat(row.value(new ScoreAt(Split.ALL, AUROC))).hasValue(1);
            assertThat(row.value(new ScoreAt(Split.ALL, ProfileColumn.ETA_SQUARED)))
                    .hasValue(1);
        });
    }

    private static LabelingRule kinds() {
        var values = new LinkedHashMap<String, List<String>>();
        IntStream.range(0, 3).forEach(i -> values.put("kind " + i, List.of("k" + i)));
        return new LabelingRule("kind", values, null, null, null);
    }

    @Test
    void againGivesTheSameAndGoesOnWhereItStopped() {
        var labeling = testScreenings.screened(me, plantedNeurons.imported(me, NEURONS));
        var before = rankings.rank(me, by(labeling, Split.DISCOVERY, List.of(), 0, 50));
        // As a server that is killed leaves it: one part is there, the other is not
        jdbc.sql("delete from neuron_profile where dataset_id = ? and part = 1")
                .param(labeling.dataset().value())
                .update();
        jdbc.sql("update screening set state = 'RUNNING' where dataset_id = ?")
                .param(labeling.dataset().value())
                .update();
        var written = writtenAt(labeling);
        runner.run(Phase.PROFILE, labeling, () -> false);

        assertThat(screenings.status(me, labeling).isDone(Optional.empty())).isTrue();
        assertThat(writtenAt(labeling)).as("the first part is not written anew").isEqualTo(written);
        assertThat(rankings.rank(me, by(labeling, Split.DISCOVERY, List.of(), 0, 50)))
                .isEqualTo(before);

        screenings.again(me, labeling);
        assertThat(testScreenings.finished(me, labeling).points().getFirst().run())
                .isEqualTo(1);
        assertThat(rankings.rank(me, by(labeling, Split.DISCOVERY, List.of(), 0, 50)))
                .isEqualTo(before);
    }

    private List<String> writtenAt(LabelingRef labeling) {
        return jdbc.sql("select distinct xmin::text from neuron_profile where dataset_id = ? and part = 0")
                .param(labeling.dataset().value())
                .query(String.class)
                .list();
    }

    @Test
    void aServerThatStopsLeavesTheRestForLater() {
        var labeling = testScreenings.screened(me, plantedNeurons.imported(me, 30));
        rows.restart(labeling);

        assertThatThrownBy(() -> runner.run(Phase.PROFILE, labeling, () -> true))
                .isInstanceOf(ServerStopping.class);

        assertThat(screenings.status(me, labeling).points().getFirst().state()).isEqualTo(State.RUNNING);
        runner.run(Phase.PROFILE, labeling, () -> false);
        assertThat(screenings.status(me, labeling).isDone(Optional.empty())).isTrue();
    }

    @Test
    void whatIsCancelledStaysSoUntilItIsAskedForAgain() {
        var labeling = testScreenings.screened(me, plantedNeurons.imported(me, 30));
        rows.restart(labeling);
        screenings.cancel(me, labeling);
        runner.run(Phase.PROFILE, labeling, () -> false);

        var status = screenings.status(me, labeling);
        assertThat(status.points().getFirst().state()).isEqualTo(State.CANCELLED);
        assertThat(rankings.rank(me, by(labeling, Split.ALL, List.of(), 0, 10)).neurons())
                .isZero();
        datasets.describe(me, labeling.dataset(), "Another name", "");
        assertThat(screenings.status(me, labeling).points().getFirst().state()).isEqualTo(State.CANCELLED);

        screenings.request(me, labeling);
        assertThat(testScreenings.finished(me, labeling).isDone(Optional.empty()))
                .isTrue();
    }

    @Test
    void aLabelingThatIsDeletedMeanwhileEndsIt() {
        var dataset = plantedNeurons.imported(me, 30);
        var labeling = testScreenings.screened(me, dataset);
        rows.restart(labeling);
        labelings.delete(me, dataset.id(), labeling.labeling(), true);

        runner.run(Phase.PROFILE, labeling, () -> false);

        assertThat(jdbc.sql("select count(*) from neuron_profile where dataset_id = ?")
                        .param(dataset.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void oneWhoMayNotSeeTheDatasetFindsNothing() {
        var dataset = plantedNeurons.imported(me, 30);
        var labeling = testScreenings.screened(me, dataset);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var other = Viewer.of(people.member());
        var selection = Selection.of(labeling, Optional.empty());
        var auroc = new ScoreAt(Split.ALL, AUROC);
        var query = by(labeling, Split.ALL, List.of(), 0, 10);
        var neuron = new NeuronRef(dataset.id(), 0, 0);

        assertThatThrownBy(() -> rankings.rank(other, query)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rankings.top(other, query, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rankings.export(other, query, row -> {})).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rankings.of(other, neuron, labeling.labeling()))
                .isInstanceOf(NotFound.class);
        assertThat(rankings.outliers(other, List.of(new LabelledNeuron(neuron, labeling.labeling()))))
                .isEmpty();
        assertThatThrownBy(() -> overviews.distribution(other, selection, auroc, 10))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> overviews.plane(other, selection, auroc, auroc))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> overviews.layers(other, selection, auroc)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> screenings.status(other, labeling)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> screenings.request(other, labeling)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> screenings.again(other, labeling)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> screenings.cancel(other, labeling)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> screenings.cuts(other, dataset.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> screenings.changeCuts(other, dataset.id(), OutlierCuts.DEFAULT))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhoMayChangeTheDatasetChangesItsScreening() {
        var dataset = plantedNeurons.imported(me, 30);
        var labeling = testScreenings.screened(me, dataset);
        var other = Viewer.of(people.member());

        assertThatThrownBy(() -> screenings.again(other, labeling)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> screenings.cancel(other, labeling)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> screenings.changeCuts(other, dataset.id(), OutlierCuts.DEFAULT))
                .isInstanceOf(Denied.class);
        assertThat(rankings.rank(other, by(labeling, Split.ALL, List.of(), 0, 3))
                        .rows())
                .hasSize(3);
    }

    @Test
    void aLabelingWithOneClassIsRefusedWithASentence() {
        var acts = TestNpy.f32(6, 2, (s, n) -> s);
        var dataset = testDatasets.imported(
                me,
                new ImportSpec(null, null, null, null, null, null, List.of()),
                List.of(
                        new File("acts.npy", acts),
                        File.text("samples.csv", "id,kind\na,x\nb,x\nc,x\nd,x\ne,x\nf,y\n")));
        var values = Map.of("x only", List.of("x"));
        var made = labelings.add(me, dataset.id(), "one", new LabelingRule("kind", values, null, null, null));
        var ref = new LabelingRef(dataset.id(), made.id());

        assertThat(screenings.status(me, ref).refused())
                .hasValueSatisfying(why -> assertThat(why).contains("one class"));
        assertThatThrownBy(() -> screenings.request(me, ref)).isInstanceOf(BadInput.class);
    }
}
