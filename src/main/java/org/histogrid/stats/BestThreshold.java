package org.histogrid.stats;

import java.util.Optional;

/// The cut between two classes with the greatest Youden's J (Youden, Index for rating diagnostic tests,
/// 1950): `J = |TPR - FPR|`, where class 0 is the positive one, TPR the share of its values that the rule
/// takes and FPR that of the values of class 1. The rule is "at or above the threshold", or "below" where
/// that is the better way round.
///
/// Tried are the least value and the places midway between neighbouring values. Of equally good ones the
/// least is taken.
///
/// @param threshold in the unit of the values
/// @param takesAbove whether the rule takes values at or above the threshold for class 0, else those below it
/// @param youdenJ 0 (the classes cannot be told apart by a cut) to 1 (they can be told apart wholly)
/// @param balancedAccuracy mean share of both classes that the rule tells rightly, `(1 + J) / 2`
/// @param f1 `2 TP / (2 TP + FP + FN)` of class 0; unlike the others it depends on how large the classes are
public record BestThreshold(double threshold, boolean takesAbove, double youdenJ, double balancedAccuracy, double f1) {

    /// Over the finite values.
    ///
    /// @param classOf the class of each sample, 0 or 1, or negative where the sample is left out
    /// @return empty where a class has no finite value
    /// @throws IllegalArgumentException when the arrays differ in length or a class is above 1
    public static Optional<BestThreshold> of(double[] values, byte[] classOf) {
        var runs = ClassRuns.of(values, classOf, 2);
        return runs.total(0) == 0 || runs.total(1) == 0 ? Optional.empty() : Optional.of(of(runs, ClassScan.of(runs)));
    }

    /// Both classes must have a value
    static BestThreshold of(ClassRuns runs, ClassScan scan) {
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        long below0 = runs.upTo(0)[scan.best()];
        long below1 = runs.upTo(1)[scan.best()];
        boolean takesAbove = below1 * n0 >= below0 * n1;
        double truePositives = takesAbove ? n0 - below0 : below0;
        double falsePositives = takesAbove ? n1 - below1 : below1;
        double j = scan.greatest() / ((double) n0 * n1);
        return new BestThreshold(
                cut(runs, scan.best()),
                takesAbove,
                j,
                (1 + j) / 2,
                2 * truePositives / (truePositives + falsePositives + n0));
    }

    /// The cut below a run; the sum of two large values may overflow, and no double may lie between two
    private static double cut(ClassRuns runs, int run) {
        if (run == 0) {
            return runs.value(0);
        }
        double below = runs.value(run - 1);
        double above = runs.value(run);
        double sum = below + above;
        double middle = Double.isFinite(sum) ? sum / 2 : below / 2 + above / 2;
        return middle > below ? middle : above;
    }
}
