package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MultiClassScoresTest {

    private static final double[] VALUES = {2.9, 3.0, 2.5, 2.6, 3.2, 3.8, 2.7, 4.0, 2.4, 2.8, 3.4, 3.7, 2.2, 2.0};
    private static final byte[] CLASSES = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};

    @Test
    void threeClassesAreScoredAsByScipy() {
        // Hollander and Wolfe's example, scipy.stats.kruskal
        var scores = MultiClassScores.of(VALUES, CLASSES, 3);
        assertThat(scores.kruskalWallis()).isCloseTo(0.7714285714285722, within(1e-12));
        assertThat(scores.kruskalWallisLog10P()).isCloseTo(Math.log10(0.6799647735788936), within(1e-12));
        assertThat(scores.etaSquared()).isCloseTo(0.09242021276595767, within(1e-12));
    }

    @Test
    void tiesAreCorrectedFor() {
        // scipy.stats.kruskal([1, 1, 1], [2, 2, 2], [2, 2])
        var scores = MultiClassScores.of(new double[] {1, 1, 1, 2, 2, 2, 2, 2}, new byte[] {0, 0, 0, 1, 1, 1, 2, 2}, 3);
        assertThat(scores.kruskalWallis()).isCloseTo(7, within(1e-12));
        assertThat(scores.kruskalWallisLog10P()).isCloseTo(Math.log10(0.0301973834223185), within(1e-12));
        assertThat(scores.etaSquared()).isEqualTo(1);
    }

    @Test
    void eachClassStandsAgainstTheRest() {
        var values = VALUES.clone();
        values[3] = Double.NaN;
        var scores = MultiClassScores.of(values, CLASSES, 3);
        for (int of = 0; of < 3; of++) {
            var against = new byte[CLASSES.length];
            for (int i = 0; i < against.length; i++) {
                against[i] = (byte) (CLASSES[i] == of ? 0 : 1);
            }
            assertThat(scores.oneAgainstRest().get(of)).isEqualTo(TwoClassScores.of(values, against));
        }
    }

    @Test
    void samplesInNoClassPlayNoPart() {
        var classes = CLASSES.clone();
        classes[0] = -1;
        classes[7] = -1;
        var left = MultiClassScores.of(VALUES, classes, 3);
        var values = VALUES.clone();
        values[0] = 99;
        values[7] = Double.NaN;
        assertThat(MultiClassScores.of(values, classes, 3)).isEqualTo(left);
    }

    @Test
    void twoClassesAreComparedAsByTheirOwnScores() {
        var labels = Fixtures.firstClassIsOne("labels.npy");
        for (var values : Fixtures.neurons("matrix_f2.npy")) {
            var two = TwoClassScores.of(values, labels);
            var scores = MultiClassScores.of(values, labels, 2);
            assertThat(scores.oneAgainstRest().getFirst()).isEqualTo(two);
            if (Double.isFinite(two.ranks().spearman())) {
                double rho = two.ranks().spearman();
                assertThat(scores.kruskalWallis()).isCloseTo((two.n() - 1) * rho * rho, within(1e-9));
            } else {
                assertThat(scores.kruskalWallis()).isNaN();
            }
        }
    }

    @Test
    void withoutTwoClassesOrTwoValuesThereIsNothingToCompare() {
        assertThat(MultiClassScores.of(VALUES, new byte[VALUES.length], 3))
                .extracting(
                        MultiClassScores::etaSquared,
                        MultiClassScores::kruskalWallis,
                        MultiClassScores::kruskalWallisLog10P)
                .containsOnly(Double.NaN);
        assertThat(MultiClassScores.of(new double[14], CLASSES, 3).etaSquared()).isNaN();
        // A class without values is as if it were not there
        assertThat(MultiClassScores.of(VALUES, CLASSES, 4).kruskalWallisLog10P())
                .isEqualTo(MultiClassScores.of(VALUES, CLASSES, 3).kruskalWallisLog10P());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> MultiClassScores.of(VALUES, CLASSES, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample is in a class beyond the 2 there are, counted from 0.");
        assertThatThrownBy(() -> MultiClassScores.of(VALUES, CLASSES, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
