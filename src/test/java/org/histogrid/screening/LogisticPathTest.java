package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.histogrid.base.Search;
import org.histogrid.screening.FewNeuronsPath.Chosen;
import org.histogrid.screening.FewNeuronsPath.Step;
import org.histogrid.screening.LogisticPath.Found;
import org.junit.jupiter.api.Test;

/// Three neurons carry what tells the classes apart, 200 are noise.
class LogisticPathTest {

    private static final int SAMPLES = 600;
    private static final int NEURONS = 203;
    private static final List<Integer> SIGNAL = List.of(17, 101, 202);
    private static final List<String> IDS =
            IntStream.range(0, SAMPLES).mapToObj(i -> "q" + i).toList();

    /// A third of the samples is of class 0.
    private static byte[] labels() {
        var classOf = new byte[SAMPLES];
        for (var i = 0; i < SAMPLES; i++) {
            classOf[i] = (byte) (i % 3 == 0 ? 0 : 1);
        }
        return classOf;
    }

    private static double[][] values() {
        var random = new Random(11);
        var values = new double[NEURONS][SAMPLES];
        for (var neuron = 0; neuron < NEURONS; neuron++) {
            for (var sample = 0; sample < SAMPLES; sample++) {
                var shift = SIGNAL.contains(neuron) && sample % 3 == 0 ? 1.6 - 0.2 * SIGNAL.indexOf(neuron) : 0;
                values[neuron][sample] = 5 * (neuron % 4) + random.nextGaussian() + (neuron == 101 ? -shift : shift);
            }
        }
        return values;
    }

