package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.base.Search;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.screening.FewNeuronsPath.Chosen;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FewNeuronsDbTest {

    private static final int SAMPLES = 240;
    private static final int NEURONS = 40;
    private static final int CONSTANT = 9;
    private static final int WITH_HOLES = 10;
    private static final int MANY_CLASSES = 20;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private RankingService rankings;

    @Autowired
    private FewNeurons fewNeurons;

    @Autowired
    private FewNeuronsJob job;

    @Autowired
    private Access access;

    private Viewer me;
    private DatasetDetails dataset;

    /// Class `a` is high in neurons 2 and 5, class `b` in neuron 30; `many` has more classes than are scored.
    @BeforeAll
    void imported() {
        me = Viewer.of(people.member());
        var noise = new Random(5).doubles((long) SAMPLES * NEURONS, -1, 1).toArray();
        var table = new StringBuilder("id,kind,many\n");
        for (var i = 0; i < SAMPLES; i++) {
            table.append("s%d,%s,m%d\n".formatted(i, kind(i), i % MANY_CLASSES));
        }
        var kinds = new LinkedHashMap<String, List<String>>();
        List.of("a", "b", "c").forEach(one -> kinds.put(one, List.of(one)));
        var many = new LinkedHashMap<String, List<String>>();
        IntStream.range(0, MANY_CLASSES).forEach(i -> many.put("m" + i, List.of("m" + i)));
        dataset = testDatasets.imported(
                me,
                new ImportSpec(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new ImportSpec.Labels(
                                        "kind", "samples.csv", null, "kind", null, kinds, null, null, null),
                                new ImportSpec.Labels(
                                        "many", "samples.csv", null, "many", null, many, null, null, null))),
                List.of(
                        new File(
                                "acts.npy",
                                TestNpy.f32(SAMPLES, NEURONS, (s, n) -> value(s, n, noise[s * NEURONS + n]))),
                        File.text("samples.csv", table.toString())));
    }

    private static String kind(int sample) {
        return List.of("a", "b", "c").get(sample * 7 % 3);
    }

    private static float value(int sample, int neuron, double noise) {
        if (neuron == CONSTANT) {
            return 2;
        }
        if (neuron == WITH_HOLES && sample % 40 == 0) {
            return Float.NaN;
        }
        var high = kind(sample).equals("a") && (neuron == 2 || neuron == 5)
                || kind(sample).equals("b") && neuron == 30;
        return (float) (noise + (high ? 0.9 : 0));
    }

    private Labeling labeling(String name) {
        return dataset.labelings().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Selection selection(String labeling, int classIndex) {
        return new Selection(
                new LabelingRef(dataset.id(), labeling(labeling).id()),
                Optional.of(dataset.hookPoints().getFirst().id()),
                classIndex);
    }

    private static List<Integer> sparsest(FewNeuronsPath path) {
        return path.steps().get(path.sparsest()).chosen().stream()
                .map(Chosen::neuron)
                .toList();
    }

    @Test
    void eachClassHasNeuronsOfItsOwn() {
        var a = fewNeurons.find(me, selection("kind", 0));
        assertThat(sparsest(a).subList(0, 2)).containsExactlyInAnyOrder(2, 5);
        assertThat(a.positive()).isEqualTo("a");
        assertThat(a.steps()).hasSize(10);
        assertThat(a.steps().get(a.best()).heldOut().auroc().orElseThrow()).isGreaterThan(0.85);
        var b = fewNeurons.find(me, selection("kind", 1));
        assertThat(sparsest(b).getFirst()).isEqualTo(30);
        assertThat(b.positive()).isEqualTo("b");
    }

    @Test
    void theAnswerSaysWhatItIsMadeOf() {
        var path = fewNeurons.find(me, selection("kind", 0));
        assertThat(path.neuronsInWords()).isEqualTo("40 neurons");
        assertThat(path.considered()).isEqualTo(NEURONS);
        assertThat(path.leftOut()).isEqualTo(1);
        assertThat(path.replaced()).isEqualTo(SAMPLES / 40);
        assertThat(path.discovery() + path.heldOut()).isEqualTo(SAMPLES);
        assertThat(path.discovery()).isBetween(SAMPLES / 3, SAMPLES * 2 / 3);
        assertThat(path.folds()).isEqualTo(5);
    }

    @Test
    void beyondTheBoundOnlyTheStrongestNeuronsAreConsidered() {
        var selection = selection("kind", 0);
        screenings.finished(me, selection.labeling());
        var path = job.run(me, selection, 7 * SAMPLES + 1, search());
        assertThat(path.considered()).isEqualTo(7);
        assertThat(path.neuronsInWords()).isEqualTo("7 of 40 neurons");
        var auroc = new ScoreAt(Split.DISCOVERY, ProfileColumn.of(Score.AUROC));
        var strongest = rankings
                .rank(me, new RankingQuery(selection, auroc, RankOrder.DESC, List.of(), List.of(auroc), 0, NEURONS))
                .rows()
                .stream()
                .sorted(Comparator.comparingDouble(
                        (RankedNeuron row) -> -Math.abs(row.value(auroc).orElseThrow() - 0.5)))
                .limit(7)
                .map(row -> row.neuron().neuron())
                .collect(Collectors.toSet());
        assertThat(path.steps().getLast().chosen())
                .extracting(Chosen::neuron)
                .isSubsetOf(strongest)
                .contains(2, 5);
        assertThatThrownBy(() -> job.run(me, selection, SAMPLES - 1, search()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("240 samples");
    }

    /// Under more than 16 classes no neuron is scored.
    @Test
    void withoutScoresTheStrongestAreNotKnown() {
        assertThatThrownBy(() -> job.run(me, selection("many", 0), 7 * SAMPLES, search()))
                .isInstanceOf(Conflict.class)
                .hasMessage(
                        "Only 7 of these 40 neurons can be looked at together: the strongest ones. Which these are is"
                                + " known once all neurons of the hook point are scored under many.");
    }

    private static Search<FewNeuronsPath> search() {
        return new Search<>(LogisticPath.MODELS, FewNeurons.LONGEST);
    }

    @Test
    void isRememberedUntilTheDatasetChanges() {
        var selection = selection("kind", 2);
        assertThat(fewNeurons.known(me, selection)).isEmpty();
        var search = fewNeurons.start(me, selection);
        await().atMost(Duration.ofSeconds(30)).until(search::isOver);
        assertThat(search.done()).isEqualTo(search.total()).isEqualTo(60);
        var first = search.result().orElseThrow();
        assertThat(fewNeurons.find(me, selection)).isSameAs(first);
        assertThat(fewNeurons.known(me, selection)).contains(first);

        datasets.describe(me, dataset.id(), "Another name", "");
        assertThat(fewNeurons.known(me, selection)).isEmpty();
        assertThat(fewNeurons.find(me, selection)).isEqualTo(first);
    }

    @Test
    void whatIsCancelledEnds() {
        var search = search();
        search.cancel();
        assertThat(search.isOver()).isTrue();
        assertThatThrownBy(search::result).isInstanceOf(Search.Cancelled.class);
        assertThatThrownBy(() -> job.run(me, selection("kind", 0), FewNeuronsJob.MOST_VALUES, search))
                .isInstanceOf(Search.Cancelled.class);
    }

    @Test
    void aClassWithTooFewSamplesIsRefused() {
        var small = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(12, 3, (s, n) -> s * (n + 1) % 7)),
                        new File("labels.npy", TestNpy.i8(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1))));
        var selection = Selection.of(
                new LabelingRef(small.id(), small.labelings().getFirst().id()),
                Optional.of(small.hookPoints().getFirst().id()));
        assertThatThrownBy(() -> fewNeurons.find(me, selection))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("5 of each are needed.");
        assertThatThrownBy(() -> fewNeurons.find(me, Selection.of(selection.labeling(), Optional.empty())))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("of one hook point");
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        fewNeurons.find(me, selection("kind", 0));
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = Viewer.of(people.member());
        assertThatThrownBy(() -> fewNeurons.find(colleague, selection("kind", 0)))
                .isInstanceOf(NotFound.class)
                .hasMessage("This dataset was not found.");
        assertThatThrownBy(() -> fewNeurons.start(colleague, selection("kind", 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fewNeurons.known(colleague, selection("kind", 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fewNeurons.find(me, selection("kind", 3)))
                .isInstanceOf(NotFound.class)
                .hasMessage("This class was not found.");
    }
}
