package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplicationTest
class FewNeuronsRestDbTest {

    private static final int SAMPLES = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private Access access;

    /// Neuron 1 is about the label, the others are not.
    private static float value(int sample, int neuron) {
        var noise = Math.sin(sample * (neuron + 1.3) * 2.1);
        return (float) (neuron == 1 ? sample % 2 + 0.8 * noise : noise);
    }

    @Test
    void thePathIsAnsweredForTheClassThatIsNamed() {
        var member = people.member();
        var me = Viewer.of(member);
        var client = new Client(port, people.token(member));
        var dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(SAMPLES, 6, FewNeuronsRestDbTest::value)),
                        new File(
                                "labels.npy",
                                TestNpy.i8(IntStream.range(0, SAMPLES)
                                        .map(i -> i % 2)
                                        .toArray()))));
        var path = "/api/v1/datasets/%s/hook-points/%d/few-neurons"
                .formatted(dataset.id(), dataset.hookPoints().getFirst().id());

        var answer = client.get(path).json();
        assertThat(answer.get("positive").asString()).isEqualTo("true answer");
        assertThat(answer.get("steps").size()).isEqualTo(10);
        assertThat(answer.get("neuronsInWords").asString()).isEqualTo("6 neurons");
        var best = answer.get("steps").get(answer.get("best").asInt());
        assertThat(best.get("chosen").get(0).get("neuron").asInt()).isEqualTo(1);
        assertThat(best.get("chosen").get(0).get("coefficient").asDouble()).isPositive();
        assertThat(best.get("heldOut").get("auroc").asDouble()).isBetween(0.7, 1.0);

        var other = client.get(path + "?class=false%20answer").json();
        assertThat(other.get("positive").asString()).isEqualTo("false answer");
        var chosen =
                other.get("steps").get(other.get("best").asInt()).get("chosen").get(0);
        assertThat(chosen.get("coefficient").asDouble()).isNegative();

        var none = client.get(path + "?class=neither");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().get("field").asString()).isEqualTo("class");
        assertThat(none.json().get("choices").toString()).isEqualTo("[\"true answer\",\"false answer\"]");

        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = new Client(port, people.token(people.member()));
        assertThat(colleague.get(path).status()).isEqualTo(404);
    }
}