    private static List<StandardNeuron> standardised(double[][] values, Halves halves) {
        return IntStream.range(0, values.length)
                .mapToObj(neuron -> StandardNeuron.of(neuron, values[neuron], halves))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Found path(double[][] values, byte[] classOf) {
        var halves = Halves.of(IDS, classOf, 0);
        return new LogisticPath(
                        standardised(values, halves),
                        halves,
                        new Search<FewNeuronsPath>(LogisticPath.MODELS, FewNeurons.LONGEST))
                .find();
    }

    private static List<Integer> neurons(Step step) {
        return step.chosen().stream().map(Chosen::neuron).toList();
    }

    @Test
    void thoseThatCarryTheSignalAreChosen() {
        var found = path(values(), labels());
        var best = found.steps().get(found.best());
        var sparsest = found.steps().get(found.sparsest());

        assertThat(neurons(best)).containsAll(SIGNAL);
        assertThat(neurons(sparsest)).containsAll(SIGNAL).hasSizeLessThan(20);
        assertThat(neurons(sparsest).subList(0, 3)).containsExactlyInAnyOrderElementsOf(SIGNAL);
        assertThat(found.sparsest()).isLessThanOrEqualTo(found.best());
        assertThat(best.heldOut().auroc()).hasValueCloseTo(0.95, within(0.04));
        assertThat(best.heldOut().balancedAccuracy()).hasValueCloseTo(0.85, within(0.1));
        assertThat(best.heldOut().accuracy()).hasValueCloseTo(0.88, within(0.08));
        assertThat(best.loss()).isLessThan(found.steps().getFirst().loss());
        // The class is the higher one of the first and the lower one of the second
        assertThat(coefficient(best, 17)).isPositive();
        assertThat(coefficient(best, 101)).isNegative();
        // It is the rarer class
        assertThat(best.intercept()).isNegative();
        assertThat(found.steps()).extracting(Step::c).isSorted();
    }

    private static double coefficient(Step step, int neuron) {
        return step.chosen().stream()
                .filter(one -> one.neuron() == neuron)
                .mapToDouble(Chosen::coefficient)
                .findFirst()
                .orElse(0);
    }

    @Test
    void theFirstStepChoosesOneNeuronAndJustBelowItNoneIsChosen() {
        var halves = Halves.of(IDS, labels(), 0);
        var columns = standardised(values(), halves).stream()
                .map(StandardNeuron::discovery)
                .toArray(double[][]::new);
        var all = IntStream.range(0, halves.discovery().length).toArray();
        var training = new LogisticTraining(columns, halves.isPositive(), () -> {});
        var leastC = LogisticPath.leastC(columns, halves.isPositive());

        assertThat(training.train(all, leastC * 0.999).weights()).containsOnly(0);
        assertThat(Arrays.stream(training.train(all, leastC * 1.005).weights()).filter(weight -> weight != 0))
                .hasSize(1);
        assertThat(path(values(), labels()).steps().getFirst().chosen()).hasSize(1);
        // Without neurons, the intercept is the log odds of the classes
        var positives = IntStream.of(all).filter(i -> halves.isPositive()[i]).count();
        assertThat(training.train(all, leastC * 0.5).intercept())
                .isCloseTo(Math.log((double) positives / (all.length - positives)), within(1e-3));
    }

    /// At the optimum, the gradient by each chosen coefficient is as large as the regularisation, and no other is
    /// larger.
    @Test
    void theModelIsTheOptimum() {
        var halves = Halves.of(IDS, labels(), 0);
        var neurons = standardised(values(), halves);
        var columns = neurons.stream().map(StandardNeuron::discovery).toArray(double[][]::new);
        var step = path(values(), labels()).steps().get(5);
        var weights = new double[columns.length];
        step.chosen().forEach(one -> weights[one.neuron()] = one.coefficient());
        var decisions = new LogisticModel(weights, step.intercept()).decisions(columns, halves.isPositive().length);
        for (var j = 0; j < columns.length; j++) {
            var gradient = 0.0;
            for (var i = 0; i < decisions.length; i++) {
                var p = 1 / (1 + Math.exp(-decisions[i]));
                gradient += step.c() * (p - (halves.isPositive()[i] ? 1 : 0)) * columns[j][i];
            }
            if (weights[j] == 0) {
                assertThat(Math.abs(gradient)).isLessThan(1.01);
            } else {
                assertThat(gradient).isCloseTo(-Math.signum(weights[j]), within(0.01));
            }
        }
    }

    /// Nothing of the held-out half may show in what is chosen.
    @Test
    void theHeldOutHalfPlaysNoPart() {
        var labels = labels();
        var values = values();
        var halves = Halves.of(IDS, labels, 0);
        var found = path(values, labels);
        for (var sample : halves.heldOut()) {
            labels[sample] = (byte) (1 - labels[sample]);
            for (var ofNeuron : values) {
                ofNeuron[sample] = -100 * ofNeuron[sample];
            }
        }
        var other = path(values, labels);
        assertThat(other.steps())
                .extracting(Step::chosen)
                .isEqualTo(found.steps().stream().map(Step::chosen).toList());
        assertThat(other.steps())
                .extracting(Step::loss)
                .isEqualTo(found.steps().stream().map(Step::loss).toList());
        assertThat(other.best()).isEqualTo(found.best());
        assertThat(other.steps())
                .extracting(Step::heldOut)
                .isNotEqualTo(found.steps().stream().map(Step::heldOut).toList());
    }

    @Test
    void shuffledLabelsTellNothingOfTheHeldOutHalf() {
        var shuffled = new ArrayList<Byte>();
        for (var one : labels()) {
            shuffled.add(one);
        }
        var sum = 0.0;
        var runs = 2;
        for (var run = 0; run < runs; run++) {
            Collections.shuffle(shuffled, new Random(run));
            var classOf = new byte[SAMPLES];
            for (var i = 0; i < SAMPLES; i++) {
                classOf[i] = shuffled.get(i);
            }
            var found = path(values(), classOf);
            var last = found.steps().getLast();
            // On what it was trained on, it looks as if it knew
            assertThat(last.discovery().auroc().orElseThrow()).isGreaterThan(0.9);
            sum += last.heldOut().auroc().orElseThrow();
            assertThat(found.steps().get(found.best()).heldOut().auroc()).hasValueCloseTo(0.5, within(0.12));
        }
        assertThat(sum / runs).isCloseTo(0.5, within(0.08));
    }

    @Test
    void theUnitOfANeuronMakesNoDifferenceAndTheAnswerIsTheSameEachTime() {
        var values = values();
        var found = path(values, labels());
        for (var sample = 0; sample < SAMPLES; sample++) {
            values[17][sample] *= 1024;
            values[3][sample] /= 64;
        }
        assertThat(path(values, labels())).isEqualTo(found);
    }

    @Test
    void aNeuronWithoutSpreadOrWithManyHolesIsLeftOutAndFewHolesAreAtTheMean() {
        var halves = Halves.of(IDS, labels(), 0);
        var constant = new double[SAMPLES];
        Arrays.fill(constant, 0.1);
        assertThat(StandardNeuron.of(0, constant, halves)).isEmpty();

        var half = values()[1];
        for (var sample = 0; sample < SAMPLES; sample += 2) {
            half[sample] = Double.NaN;
        }
        assertThat(StandardNeuron.of(1, half, halves)).isEmpty();

        var few = values()[2];
        few[halves.discovery()[4]] = Double.POSITIVE_INFINITY;
        few[halves.heldOut()[9]] = Double.NaN;
        var standard = StandardNeuron.of(2, few, halves).orElseThrow();
        assertThat(standard.replaced()).isEqualTo(2);
        assertThat(standard.discovery()[4]).isZero();
        assertThat(standard.heldOut()[9]).isZero();
        var squares = 0.0;
        var sum = 0.0;
        for (var value : standard.discovery()) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum / standard.discovery().length).isCloseTo(0, within(1e-12));
        assertThat(squares / (standard.discovery().length - 1)).isCloseTo(1, within(1e-12));

        var huge = values()[3];
        for (var sample = 0; sample < SAMPLES; sample++) {
            huge[sample] *= 1e300;
        }
        assertThat(StandardNeuron.of(3, huge, halves).orElseThrow().discovery()[0])
                .isCloseTo(
                        StandardNeuron.of(3, values()[3], halves).orElseThrow().discovery()[0], within(1e-12));
    }

