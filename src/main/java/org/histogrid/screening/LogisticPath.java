package org.histogrid.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.histogrid.base.Search;
import org.histogrid.screening.FewNeuronsPath.Chosen;
import org.histogrid.screening.FewNeuronsPath.Separated;
import org.histogrid.screening.FewNeuronsPath.Step;
import org.histogrid.stats.Score;
import org.histogrid.stats.TwoClassScores;

/// Models with more and more neurons, and which of them is best by a cross-validation within the discovery half.
final class LogisticPath {

    static final int STEPS = 10;
    static final int FOLDS = 5;
    /// On all of the discovery half, and without each fold of it.
    static final int MODELS = STEPS * (FOLDS + 1);

    /// Just above where the first neuron comes in, since there its coefficient is still 0.
    private static final double FIRST = 1.01;
    /// From the first C to the last.
    private static final double RANGE = 100;

    private final List<StandardNeuron> neurons;
    private final Halves halves;
    private final Search<?> search;
    private final double[][] columns;
    private final double[][] heldOutColumns;

    /// The losses of each step in each fold that could be tested.
    private final List<double[]> losses = new ArrayList<>();

    /// @param neurons at least one
    /// @param halves with samples of both classes in the discovery half
    LogisticPath(List<StandardNeuron> neurons, Halves halves, Search<?> search) {
        this.neurons = List.copyOf(neurons);
        this.halves = halves;
        this.search = search;
        columns = neurons.stream().map(StandardNeuron::discovery).toArray(double[][]::new);
        heldOutColumns = neurons.stream().map(StandardNeuron::heldOut).toArray(double[][]::new);
    }

    /// @param steps with rising C
    /// @param best the index of the one with the least loss
    /// @param sparsest the index of the first one within a standard error of it
    record Found(List<Step> steps, int best, int sparsest) {}

    Found find() {
        var training = new LogisticTraining(columns, halves.isPositive(), search::requireWanted);
        var all = IntStream.range(0, halves.discovery().length).toArray();
        var leastC = leastC(columns, halves.isPositive());
        var cs = IntStream.range(0, STEPS)
                .mapToDouble(step -> leastC * FIRST * Math.pow(RANGE, step / (STEPS - 1.0)))
                .toArray();
        var models = Arrays.stream(cs).mapToObj(c -> train(training, all, c)).toList();
        for (var fold = 0; fold < FOLDS; fold++) {
            validate(training, all, fold, cs);
        }
        var steps = IntStream.range(0, STEPS)
                .mapToObj(step -> step(cs[step], models.get(step), step))
                .toList();
        var best = IntStream.range(0, STEPS)
                .boxed()
                .min(Comparator.comparingDouble(step -> steps.get(step).loss()))
                .orElseThrow();
        var enough = steps.get(best).loss() + steps.get(best).lossError();
        var sparsest = IntStream.range(0, STEPS)
                .filter(step -> steps.get(step).loss() <= enough)
                .findFirst()
                .orElse(best);
        return new Found(steps, best, sparsest);
    }

    /// The greatest C with which no neuron is chosen. There the intercept is the log odds of the classes, so that
    /// each sample has the share p of the positive ones as its probability, and the gradient of the loss by a
    /// coefficient is `sum((p - y) z)`: the first to outweigh the regularisation is the largest of these.
    static double leastC(double[][] columns, boolean[] isPositive) {
        var positives = 0;
        for (var is : isPositive) {
            positives += is ? 1 : 0;
        }
        var share = (double) positives / isPositive.length;
        var steepest = 0.0;
        for (var column : columns) {
            var gradient = 0.0;
            for (var i = 0; i < column.length; i++) {
                gradient += ((isPositive[i] ? 1 : 0) - share) * column[i];
            }
            steepest = Math.max(steepest, Math.abs(gradient));
        }
        // Without any gradient no C chooses a neuron, so any will do
        return steepest == 0 ? 1 : 1 / steepest;
    }

    private LogisticModel train(LogisticTraining training, int[] samples, double c) {
        search.requireWanted();
        var model = training.train(samples, c);
        search.count(1);
        return model;
    }

    /// C weighs the sum over all samples, so with fewer of them it is larger by as much.
    private void validate(LogisticTraining training, int[] all, int fold, double[] cs) {
        var in = Arrays.stream(all).filter(i -> halves.fold()[i] != fold).toArray();
        var out = Arrays.stream(all).filter(i -> halves.fold()[i] == fold).toArray();
        var positives = Arrays.stream(in).filter(i -> halves.isPositive()[i]).count();
        if (out.length == 0 || positives == 0 || positives == in.length) {
            return;
        }
        var more = (double) all.length / in.length;
        losses.add(Arrays.stream(cs)
                .map(c -> {
                    var decisions = train(training, in, c * more).decisions(columns, all.length);
                    return LogisticModel.loss(decisions, halves.isPositive(), out);
                })
                .toArray());
    }

    private Step step(double c, LogisticModel model, int step) {
        var chosen = IntStream.range(0, columns.length)
                .filter(j -> model.weights()[j] != 0)
                .mapToObj(j -> new Chosen(neurons.get(j).neuron(), model.weights()[j]))
                .sorted(Comparator.comparingDouble((Chosen one) -> -Math.abs(one.coefficient()))
                        .thenComparingInt(Chosen::neuron))
                .toList();
        var ofFolds = losses.stream().mapToDouble(fold -> fold[step]).toArray();
        var mean = Arrays.stream(ofFolds).average().orElse(Double.NaN);
        var squares = Arrays.stream(ofFolds)
                .map(loss -> (loss - mean) * (loss - mean))
                .sum();
        var error = ofFolds.length < 2 ? 0 : Math.sqrt(squares / (ofFolds.length - 1) / ofFolds.length);
        return new Step(
                c,
                chosen,
                model.intercept(),
                separated(model.decisions(columns, halves.isPositive().length), halves.isPositive()),
                separated(
                        model.decisions(heldOutColumns, halves.heldOutIsPositive().length), halves.heldOutIsPositive()),
                mean,
                error);
    }

    static Separated separated(double[] decisions, boolean[] isPositive) {
        var classOf = new byte[decisions.length];
        var count = new int[2];
        var right = new int[2];
        for (var i = 0; i < decisions.length; i++) {
            classOf[i] = (byte) (isPositive[i] ? 0 : 1);
            count[classOf[i]]++;
            right[classOf[i]] += decisions[i] > 0 == isPositive[i] ? 1 : 0;
        }
        if (count[0] == 0 || count[1] == 0) {
            return new Separated(
                    decisions.length == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of((double) (right[0] + right[1]) / decisions.length),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
        return new Separated(
                OptionalDouble.of((double) (right[0] + right[1]) / decisions.length),
                OptionalDouble.of(((double) right[0] / count[0] + (double) right[1] / count[1]) / 2),
                Score.AUROC.of(TwoClassScores.of(decisions, classOf)));
    }
}
