package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class OutliersTest {

    private static final double NAN = Double.NaN;

    /// Columns of a hook point of ordinary neurons, to be changed
    private static final class HookPoint {

        private final double[] auroc;
        private final double[] median;
        private final double[] iqr;
        private final double[] bimodality;
        private final double[] kurtosis;
        private final double[] maxAbs;
        private final double[] medianAbs;
        private final double[] min;
        private final double[] max;

        HookPoint(int neurons) {
            auroc = filled(neurons, 0.5);
            median = new double[neurons];
            iqr = filled(neurons, 1);
            bimodality = filled(neurons, 1.0 / 3);
            kurtosis = new double[neurons];
            maxAbs = filled(neurons, 3);
            medianAbs = filled(neurons, 0.5);
            min = filled(neurons, -3);
            max = filled(neurons, 3);
            for (int i = 0; i < neurons; i++) {
                median[i] = i % 5 - 2;
                iqr[i] = 1 + i % 5 / 10.0;
            }
        }

        private static double[] filled(int n, double value) {
            var column = new double[n];
            Arrays.fill(column, value);
            return column;
        }

        void kill(int neuron, double value) {
            auroc[neuron] = 0.5;
            median[neuron] = value;
            iqr[neuron] = 0;
            bimodality[neuron] = NAN;
            kurtosis[neuron] = NAN;
            maxAbs[neuron] = Math.abs(value);
            medianAbs[neuron] = Math.abs(value);
            min[neuron] = value;
            max[neuron] = value;
        }

        Outliers outliers() {
            return outliers(OutlierCuts.DEFAULT);
        }

        Outliers outliers(OutlierCuts cuts) {
            return Outliers.of(cuts, auroc, median, iqr, bimodality, kurtosis, maxAbs, medianAbs, min, max);
        }
    }

    @Test
    void ordinaryNeuronsBearNothing() {
        var outliers = new HookPoint(50).outliers();
        assertThat(outliers.neurons()).isEqualTo(50);
        for (int i = 0; i < 50; i++) {
            assertThat(outliers.of(i)).isEmpty();
            assertThat(outliers.mask(i)).isZero();
        }
    }

    @Test
    void eachTypeIsBorneFromItsCutOn() {
        var hookPoint = new HookPoint(50);
        hookPoint.auroc[0] = 0.75;
        hookPoint.auroc[1] = 0.25;
        hookPoint.auroc[2] = 0.74;
        hookPoint.bimodality[3] = Math.nextUp(5.0 / 9);
        hookPoint.bimodality[4] = 5.0 / 9;
        hookPoint.kurtosis[5] = 10;
        hookPoint.kurtosis[6] = 9.9;
        hookPoint.maxAbs[7] = 500;
        hookPoint.maxAbs[8] = 499;
        var outliers = hookPoint.outliers();
        assertThat(outliers.of(0)).containsExactly(new Outlier(OutlierType.SEPARATING, 0.25, 0.25));
        assertThat(outliers.of(1)).containsExactly(new Outlier(OutlierType.SEPARATING, 0.25, 0.25));
        assertThat(outliers.of(2)).isEmpty();
        assertThat(outliers.of(3)).containsExactly(new Outlier(OutlierType.BIMODAL, Math.nextUp(5.0 / 9), 5.0 / 9));
        assertThat(outliers.of(4)).isEmpty();
        assertThat(outliers.of(5)).containsExactly(new Outlier(OutlierType.HEAVY_TAILED, 10, 10));
        assertThat(outliers.of(6)).isEmpty();
        assertThat(outliers.of(7)).containsExactly(new Outlier(OutlierType.MASSIVE, 1000, 1000));
        assertThat(outliers.of(8)).isEmpty();
        assertThat(outliers.number(OutlierType.MASSIVE, 8)).isEqualTo(998);
    }

    @Test
    void placeAndScaleAreHeldAgainstTheOtherNeurons() {
        var hookPoint = new HookPoint(51);
        hookPoint.median[50] = -20;
        hookPoint.iqr[50] = 4;
        var outliers = hookPoint.outliers();
        // Medians -2 to 2, ten of each: median 0, median distance 1
        assertThat(outliers.number(OutlierType.LOCATION, 50)).isCloseTo(-20 / 1.4826, within(1e-12));
        assertThat(outliers.number(OutlierType.LOCATION, 4)).isCloseTo(2 / 1.4826, within(1e-12));
        // Ranges 1 to 1.4: median 1.2, median distance 0.1
        assertThat(outliers.number(OutlierType.SCALE, 50)).isCloseTo(2.8 / 0.14826, within(1e-9));
        assertThat(OutlierType.of(outliers.mask(50))).containsExactly(OutlierType.LOCATION, OutlierType.SCALE);
    }

    @Test
    void whereMostAreAlikeTheMeanDistanceIsTheMeasure() {
        var hookPoint = new HookPoint(10);
        Arrays.fill(hookPoint.median, 1);
        Arrays.fill(hookPoint.iqr, 1);
        hookPoint.median[9] = 11;
        var outliers = hookPoint.outliers();
        assertThat(outliers.number(OutlierType.LOCATION, 9)).isCloseTo(10 / 1.2533, within(1e-12));
        assertThat(outliers.number(OutlierType.LOCATION, 0)).isZero();
        // All ranges are alike
        assertThat(outliers.number(OutlierType.SCALE, 0)).isNaN();
    }

    @Test
    void aHandfulOfNeuronsIsNoMeasure() {
        var hookPoint = new HookPoint(9);
        hookPoint.median[8] = 100;
        hookPoint.iqr[8] = 50;
        hookPoint.maxAbs[8] = 1e6;
        hookPoint.kurtosis[8] = 12;
        var outliers = hookPoint.outliers();
        assertThat(outliers.number(OutlierType.LOCATION, 8)).isNaN();
        assertThat(outliers.number(OutlierType.SCALE, 8)).isNaN();
        assertThat(outliers.number(OutlierType.MASSIVE, 8)).isNaN();
        // What it is by itself is known
        assertThat(OutlierType.of(outliers.mask(8))).containsExactly(OutlierType.HEAVY_TAILED);
    }

    @Test
    void theDeadAreNoMeasureOfTheLiving() {
        var hookPoint = new HookPoint(50);
        for (int i = 10; i < 50; i++) {
            hookPoint.kill(i, 0);
        }
        hookPoint.kill(49, -30);
        var outliers = hookPoint.outliers();
        for (int i = 0; i < 10; i++) {
            assertThat(outliers.of(i)).isEmpty();
        }
        assertThat(outliers.of(20)).containsExactly(new Outlier(OutlierType.DEAD, 0, 0));
        assertThat(outliers.number(OutlierType.SCALE, 20)).isNaN();
        assertThat(outliers.number(OutlierType.MASSIVE, 0)).isEqualTo(6);
        // It lies far away for all that
        assertThat(OutlierType.of(outliers.mask(49))).containsExactly(OutlierType.LOCATION, OutlierType.DEAD);
    }

    @Test
    void whatIsNotDefinedMakesNoOutlier() {
        var hookPoint = new HookPoint(4);
        hookPoint.kill(0, NAN);
        hookPoint.auroc[0] = NAN;
        var outliers = hookPoint.outliers();
        assertThat(outliers.of(0)).isEmpty();
        assertThat(outliers.number(OutlierType.DEAD, 0)).isNaN();

        // Most values of most neurons are 0, as behind a rectifier
        Arrays.fill(hookPoint.medianAbs, 0);
        assertThat(hookPoint.outliers().number(OutlierType.MASSIVE, 1)).isNaN();

        var allDead = new HookPoint(3);
        for (int i = 0; i < 3; i++) {
            allDead.kill(i, i);
        }
        assertThat(allDead.outliers().mask(1)).isEqualTo(OutlierType.DEAD.mask());
        assertThat(new HookPoint(0).outliers().neurons()).isZero();
    }

    @Test
    void cutsAreChosen() {
        var hookPoint = new HookPoint(50);
        hookPoint.auroc[0] = 0.6;
        var cuts = new OutlierCuts(0.1 - 1e-9, 1, 5, 0.2, 10, 1000);
        var outliers = hookPoint.outliers(cuts);
        assertThat(OutlierType.of(outliers.mask(0)))
                .isEqualTo(EnumSet.of(OutlierType.SEPARATING, OutlierType.LOCATION, OutlierType.BIMODAL));
        assertThat(outliers.of(0).getFirst().cut()).isEqualTo(0.1 - 1e-9);
    }

    @Test
    void cutsOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> new OutlierCuts(0.6, 5, 5, 0.5, 10, 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cut for SEPARATING must be between 0 and 0.5.");
        assertThatThrownBy(() -> new OutlierCuts(0.2, 0, 5, 0.5, 10, 1000))
                .hasMessage("The cut for LOCATION must be a number above 0.");
        assertThatThrownBy(() -> new OutlierCuts(0.2, 5, Double.POSITIVE_INFINITY, 0.5, 10, 1000))
                .hasMessage("The cut for SCALE must be a number above 0.");
        assertThatThrownBy(() -> new OutlierCuts(0.2, 5, 5, NAN, 10, 1000))
                .hasMessage("The cut for BIMODAL must be between 0 and 1.");
        assertThatThrownBy(() -> new OutlierCuts(0.2, 5, 5, 0.5, -2, 1000))
                .hasMessage("The cut for HEAVY_TAILED must be a number above -2.");
        assertThatThrownBy(() -> new OutlierCuts(0.2, 5, 5, 0.5, 10, -1))
                .hasMessage("The cut for MASSIVE must be a number above 0.");
    }

    @Test
    void columnsMustBeOfTheSameNeurons() {
        var column = new double[3];
        assertThatThrownBy(() -> Outliers.of(
                        OutlierCuts.DEFAULT,
                        column,
                        column,
                        column,
                        column,
                        new double[2],
                        column,
                        column,
                        column,
                        column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are columns of 3 neurons and of 2.");
    }

    @Test
    void typesHaveTheirNamesAndBits() {
        assertThat(OutlierType.named("HEAVY_TAILED")).hasValue(OutlierType.HEAVY_TAILED);
        assertThat(OutlierType.named("heavy")).isEmpty();
        // Stored: a mask must mean the same for ever
        assertThat(Arrays.stream(OutlierType.values()).map(OutlierType::mask)).containsExactly(1, 2, 4, 8, 16, 32, 64);
        assertThat(OutlierType.of(0b1000010)).containsExactly(OutlierType.LOCATION, OutlierType.DEAD);
    }
}
