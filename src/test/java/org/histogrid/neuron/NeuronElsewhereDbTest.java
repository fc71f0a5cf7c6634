package org.histogrid.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class NeuronElsewhereDbTest {

    private static final int LAYERS = 20;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private NeuronElsewhere elsewhere;

    @Autowired
    private Access access;

    private Viewer me;
    private String model;

    @BeforeEach
    void logIn() {
        me = Viewer.of(people.member());
        model = "Model " + UUID.randomUUID();
    }

    /// From layer `first` on, a file each; the classes are further apart the higher the layer is.
    private DatasetDetails run(String name, int first, int layers) {
        var files = new ArrayList<>(IntStream.range(first, first + layers)
                .mapToObj(layer -> new File(
                        "resid_post_layer_%d.npy".formatted(layer),
                        TestNpy.f32(6, 3, (s, n) -> s + n + (s < 3 ? 2 * layer : 0))))
                .toList());
        files.add(new File("labels.npy", TestNpy.i8(1, 1, 1, 0, 0, 0)));
        return testDatasets.imported(me, ImportSpec.named(name, model), files);
    }

    private NeuronPlace place(DatasetDetails dataset, int layer) {
        return dataset.hookPoints().stream()
                .filter(point -> Integer.valueOf(layer).equals(point.layer()))
                .map(point -> new NeuronPlace(dataset, point, 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNearestLayersAndTheOtherRunsOfTheModelAreFound() {
        var here = run("Here", 0, LAYERS);
        var there = run("There", 4, 2);
        var found = elsewhere.find(me, place(here, 4), here.labelings().getFirst());

        assertThat(found.layers().stream().map(one -> one.place().point().layer()))
                .containsExactly(0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        assertThat(found.datasets()).singleElement().satisfies(other -> {
            assertThat(other.place().dataset().id()).isEqualTo(there.id());
            assertThat(other.place().point().layer()).isEqualTo(4);
            assertThat(other.labeling().name())
                    .isEqualTo(here.labelings().getFirst().name());
            assertThat(other.auroc()).hasValue(1);
        });
        // Without a shift the first three samples are the lowest
        assertThat(found.layers().getFirst().auroc()).hasValue(0);
        assertThat(found.layers())
                .allSatisfy(one -> assertThat(one.panel().edges()).isPresent());
    }

    @Test
    void whatIsNotSharedIsNotShown() {
        var here = run("Here", 4, 1);
        var there = run("There", 4, 1);
        access.changeVisibility(me, there.id().asThing(), Visibility.PRIVATE);
        var colleague = Viewer.of(people.member());
        var found = elsewhere.find(colleague, place(here, 4), here.labelings().getFirst());
        assertThat(found.datasets()).isEmpty();
        assertThat(found.layers()).isEmpty();
    }

    @Test
    void neighboursAreByNumberAndByLayer() {
        var middle = place(run("Here", 3, 3), 4);
        assertThat(middle.neighbour(-1).orElseThrow().neuron()).isZero();
        assertThat(middle.at(2).neighbour(1)).isEmpty();
        assertThat(middle.onLayer(1).orElseThrow().point().layer()).isEqualTo(5);
        assertThat(middle.onLayer(-1).flatMap(one -> one.onLayer(-1))).isEmpty();
        assertThat(middle.path()).endsWith("/activations/4/1");
    }

    @Test
    void chosenNeuronsHaveTheNextChosenOneAsNeighbour() {
        var spec = ImportSpec.named("Chosen", model);
        var dataset = testDatasets.imported(
                me,
                spec,
                List.of(
                        new File("acts.npy", TestNpy.f32(6, 3, (s, n) -> s + n)),
                        new File("labels.npy", TestNpy.i8(1, 1, 1, 0, 0, 0))));
        var point = dataset.hookPoints().getFirst();
        var chosen = new HookPoint(point.id(), "mlp", null, "", "", "F32", 3, List.of(40, 7, 12), 0, 0);
        var place = new NeuronPlace(dataset, chosen, 12);
        assertThat(place.neighbour(1).orElseThrow().neuron()).isEqualTo(40);
        assertThat(place.neighbour(-1).orElseThrow().neuron()).isEqualTo(7);
        assertThat(place.at(7).neighbour(-1)).isEmpty();
        assertThat(place.onLayers()).containsExactly(place);
    }
}
