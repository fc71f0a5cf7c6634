package org.histogrid.screening;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;

/// Trains L1-regularised logistic regressions on samples of one table, with an intercept that is not regularised. The
/// same samples and C give the same model.
final class LogisticTraining {

    /// Of the solver's first violation of the optimum. With 1e-4, what is chosen does not depend on it any more.
    private static final double TOLERANCE = 1e-4;

    private static final long SEED = 0;

    static {
        Linear.disableDebugOutput();
    }

    private final Feature[][] rows;
    private final boolean[] isPositive;
    private final int features;
    private final Runnable check;

    /// @param columns the features, each with a value a sample
    /// @param check called all the time; what it throws ends the training
    LogisticTraining(double[][] columns, boolean[] isPositive, Runnable check) {
        this.isPositive = isPositive;
        this.check = check;
        features = columns.length;
        rows = new Feature[isPositive.length][features + 1];
        for (var i = 0; i < rows.length; i++) {
            for (var j = 0; j < features; j++) {
                rows[i][j] = new FeatureNode(j + 1, columns[j][i]);
            }
            rows[i][features] = new FeatureNode(features + 1, 1);
        }
    }

    /// @param samples those to train on, which are of both classes
    LogisticModel train(int[] samples, double c) {
        var problem = new Problem();
        problem.l = samples.length;
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = Arrays.stream(samples).mapToObj(i -> rows[i]).toArray(Feature[][]::new);
        problem.y =
                Arrays.stream(samples).mapToDouble(i -> isPositive[i] ? 1 : -1).toArray();
        var parameter = new Parameter(SolverType.L1R_LR, c, TOLERANCE);
        parameter.setRegularizeBias(false);
        parameter.setRandom(new Checking(check));
        var model = Linear.train(problem, parameter);
        var sign = model.getLabels()[0];
        var all = model.getFeatureWeights();
        var weights = new double[features];
        for (var j = 0; j < features; j++) {
            weights[j] = sign * all[j];
        }
        return new LogisticModel(weights, sign * all[features]);
    }

    /// The solver cannot be stopped, but it asks for random numbers in every round.
    private static final class Checking extends Random {

        private final transient Runnable check;

        private Checking(Runnable check) {
            super(SEED);
            this.check = check;
        }

        @Override
        protected int next(int bits) {
            check.run();
            return super.next(bits);
        }
    }
}
