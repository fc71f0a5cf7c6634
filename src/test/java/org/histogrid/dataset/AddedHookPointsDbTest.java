package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A further layer is added to a dataset only if its samples are shown to be the same in the same order.
@IntegrationTest
class AddedHookPointsDbTest {

    private static final String SAMPLES = "qid,question,correct\nq0,Question 0,1\nq1,Question 1,0\nq2,Question 2,0\n";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private ActivationService activations;

    private Viewer me = Viewer.of(null);
    private DatasetId dataset = new DatasetId(new java.util.UUID(0, 0));

    @BeforeEach
    void importTheFirstLayer() {
        me = Viewer.of(people.member());
        dataset = testDatasets.small(me, "Three samples", 3, 2).id();
    }

    @Test
    void isAddedByTheIdsOfItsSamples() {
        var done = added(new File("layer_5.npy", layer()), File.text("samples.csv", SAMPLES));

        assertThat(done.state()).isEqualTo(ImportStatus.State.SUCCEEDED);
        assertThat(done.dataset()).contains(dataset);
        var details = datasets.find(me, dataset);
        assertThat(details.hookPoints()).extracting(HookPoint::layer).containsExactly(null, 5);
        assertThat(details.labelings()).hasSize(1);
        assertThat(details.samples()).isEqualTo(3);
        assertThat(details.bytes()).isEqualTo(3 * 2 * 4 + 3 * 4 * 4);
        var neuron = new NeuronRef(dataset, details.hookPoints().getLast().id(), 3);
        var values =
                Objects.requireNonNull(activations.read(me, List.of(neuron)).get(neuron));
        assertThat(ActivationCodec.decode(values.payload(), values.encoding())).containsExactly(103, 113, 123);
    }

    @Test
    void isRefusedWhereTheOrderDiffersAndTheFirstSampleIsNamed() {
        var turned = "qid,question,correct\nq0,Question 0,1\nq2,Question 2,0\nq1,Question 1,0\n";

        assertThatThrownBy(() -> added(new File("layer_5.npy", layer()), File.text("samples.csv", turned)))
                .isInstanceOf(BadInput.class)
                .hasMessage("The samples are not those of Three samples in the same order: sample 2 has the id q2 here "
                        + "and q1 there.");
        assertThat(datasets.find(me, dataset).hookPoints()).hasSize(1);
    }

    @Test
    void isRefusedWhereNothingShowsThatTheSamplesAreTheSame() {
        assertThatThrownBy(() -> added(new File("layer_5.npy", layer())))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Nothing shows that the samples of layer_5.npy are those of Three samples");
    }

    @Test
    void isShownToBeTheSameByAColumnThatBothHave() {
        var done = added(new File("layer_5.npy", layer()), File.text("correct.csv", "correct\n1\n0\n0\n"));

        assertThat(done.state()).isEqualTo(ImportStatus.State.SUCCEEDED);
        assertThatThrownBy(
                        () -> added(new File("layer_6.npy", layer()), File.text("correct.csv", "correct\n0\n1\n0\n")))
                .hasMessageContaining("sample 1 has the correct 0 here and 1 there");
    }

    @Test
    void isRefusedWithAnotherNumberOfSamples() {
        assertThatThrownBy(() -> added(new File("layer_5.npy", TestNpy.f32(4, 4, (s, n) -> s))))
                .hasMessage("layer_5.npy has 4 samples, but Three samples has 3: it cannot be added to it.");
    }

    @Test
    void isRefusedAtAPlaceThatIsTaken() {
        added(new File("layer_5.npy", layer()), File.text("samples.csv", SAMPLES));

        assertThatThrownBy(() -> added(new File("layer_5.npy", layer()), File.text("samples.csv", SAMPLES)))
                .hasMessage(
                        "Three samples and layer_5.npy are both mapped to activations, layer 5: give them different "
                                + "sites, layers or tokens.");
    }

    @Test
    void onlyThoseWhoMayEditADatasetAddToIt() {
        var other = Viewer.of(people.member());
        var id = testDatasets.staged(
                other, List.of(new File("layer_5.npy", layer()), File.text("samples.csv", SAMPLES)));

        assertThatThrownBy(() -> imports.commit(other, id, spec(dataset.toString())))
                .isInstanceOfAny(org.histogrid.base.Denied.class, NotFound.class);
        assertThatThrownBy(() -> imports.commit(other, id, spec("00000000-0000-0000-0000-000000000001")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.commit(other, id, spec("nothing"))).isInstanceOf(BadInput.class);
    }

    private static byte[] layer() {
        return TestNpy.f32(3, 4, (sample, neuron) -> 100 + 10 * sample + neuron);
    }

    private ImportStatus added(File... files) {
        var id = testDatasets.staged(me, List.of(files));
        imports.commit(me, id, spec(dataset.toString()));
        return testDatasets.finished(me, id);
    }

    private static ImportSpec spec(String dataset) {
        return new ImportSpec(null, null, null, dataset, (List<Matrix>) null, null, null);
    }
}
