package org.histogrid.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.neuron.SimilarList.Similar;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Correlation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SimilarNeuronsDbTest {

    private static final int SAMPLES = 80;
    private static final int NEURONS = 600;
    private static final int TARGET = 41;
    private static final int CONSTANT = 7;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private ActivationService activations;

    @Autowired
    private SimilarNeurons similar;

    @Autowired
    private Access access;

    private Viewer me;
    private DatasetDetails dataset;

    @BeforeEach
    void imported() {
        me = Viewer.of(people.member());
        var random = new Random(3);
        var noise = random.doubles((long) SAMPLES * NEURONS, -1, 1).toArray();
        dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File(
                                "acts.npy",
                                TestNpy.f32(SAMPLES, NEURONS, (s, n) -> value(s, n, noise[s * NEURONS + n]))),
                        new File(
                                "labels.npy",
                                TestNpy.i8(IntStream.range(0, SAMPLES)
                                        .map(i -> i % 2)
                                        .toArray()))));
    }

    /// A common wave that neurons follow more or less, or against; one is constant and some values are missing.
    private static float value(int sample, int neuron, double noise) {
        if (neuron == CONSTANT) {
            return 2;
        }
        if (neuron % 97 == 5 && sample % 11 == 3) {
            return Float.NaN;
        }
        return (float) (Math.sin(sample / 5.0) * ((neuron % 13) - 6) / 3 + noise);
    }

    private NeuronRef ref(int neuron) {
        return new NeuronRef(dataset.id(), dataset.hookPoints().getFirst().id(), neuron);
    }

    private Map<Integer, Double> direct(Kind by) {
        var all = IntStream.range(0, NEURONS).mapToObj(this::ref).toList();
        var values = new HashMap<Integer, double[]>();
        activations
                .read(me, all)
                .forEach((ref, vector) ->
                        values.put(ref.neuron(), ActivationCodec.decode(vector.payload(), vector.encoding())));
        var correlations = new HashMap<Integer, Double>();
        values.forEach((neuron, other) -> {
            if (neuron != TARGET && neuron != CONSTANT) {
                correlations.put(neuron, direct(values.get(TARGET), other, by));
            }
        });
        return correlations;
    }

    /// Straight from the definition, over the samples where both are finite.
    private static double direct(double[] one, double[] other, Kind by) {
        var pairs = new double[2][one.length];
        var n = 0;
        for (var i = 0; i < one.length; i++) {
            if (Double.isFinite(one[i]) && Double.isFinite(other[i])) {
                pairs[0][n] = one[i];
                pairs[1][n++] = other[i];
            }
        }
        var x = Arrays.copyOf(pairs[0], n);
        var y = Arrays.copyOf(pairs[1], n);
        return by == Kind.PEARSON ? pearson(x, y) : pearson(ranks(x), ranks(y));
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .map(other -> other < value ? 1 : other == value ? 0.5 : 0)
                                .sum()
                        + 0.5)
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        var meanX = Arrays.stream(x).average().orElse(0);
        var meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (var i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @ParameterizedTest
    @EnumSource
    void findsThoseWithTheGreatestAndLeastCorrelations(Kind by) {
        var expected = direct(by);
        var rising = expected.values().stream().sorted().toList();

        var found = similar.find(me, ref(TARGET), by);

        assertCorrelations(found.alike(), rising.reversed().subList(0, SimilarList.MOST), expected);
        assertCorrelations(found.opposite(), rising.subList(0, SimilarList.MOST), expected);
        assertThat(found.compared()).isEqualTo(NEURONS - 2);
        assertThat(found.constant()).isEqualTo(1);
        assertThat(found.limit(3).alike()).hasSize(3);
    }

    /// Neurons that are equally alike may stand in either order.
    private static void assertCorrelations(List<Similar> found, List<Double> inOrder, Map<Integer, Double> expected) {
        assertThat(found).hasSameSizeAs(inOrder);
        for (var i = 0; i < found.size(); i++) {
            var one = found.get(i);
            assertThat(one.correlation())
                    .isCloseTo(inOrder.get(i), within(1e-9))
                    .isCloseTo(expected.get(one.neuron()), within(1e-9));
        }
        assertThat(found).doesNotHaveDuplicates();
    }

    @Test
    void aConstantNeuronIsLikeNoOther() {
        var found = similar.find(me, ref(CONSTANT), Kind.SPEARMAN);
        assertThat(found.alike()).isEmpty();
        assertThat(found.opposite()).isEmpty();
        assertThat(found.compared()).isZero();
        assertThat(found.constant()).isEqualTo(NEURONS - 1);
    }

    @Test
    void isRememberedUntilTheDatasetChanges() {
        var first = similar.find(me, ref(TARGET), Kind.PEARSON);
        assertThat(similar.find(me, ref(TARGET), Kind.PEARSON)).isSameAs(first);
        assertThat(similar.known(me, ref(TARGET), Kind.PEARSON)).contains(first);
        assertThat(similar.known(me, ref(TARGET), Kind.SPEARMAN)).isEmpty();

        datasets.describe(me, dataset.id(), "Another name", "");
        assertThat(similar.known(me, ref(TARGET), Kind.PEARSON)).isEmpty();
    }

    @Test
    void aSearchSaysHowFarItIs() {
        var search = similar.search(me, ref(TARGET), Kind.SPEARMAN);
        assertThat(search.total()).isEqualTo(NEURONS);
        await().atMost(Duration.ofSeconds(20)).until(search::isOver);
        assertThat(search.done()).isEqualTo(NEURONS);
        assertThat(search.result()).isPresent();
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        similar.find(me, ref(TARGET), Kind.SPEARMAN);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = Viewer.of(people.member());
        assertThatThrownBy(() -> similar.find(colleague, ref(TARGET), Kind.SPEARMAN))
                .isInstanceOf(NotFound.class)
                .hasMessage("This dataset was not found.");
        assertThatThrownBy(() -> similar.known(colleague, ref(TARGET), Kind.SPEARMAN))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsNotRecordedIsNotFound() {
        assertThatThrownBy(() -> similar.find(me, ref(NEURONS), Kind.SPEARMAN))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("Neuron 600")
                .hasMessageContaining("0 to 599");
        assertThatThrownBy(() -> similar.find(me, new NeuronRef(DatasetId.create(), 0, TARGET), Kind.SPEARMAN))
                .isInstanceOf(NotFound.class);
    }
}
