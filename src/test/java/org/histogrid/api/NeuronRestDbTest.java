package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
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
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplicationTest
class NeuronRestDbTest {

    /// Neuron 1 rises with neuron 0 and not on a line; neuron 2 falls; neuron 3 is constant.
    private static final File ACTS = new File("acts.npy", TestNpy.f32(6, 4, (s, n) -> switch (n) {
        case 0 -> s;
        case 1 -> s * s * s;
        case 2 -> 10 - s;
        default -> 1;
    }));

    private static final File LABELS = new File("labels.npy", TestNpy.i8(0, 0, 1, 0, 1, 1));

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private Access access;

    private Viewer me;
    private Client client;
    private DatasetDetails dataset;

    @BeforeEach
    void logIn() {
        Member member = people.member();
        me = Viewer.of(member);
        client = new Client(port, people.token(member));
        dataset = testDatasets.imported(me, ImportSpec.EMPTY, List.of(ACTS, LABELS));
    }

    private String neuron(int neuron) {
        return "/api/v1/datasets/%s/hook-points/%d/neurons/%d"
                .formatted(dataset.id(), dataset.hookPoints().getFirst().id(), neuron);
    }

    @Test
    void similarNeuronsAreListedByTheirCorrelation() {
        var byRank = client.get(neuron(0) + "/similar").json();
        var alike = byRank.get("alike");
        assertThat(alike.size()).isEqualTo(1);
        assertThat(alike.get(0).get("neuron").asInt()).isEqualTo(1);
        assertThat(alike.get(0).get("correlation").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(byRank.get("opposite").get(0).get("neuron").asInt()).isEqualTo(2);
        assertThat(byRank.get("compared").asInt()).isEqualTo(2);
        assertThat(byRank.get("constant").asInt()).isEqualTo(1);
        var byValue = client.get(neuron(0) + "/similar?by=pearson&limit=1").json();
        assertThat(byValue.get("alike").get(0).get("correlation").asDouble()).isBetween(0.9, 0.95);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        var by = client.get(neuron(0) + "/similar?by=cosine");
        assertThat(by.status()).isEqualTo(422);
        assertThat(by.json().get("choices").toString()).isEqualTo("[\"spearman\",\"pearson\"]");
        assertThat(client.get(neuron(0) + "/similar?limit=51")
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("limit");
        assertThat(client.get(neuron(4) + "/similar").status()).isEqualTo(404);
        assertThat(client.get(neuron(0).replace("/0", "/x") + "/similar").status())
                .isEqualTo(404);
    }

    @Test
    void whoMayNotSeeTheDatasetFindsNothing() {
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = new Client(port, people.token(people.member()));
        assertThat(colleague.get(neuron(0) + "/similar").status()).isEqualTo(404);
    }
}