    @Test
    void whatNobodyWaitsForEndsInTheMiddleOfATraining() {
        var halves = Halves.of(IDS, labels(), 0);
        var columns = standardised(values(), halves).stream()
                .map(StandardNeuron::discovery)
                .toArray(double[][]::new);
        var calls = new int[1];
        var training = new LogisticTraining(columns, halves.isPositive(), () -> {
            if (++calls[0] == 1_000) {
                throw new Search.Cancelled();
            }
        });
        var all = IntStream.range(0, halves.discovery().length).toArray();
        assertThatThrownBy(() -> training.train(all, 1)).isInstanceOf(Search.Cancelled.class);
        assertThat(calls[0]).isEqualTo(1_000);
    }

    @Test
    void decisionsAreJudgedByTheirSignAndTheirOrder() {
        var positive = new boolean[] {true, true, false, false, false, false};
        var separated = LogisticPath.separated(new double[] {2, -1, -3, -2, 1, -2}, positive);
        assertThat(separated.accuracy()).hasValueCloseTo(4 / 6.0, within(1e-15));
        assertThat(separated.balancedAccuracy()).hasValueCloseTo((1 / 2.0 + 3 / 4.0) / 2, within(1e-15));
        assertThat(separated.auroc()).hasValueCloseTo(7 / 8.0, within(1e-15));

        var oneClass = LogisticPath.separated(new double[] {2, -1}, new boolean[] {true, true});
        assertThat(oneClass.accuracy()).hasValueCloseTo(0.5, within(1e-15));
        assertThat(oneClass.balancedAccuracy()).isEmpty();
        assertThat(oneClass.auroc()).isEmpty();
        assertThat(LogisticPath.separated(new double[0], new boolean[0]).accuracy())
                .isEmpty();
    }
}
