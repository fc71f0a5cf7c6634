package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.LabelingLook.ClassLook;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class MovedThresholdDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private ActivationService activations;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    private Viewer me;
    private DatasetDetails dataset;

    @BeforeEach
    void scored() {
        me = Viewer.of(people.member());
        dataset = testDatasets.imported(
                me,
                ImportSpec.EMPTY,
                List.of(new File("acts.npy", TestNpy.f32(9, 2, (s, n) -> s + n)), File.text("samples.csv", """
                                qid,label,score
                                a,1,.9
                                b,1,0.30
                                c,0,.3
                                d,0,.2
                                e,1,nan
                                f,0,
                                g,0,-inf
                                h,1,inf
                                i,1,-0.0
                                """)));
    }

    private Labeling byScore(String name, double threshold) {
        return labelings.add(me, dataset.id(), name, LabelingRule.ofThreshold("score", threshold, "high", "low"));
    }

    @Test
    void samplesAreClassifiedAsALabelingWithThatThresholdWouldStoreThem() {
        var moved = byScore("moved", 0.5).id();
        for (var threshold : new double[] {0.3, Math.nextUp(0.3), 0.2, 0, -0.0, -1, 0.9, 7, -1e300}) {
            var stored = byScore("at " + threshold, threshold);
            var split = activations.labels(me, dataset.id(), moved, threshold);
            assertThat(split.classOf())
                    .as("at %s", threshold)
                    .isEqualTo(activations.labels(me, dataset.id(), stored.id()).classOf());
            assertThat(split.classes()).isEqualTo(stored.classes());
        }
        assertThat(activations.labels(me, dataset.id(), moved, 0.3).classOf())
                .containsExactly(0, 0, 0, 1, -1, -1, 1, 0, 1);
    }

    @Test
    void movingKeepsWhatIsStoredAndTheLookOfTheClasses() {
        var stored = byScore("kept", 0.3);
        labelings.change(
                me,
                dataset.id(),
                stored.id(),
                new LabelingLook("kept", List.of(new ClassLook("low", 3), new ClassLook("high", 1))));
        var before = activations.labels(me, dataset.id(), stored.id());
        assertThat(activations.labels(me, dataset.id(), stored.id(), 0.5).classes())
                .containsExactly(new LabelClass("low", 2, 3), new LabelClass("high", 5, 1));
        var after = activations.labels(me, dataset.id(), stored.id());
        assertThat(after.classes()).isEqualTo(before.classes());
        assertThat(after.classOf()).isEqualTo(before.classOf());
    }

    @Test
    void scoresAreReadOnce() {
        var labeling = byScore("once", 0.3).id();
        var first = activations.labels(me, dataset.id(), labeling, 0.1);
        jdbc.sql("update sample set attributes = '{}' where dataset_id = ?")
                .param(dataset.id().value())
                .update();
        assertThat(activations.labels(me, dataset.id(), labeling, 0.1).classOf())
                .isEqualTo(first.classOf());
    }

    @Test
    void onlyALabelingOnAScoreHasAThresholdToMove() {
        var byLabel = dataset.labelings().getFirst();
        assertThatThrownBy(() -> activations.labels(me, dataset.id(), byLabel.id(), 0.3))
                .isInstanceOf(BadInput.class)
                .hasMessage("%s is made of values, not of a score: it has no threshold to move.", byLabel.name());
        var labeling = byScore("finite", 0.3).id();
        for (var threshold : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> activations.labels(me, dataset.id(), labeling, threshold))
                    .isInstanceOf(BadInput.class);
        }
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        var labeling = byScore("mine", 0.3).id();
        activations.labels(me, dataset.id(), labeling, 0.5);
        assertThatThrownBy(() -> activations.labels(me, dataset.id(), LabelingId.create(), 0.5))
                .isInstanceOf(NotFound.class);
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = Viewer.of(people.member());
        assertThatThrownBy(() -> activations.labels(colleague, dataset.id(), labeling, 0.5))
                .isInstanceOf(NotFound.class);
    }
}
