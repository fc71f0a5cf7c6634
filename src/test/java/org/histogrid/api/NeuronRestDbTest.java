package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
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
import tools.jackson.databind.JsonNode;

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
    void theProfileNamesTheScores() {
        var profile = client.get(neuron(0) + "/profile").json();
        assertThat(profile.get("labeling").asString())
                .isEqualTo(dataset.labelings().getFirst().id().toString());
        // True answers are samples 2, 4 and 5 of 0 to 5: eight of nine pairs in order
        assertThat(profile.get("auroc").asDouble()).isCloseTo(8 / 9.0, within(1e-12));
        assertThat(profile.get("n").asInt()).isEqualTo(6);
        assertThat(profile.get("youdenJ").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        var first = profile.get("classes").get(0);
        assertThat(first.get("name").asString()).isEqualTo("true answer");
        assertThat(first.get("mean").asDouble()).isCloseTo(11 / 3.0, within(1e-12));
        assertThat(profile.has("oneVersusRest")).isFalse();
        // A constant neuron tells nothing
        var constant = client.get(neuron(3) + "/profile").json();
        assertThat(constant.get("auroc").asDouble()).isEqualTo(0.5);
        assertThat(constant.get("log10P").isNull()).isTrue();
    }

    @Test
    void ofSeveralClassesEachIsScoredAgainstTheRest() {
        var samples = File.text("samples.csv", "id,kind\na,x\nb,y\nc,z\nd,x\ne,y\nf,z\n");
        var three = testDatasets.imported(me, ImportSpec.EMPTY, List.of(ACTS, samples, LABELS));
        var labeling = client.post("/api/v1/datasets/%s/labelings".formatted(three.id()), """
                {"name": "kind", "column": "kind", "values": {"X": ["x"], "Y": ["y"], "Z": ["z"]}}""");
        assertThat(labeling.status()).as(labeling.json().toString()).isEqualTo(201);
        var profile = client.get("/api/v1/datasets/%s/hook-points/0/neurons/0/profile?labeling=%s"
                        .formatted(three.id(), labeling.json().get("id").asString()))
                .json();
        var rest = profile.get("oneVersusRest");
        assertThat(rest.size()).isEqualTo(3);
        assertThat(rest.get(2).get("name").asString()).isEqualTo("Z");
        // Samples 2 and 5 against 0, 1, 3 and 4: six of eight pairs in order
        assertThat(rest.get(2).get("auroc").asDouble()).isCloseTo(6 / 8.0, within(1e-12));
        assertThat(profile.get("etaSquared").asDouble()).isBetween(0.0, 1.0);
        assertThat(profile.has("auroc")).isFalse();
    }

    @Test
    void labelingIsAskedForByItsIdOrItsName() {
        var samples = File.text("samples.csv", "id,kind\na,x\nb,y\nc,x\nd,x\ne,y\nf,y\n");
        var dataset = testDatasets.imported(me, ImportSpec.EMPTY, List.of(ACTS, samples, LABELS));
        var profile = "/api/v1/datasets/%s/hook-points/0/neurons/0/profile".formatted(dataset.id());
        var other = client.post("/api/v1/datasets/%s/labelings".formatted(dataset.id()), """
                {"name": "by kind", "column": "kind", "values": {"X": ["x"], "Y": ["y"]}}""")
                .json()
                .get("id")
                .asString();

        var unclear = client.get(profile);
        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.json().get("choices").values())
                .extracting(name -> name.asString())
                .containsExactlyInAnyOrder(
                        "by kind", dataset.labelings().getFirst().name());
        for (var asked : List.of("by%20kind", other, other.toUpperCase(Locale.ROOT))) {
            assertThat(client.get(profile + "?labeling=" + asked)
                            .json()
                            .get("labeling")
                            .asString())
                    .isEqualTo(other);
        }
        assertThat(client.get(profile + "?labeling=By%20kind").status()).isEqualTo(404);
    }

    @Test
    void halvesOfTheSamplesAreScoredOnTheirOwn() {
        var discovery = client.get(neuron(0) + "/profile?split=discovery").json();
        var heldOut = client.get(neuron(0) + "/profile?split=held-out").json();
        assertThat(discovery.get("split").asString()).isEqualTo("discovery");
        assertThat(discovery.get("n").asInt() + heldOut.get("n").asInt()).isEqualTo(6);
        var refused = client.get(neuron(0) + "/profile?split=test");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("choices").toString()).isEqualTo("[\"all\",\"discovery\",\"held-out\"]");
        assertThat(client.get(neuron(9) + "/profile").status()).isEqualTo(404);
    }

    private String ranking(String query) {
        return "/api/v1/datasets/%s/hook-points/0/ranking%s".formatted(dataset.id(), query);
    }

    private static List<Integer> neurons(JsonNode ranking) {
        return ranking.get("rows")
                .valueStream()
                .map(row -> row.get("neuron").asInt())
                .toList();
    }

    @Test
    void neuronsAreRankedByAScore() {
        var ranking = client.get(ranking("")).json();
        // Neurons 0 to 2 are equally far from no effect, but for the last digit of a double
        assertThat(neurons(ranking).subList(0, 3)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(neurons(ranking)).endsWith(3);
        ranking = client.get(ranking("?order=desc")).json();
        assertThat(neurons(ranking)).containsExactly(0, 1, 3, 2);
        assertThat(ranking.get("tested").asInt()).isEqualTo(3);
        assertThat(ranking.get("nullMax").asDouble()).isBetween(0.3, 0.5);
        var first = ranking.get("rows").get(0);
        assertThat(first.get("auroc").asDouble()).isCloseTo(8 / 9.0, within(1e-12));
        assertThat(first.get("classes").get(1).get("name").asString()).isEqualTo("false answer");
        assertThat(first.get("q").asDouble()).isBetween(0.0, 1.0);
        assertThat(ranking.get("rows").get(2).get("outlierTypes").toString()).contains("DEAD");
        assertThat(neurons(client.get(ranking("?order=asc&limit=1")).json())).containsExactly(2);
        assertThat(neurons(client.get(ranking("?by=max&order=desc&offset=1&limit=2"))
                        .json()))
                .containsExactly(2, 0);
        assertThat(neurons(client.get(ranking("?outliers=DEAD")).json())).containsExactly(3);
        assertThat(neurons(client.get(ranking("?min=0.6")).json())).containsExactly(0, 1);
        // The same numbers as those of one neuron
        var profile = client.get(neuron(0) + "/profile").json();
        assertThat(first.get("q")).isEqualTo(profile.get("q"));
        assertThat(first.get("scalePercentile")).isEqualTo(profile.get("scalePercentile"));
        assertThat(profile.get("outlierTypes").toString())
                .isEqualTo(first.get("outlierTypes").toString());
    }

    @Test
    void aRankingByWhatThereIsNotIsRefused() {
        assertThat(client.get(ranking("?by=beauty")).json().get("field").asString())
                .isEqualTo("by");
        assertThat(client.get(ranking("?order=up")).json().get("choices").toString())
                .isEqualTo("[\"abs\",\"desc\",\"asc\"]");
        assertThat(client.get(ranking("?limit=5000")).status()).isEqualTo(422);
        assertThat(client.get(ranking("?class=nobody")).json().get("field").asString())
                .isEqualTo("class");
        assertThat(client.get(ranking("?class=false%20answer"))
                        .json()
                        .get("detail")
                        .asString())
                .startsWith("Of two classes, true answer is scored against false answer");
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var stranger = new Client(port, people.token(people.member()));
        assertThat(stranger.get(ranking("")).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        var by = client.get(neuron(0) + "/similar?by=cosine");
        assertThat(by.status()).isEqualTo(422);
        assertThat(by.json().get("choices").toString()).isEqualTo("[\"pearson\",\"spearman\"]");
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
        assertThat(colleague.get(neuron(0) + "/profile").status()).isEqualTo(404);
    }
}
