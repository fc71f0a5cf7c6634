package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
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
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ScreeningDbTest {

    private static final int SAMPLES = 240;
    /// More than a part of 4,096 holds, so that there are neurons at the edges of parts.
    private static final int NEURONS = 4_100;

    private static final List<Integer> PLANTED = List.of(0, 77, 4_095, 4_096, 4_099);
    private static final int CONSTANT = 5;
    private static final int ALL_NAN = 6;
    private static final ProfileColumn AUROC = ProfileColumn.of(Score.AUROC);

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
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    private Viewer me;

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
    }

    /// Noise, in which the planted neurons are larger where the label is 1.
    private DatasetDetails planted(int neurons) {
        var random = new Random(11);
        var noise = random.doubles((long) SAMPLES * neurons, -1, 1).toArray();
        var acts = TestNpy.f32(SAMPLES, neurons, (s, n) -> {
            if (n == CONSTANT) {
                return 3;
            }
            if (n == ALL_NAN) {
                return Float.NaN;
            }
            return (float) noise[s * neurons + n] + (PLANTED.contains(n) && s % 2 == 1 ? 1 : 0);
        });
        var labels = TestNpy.i8(IntStream.range(0, SAMPLES).map(i -> i % 2).toArray());
        return testDatasets.imported(
                me, ImportSpec.EMPTY, List.of(new File("acts.npy", acts), new File("labels.npy", labels)));
    }

    private static RankingQuery by(LabelingRef labeling, Split split, List<RankFilter> filters, int offset, int limit) {
        var columns =
                Arrays.stream(Split.values()).map(of -> new ScoreAt(of, AUROC)).toList();
        return new RankingQuery(
                Selection.of(labeling, Optional.empty()),
                new ScoreAt(split, AUROC),
                RankOrder.ABS,
                filters,
                columns,
                offset,
                limit);
    }

    @Test
    void plantedNeuronsComeFirstAlsoAtTheEdgesOfParts() {
        var labeling = testScreenings.screened(me, planted(NEURONS));
        var ranking = rankings.rank(me, by(labeling, Split.DISCOVERY, List.of(), 0, 5));

        assertThat(ranking.rows().stream().map(row -> row.neuron().neuron()))
                .containsExactlyInAnyOrderElementsOf(PLANTED);
        assertThat(ranking.neurons()).isEqualTo(NEURONS);
        // The constant one and the one of NaN have no p
        assertThat(ranking.tested()).isEqualTo(NEURONS - 2);
        assertThat(ranking.rows()).allSatisfy(row -> {
            assertThat(row.value(new ScoreAt(Split.DISCOVERY, AUROC)).orElseThrow() - 0.5)
                    .isGreaterThan(ranking.nullMax().orElseThrow());
            assertThat(row.value(new ScoreAt(Split.HELD_OUT, AUROC)).orElseThrow())
                    .isGreaterThan(0.75);
        });
        assertThat(rankings.rank(me, by(labeling, Split.DISCOVERY, List.of(), 5, 1))
                        .rows()
                        .getFirst()
                        .value(new ScoreAt(Split.DISCOVERY, AUROC))
                        .orElseThrow())
                .isBetween(
                        0.5 - ranking.nullMax().orElseThrow() - 0.05,
                        0.5 + ranking.nullMax().orElseThrow() + 0.05);
    }

    @Test
    void pagesFollowOneAnotherAndThoseWithoutTheScoreComeLast() {
        var labeling = testScreenings.screened(me, planted(30));
        var all = rankings.rank(me, by(labeling, Split.ALL, List.of(), 0, 100));
        var third = rankings.rank(me, by(labeling, Split.ALL, List.of(), 20, 10));

        assertThat(all.rows()).hasSize(30);
        assertThat(third.rows()).isEqualTo(all.rows().subList(20, 30));
        assertThat(third.offset()).isEqualTo(20);
        assertThat(all.rows().getLast().neuron().neuron()).isEqualTo(ALL_NAN);
        assertThat(all.rows().stream().map(RankedNeuron::rank))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
        assertThat(rankings.rank(me, by(labeling, Split.ALL, List.of(), 500, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void filtersLeaveThoseThatPassAllOfThem() {
        var labeling = testScreenings.screened(me, planted(100));
        var positive = new RankFilter.Within(new ScoreAt(Split.ALL, AUROC), 0.7, Double.POSITIVE_INFINITY);

        assertThat(rankings.rank(me, by(labeling, Split.ALL, List.of(positive), 0, 10)).rows().stream()
                        .map(row -> row.neuron().neuron()))
                .containsExactlyInAnyOrder(0, 77);
        var dead = rankings.rank(
                me, by(labeling, Split.ALL, List.of(new RankFilter.Bears(Set.of(OutlierType.DEAD))), 0, 10));
        assertThat(dead.rows()).singleElement().satisfies(row -> {
            assertThat(row.neuron().neuron()).isEqualTo(CONSTANT);
            assertThat(row.outliers()).extracting(outlier -> outlier.type()).contains(OutlierType.DEAD);
        });
        assertThat(rankings.rank(
                                me,
                                by(
                                        labeling,
                                        Split.ALL,
                                        List.of(positive, new RankFilter.Bears(Set.of(OutlierType.DEAD))),
                                        0,
                                        10))
                        .matching())
                .isZero();
    }

    @Test
    void cutsOfTheDatasetDecideWhoIsAnOutlier() {
        var dataset = planted(100);
        var labeling = testScreenings.screened(me, dataset);
        var separating = List.<RankFilter>of(new RankFilter.Bears(Set.of(OutlierType.SEPARATING)));
        assertThat(rankings.rank(me, by(labeling, Split.ALL, separating, 0, 10)).matching())
                .isEqualTo(2);

        var d = OutlierCuts.DEFAULT;
        screenings.changeCuts(
                me,
                dataset.id(),
                new OutlierCuts(0.5, d.location(), d.scale(), d.bimodal(), d.heavyTailed(), d.massive()));

        assertThat(rankings.rank(me, by(labeling, Split.ALL, separating, 0, 10)).matching())
                .isZero();
        assertThat(screenings.cuts(me, dataset.id()).separating()).isEqualTo(0.5);
    }

    @Test
    void oneNeuronIsKnownAsInTheRanking() {
        var dataset = planted(NEURONS);
        var labeling = testScreenings.screened(me, dataset);
        var ranked = rankings.rank(me, by(labeling, Split.ALL, List.of(), 0, 8)).rows();

        for (var row : ranked) {
            var one = rankings.of(me, row.neuron(), labeling.labeling()).orElseThrow();
            assertThat(one.values()).containsAllEntriesOf(row.values());
            assertThat(one.outliers()).isEqualTo(row.outliers());
            assertThat(one.value(new ScoreAt(Split.ALL, ProfileColumn.Q))).isPresent();
            assertThat(one.tested()).isEqualTo(NEURONS - 2);
        }
        var badges = rankings.outliers(
                me, ranked.stream().collect(Collectors.toMap(RankedNeuron::neuron, row -> labeling.labeling())));
        ranked.forEach(
                row -> assertThat(badges.getOrDefault(row.neuron(), List.of())).isEqualTo(row.outliers()));
    }

    @Test
    void overviewsCountEveryNeuron() {
        var labeling = testScreenings.screened(me, planted(NEURONS));
        var selection = Selection.of(labeling, Optional.of(0));
        var auroc = new ScoreAt(Split.DISCOVERY, AUROC);
        var heldOut = new ScoreAt(Split.HELD_OUT, AUROC);

        var distribution = overviews.distribution(me, selection, auroc, 50);
        assertThat(distribution.counts().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(distribution.neurons());
        assertThat(distribution.neurons() + distribution.missing()).isEqualTo(NEURONS);
        assertThat(distribution.edges())
                .hasSize(distribution.counts().size() + 1)
                .isSorted();
        assertThat(distribution.expected().orElseThrow()).hasSameSizeAs(distribution.counts());

        var plane = overviews.plane(me, selection, auroc, heldOut);
        assertThat(plane.points()).hasSize(plane.neurons()).hasSize(NEURONS - 1);

        var layers = overviews.layers(me, Selection.of(labeling, Optional.empty()), auroc);
        assertThat(layers).singleElement().satisfies(layer -> {
            assertThat(PLANTED).contains(layer.top().orElseThrow().neuron());
            assertThat(layer.min()).isLessThan(layer.q05());
            assertThat(layer.median()).isBetween(0.45, 0.55);
        });
    }

    @Test
    void manyNeuronsBecomeCells() {
        var labeling = testScreenings.screened(me, planted(6_000));
        var plane = overviews.plane(
                me,
                Selection.of(labeling, Optional.of(0)),
                new ScoreAt(Split.DISCOVERY, AUROC),
                new ScoreAt(Split.HELD_OUT, AUROC));

        assertThat(plane.points()).isEmpty();
        assertThat(plane.counts())
                .hasSize((plane.xEdges().size() - 1) * (plane.yEdges().size() - 1));
        assertThat(plane.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(5_999);
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
        var labeling = testScreenings.screened(me, planted(NEURONS));
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
        var labeling = testScreenings.screened(me, planted(30));
        rows.restart(labeling);

        assertThatThrownBy(() -> runner.run(Phase.PROFILE, labeling, () -> true))
                .isInstanceOf(ScreeningRunner.Interrupted.class);

        assertThat(screenings.status(me, labeling).points().getFirst().state()).isEqualTo(State.RUNNING);
        runner.run(Phase.PROFILE, labeling, () -> false);
        assertThat(screenings.status(me, labeling).isDone(Optional.empty())).isTrue();
    }

    @Test
    void whatIsCancelledStaysSoUntilItIsAskedForAgain() {
        var labeling = testScreenings.screened(me, planted(30));
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
        var dataset = planted(30);
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
        var dataset = planted(30);
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
        assertThat(rankings.outliers(other, Map.of(neuron, labeling.labeling())))
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
        var dataset = planted(30);
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
