package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoClassScoresTest {

    private static final Set<Score> OF_ALL_VALUES = EnumSet.of(
            Score.N,
            Score.NAN,
            Score.POS_INF,
            Score.NEG_INF,
            Score.SKEWNESS,
            Score.KURTOSIS,
            Score.BIMODALITY,
            Score.FRACTION_POSITIVE,
            Score.FRACTION_ZERO);

    @Test
    void scoresAreThoseOfTheExampleOfScipy() {
        // The ages of scipy.stats.mannwhitneyu's documentation, the older men first
        var scores = scores(new double[] {19, 22, 16, 29, 24}, new double[] {20, 11, 17, 12});
        assertThat(Score.MANN_WHITNEY_U.of(scores)).hasValue(17);
        assertThat(Score.AUROC.of(scores)).hasValue(0.85);
        assertThat(Score.LOG10_P.of(scores)).hasValueCloseTo(Math.log10(0.11134688653314041), within(1e-12));
        assertThat(Score.WELCH_T.of(scores)).hasValueCloseTo(2.2831482556870477, within(1e-12));
        assertThat(Score.WASSERSTEIN.of(scores)).hasValueCloseTo(7.0, within(1e-12));
        assertThat(Score.KS.of(scores)).hasValueCloseTo(0.6, within(1e-15));
        assertThat(Score.SPEARMAN.of(scores)).hasValueCloseTo(0.6062177826491071, within(1e-12));
    }

    @Test
    void classesThatAreApartAreSeparatedWholly() {
        var scores = scores(new double[] {3, 4}, new double[] {1, 2});
        assertThat(scores.ranks().auroc()).isEqualTo(1);
        assertThat(scores.ranks().aurocLow()).isEqualTo(1);
        assertThat(scores.ranks().aurocHigh()).isEqualTo(1);
        assertThat(scores.distance().cohenD()).isCloseTo(2 * Math.sqrt(2), within(1e-14));
        assertThat(scores.distance().hedgesG()).isCloseTo(2 * Math.sqrt(2) * (1 - 3 / 7.0), within(1e-14));
        assertThat(scores.distance().ks()).isEqualTo(1);
        assertThat(scores.distance().wasserstein()).isEqualTo(2);
        assertThat(scores.binned()).isEqualTo(new BinnedScores(1, 0));
        assertThat(scores.threshold()).hasValue(new BestThreshold(2.5, true, 1, 1, 1));
        // Two pairs of equal points are as bimodal as can be: g1 = 0, g2 = -2, of four values
        assertThat(scores(new double[] {1, 1}, new double[] {0, 0}).pooled().bimodality())
                .isCloseTo(1 / (-6 + 3 * 9 / 2.0), within(1e-14));
    }

    @Test
    void aConstantNeuronSaysNothing() {
        var scores = scores(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1});
        assertThat(Score.AUROC.of(scores)).hasValue(0.5);
        assertThat(Score.AUROC_LOW.of(scores)).hasValue(0.5);
        assertThat(Score.COHEN_D.of(scores)).hasValue(0);
        assertThat(Score.HEDGES_G.of(scores)).hasValue(0);
        assertThat(Score.WASSERSTEIN_SCALED.of(scores)).hasValue(0);
        assertThat(Score.OVERLAP.of(scores)).hasValue(1);
        assertThat(Score.MUTUAL_INFORMATION.of(scores)).hasValue(0);
        for (var score : EnumSet.of(
                Score.SPEARMAN, Score.WELCH_T, Score.LOG10_P, Score.SKEWNESS, Score.KURTOSIS, Score.BIMODALITY)) {
            assertThat(score.of(scores)).as(score.key()).isEmpty();
        }
        assertThat(scores.classes().getFirst().sd()).isZero();
    }

    @Test
    void constantClassesHaveNoDistanceInDeviations() {
        var scores = scores(new double[] {0.3, 0.3, 0.3}, new double[] {0.1, 0.1});
        assertThat(Score.COHEN_D.of(scores)).isEmpty();
        assertThat(Score.HEDGES_G.of(scores)).isEmpty();
        assertThat(Score.WELCH_T.of(scores)).isEmpty();
        assertThat(Score.WASSERSTEIN_SCALED.of(scores)).isEmpty();
        assertThat(Score.WASSERSTEIN.of(scores)).hasValueCloseTo(0.2, within(1e-15));
        assertThat(Score.SPEARMAN.of(scores)).hasValueCloseTo(1.0, within(1e-15));
    }

    @Test
    void aClassWithoutValuesHasNoScores() {
        var scores = scores(new double[] {1, 2, 2, 5}, new double[] {});
        for (var score : Score.values()) {
            assertThat(score.of(scores).isPresent()).as(score.key()).isEqualTo(OF_ALL_VALUES.contains(score));
        }
        assertThat(scores.threshold()).isEmpty();
        assertThat(scores.classes().get(0).mean()).isEqualTo(2.5);
        assertThat(scores.classes().get(1))
                .isEqualTo(new ClassSummary(
                        0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    void whatIsNotFiniteIsCountedAndNoMore() {
        var nothing = scores(
                new double[] {Double.NaN, Double.POSITIVE_INFINITY},
                new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY});
        assertThat(nothing.n()).isZero();
        assertThat(nothing.nan()).isEqualTo(2);
        assertThat(nothing.posInf()).isEqualTo(2);
        assertThat(nothing.negInf()).isEqualTo(1);
        assertThat(Arrays.stream(Score.values())
                        .filter(score -> score.of(nothing).isPresent()))
                .containsExactly(Score.N, Score.NAN, Score.POS_INF, Score.NEG_INF);

        // Samples that are in no class are not even counted
        var some = TwoClassScores.of(
                new double[] {1, Double.NaN, 2, Double.NaN, 9, Double.NEGATIVE_INFINITY, 0},
                new byte[] {0, 0, 1, -1, -1, -1, 1});
        assertThat(some.nan()).isEqualTo(1);
        assertThat(some.negInf()).isZero();
        assertThat(some.ranks())
                .isEqualTo(scores(new double[] {1}, new double[] {2, 0}).ranks());
    }

    @Test
    void oneValueOfEachClassHasNoSpread() {
        var scores = scores(new double[] {2}, new double[] {1});
        assertThat(Score.AUROC.of(scores)).hasValue(1);
        assertThat(Score.SPEARMAN.of(scores)).hasValue(1);
        for (var score : EnumSet.of(
                Score.AUROC_LOW, Score.AUROC_HIGH, Score.COHEN_D, Score.HEDGES_G, Score.WELCH_T, Score.BIMODALITY)) {
            assertThat(score.of(scores)).as(score.key()).isEmpty();
        }
        assertThat(scores.classes().getFirst().sd()).isNaN();
    }

    @Test
    void bothZerosAreTheSameValue() {
        var scores = scores(new double[] {-0.0, 1}, new double[] {0.0, -1});
        assertThat(scores.pooled().fractionZero()).isEqualTo(0.5);
        assertThat(scores.pooled().fractionPositive()).isEqualTo(0.25);
        assertThat(scores.ranks().mannWhitneyU()).isEqualTo(3.5);
    }

    @Test
    void manySamplesOverflowNothing() {
        int each = 200_000;
        var values = IntStream.range(0, 2 * each).mapToDouble(i -> i).toArray();
        var classOf = new byte[2 * each];
        for (int i = 1; i < classOf.length; i += 2) {
            classOf[i] = 1;
        }
        var scores = TwoClassScores.of(values, classOf);
        assertThat(scores.ranks().mannWhitneyU()).isEqualTo(each * (each - 1.0) / 2);
        assertThat(scores.ranks().auroc()).isCloseTo((each - 1.0) / (2.0 * each), within(1e-15));
        assertThat(scores.distance().wasserstein()).isCloseTo(1, within(1e-9));
        assertThat(scores.binned().overlap()).isCloseTo(1, within(1e-9));

        // Apart, their p is far below the doubles: log10(2 phi(z) / z (1 - 1/z^2 + 3/z^4)) at this z
        var apart = new byte[2 * each];
        Arrays.fill(apart, 0, each, (byte) 1);
        double z = ((double) each * each / 2 - 0.5) / Math.sqrt((double) each * each * (2.0 * each + 1) / 12);
        double ln = Math.log(2 / Math.sqrt(2 * Math.PI) / z * (1 - 1 / (z * z) + 3 / Math.pow(z, 4))) - z * z / 2;
        double log10P = TwoClassScores.of(values, apart).ranks().log10P();
        assertThat(log10P).isLessThan(-60_000).isCloseTo(ln / Math.log(10), within(1e-6));
    }

    @Test
    void hugeAndTinyValuesAreScoredAsOthers() {
        double[] a = {1, 2, 4, 4.5, 9};
        double[] b = {0.5, 1, 3, 3.5, -2};
        var expected = scores(a, b);
        for (double scale : new double[] {0x1p1019, 0x1p-1060, 0x1p-300}) {
            var scaled = scores(times(a, scale), times(b, scale));
            for (var score : Score.values()) {
                if (score == Score.WASSERSTEIN || score == Score.THRESHOLD) {
                    assertThat(score.of(scaled))
                            .hasValueCloseTo(score.of(expected).orElseThrow() * scale, within(scale));
                } else {
                    double value = score.of(expected).orElseThrow();
                    assertThat(score.of(scaled)).as(score.key()).hasValueCloseTo(value, within(1e-13));
                }
            }
        }
    }

    @Test
    void trapsAreSurvived() {
        for (var file : new String[] {"numeric_traps_f8.npy", "nonfinite.npy"}) {
            var classOf = Fixtures.firstClassIsOne("labels_60.npy");
            var scorer = new TwoClassScorer(classOf);
            for (var values : Fixtures.neurons(file)) {
                var scores = scorer.score(values);
                assertThat(scores).isEqualTo(TwoClassScores.of(values, classOf));
                Score.AUROC.of(scores).ifPresent(auroc -> assertThat(auroc).isBetween(0.0, 1.0));
            }
        }
    }

    @Test
    void everyScoreHasItsNameInTheInterface() {
        assertThat(Score.named("wassersteinScaled")).hasValue(Score.WASSERSTEIN_SCALED);
        assertThat(Score.named("log10P")).hasValue(Score.LOG10_P);
        assertThat(Score.named("AUROC")).isEmpty();
        assertThat(Arrays.stream(Score.values()).map(Score::key)).doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> TwoClassScores.of(new double[2], new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 2 values, but classes of 3 samples.");
        assertThatThrownBy(() -> TwoClassScores.of(new double[2], new byte[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] times(double[] values, double scale) {
        return Arrays.stream(values).map(v -> v * scale).toArray();
    }

    private static TwoClassScores scores(double[] first, double[] second) {
        var values = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, values, first.length, second.length);
        var classOf = new byte[values.length];
        Arrays.fill(classOf, first.length, values.length, (byte) 1);
        return TwoClassScores.of(values, classOf);
    }
}
