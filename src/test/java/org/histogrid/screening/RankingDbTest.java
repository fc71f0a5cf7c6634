package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.histogrid.screening.PlantedNeurons.ALL_NAN;
import static org.histogrid.screening.PlantedNeurons.AUROC;
import static org.histogrid.screening.PlantedNeurons.CONSTANT;
import static org.histogrid.screening.PlantedNeurons.NEURONS;
import static org.histogrid.screening.PlantedNeurons.PLANTED;
import static org.histogrid.screening.PlantedNeurons.by;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.OutlierCuts;
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RankingDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private PlantedNeurons planted;

    @Autowired
    private TestScreenings testScreenings;

    @Autowired
    private ScreeningService screenings;

    @Autowired
    private RankingService rankings;

    @Autowired
    private OverviewService overviews;

    @Autowired
    private Access access;

    private Viewer me;

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
    }

    @Test
    void plantedNeuronsComeFirstAlsoAtTheEdgesOfParts() {
        var labeling = testScreenings.screened(me, planted.imported(me, NEURONS));
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
        var labeling = testScreenings.screened(me, planted.imported(me, 30));
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
        var labeling = testScreenings.screened(me, planted.imported(me, 100));
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
        var dataset = planted.imported(me, 100);
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
        var dataset = planted.imported(me, NEURONS);
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
                me, ranked.stream().map(row -> under(row, labeling)).toList());
        ranked.forEach(row ->
                assertThat(badges.getOrDefault(under(row, labeling), List.of())).isEqualTo(row.outliers()));
    }

    @Test
    void overviewsCountEveryNeuron() {
        var labeling = testScreenings.screened(me, planted.imported(me, NEURONS));
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
        var labeling = testScreenings.screened(me, planted.imported(me, 6_000));
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

    private static LabelledNeuron under(RankedNeuron row, LabelingRef labeling) {
        return new LabelledNeuron(row.neuron(), labeling.labeling());
    }

    @Test
    void severalAreRankedAtOnceAsEachAlone() {
        var refs = List.of(
                testScreenings.screened(me, planted.imported(me, 30)),
                testScreenings.screened(me, planted.imported(me, 100)));
        var query = by(refs.getFirst(), Split.ALL, List.of(), 0, 5);
        var selections = refs.stream()
                .flatMap(ref -> Stream.of(Selection.of(ref, Optional.empty()), Selection.of(ref, Optional.of(0))))
                .toList();

        assertThat(rankings.rank(me, query, selections))
                .isEqualTo(selections.stream()
                        .map(one -> rankings.rank(me, query, List.of(one)).getFirst())
                        .toList())
                .extracting(Ranking::neurons)
                .containsExactly(30, 30, 100, 100);
        assertThat(rankings.rank(me, query))
                .isEqualTo(rankings.rank(me, query, selections).getFirst());
        var by = query.by();
        assertThat(overviews.distributions(me, selections, by, 20))
                .isEqualTo(selections.stream()
                        .map(one -> overviews.distribution(me, one, by, 20))
                        .toList())
                .allSatisfy(one -> assertThat(one.expected()).isPresent());

        access.changeVisibility(me, refs.getLast().dataset().asThing(), Visibility.PRIVATE);
        var other = Viewer.of(people.member());
        assertThatThrownBy(() -> rankings.rank(other, query, selections)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> overviews.distributions(other, selections, by, 20))
                .isInstanceOf(NotFound.class);
    }
}
