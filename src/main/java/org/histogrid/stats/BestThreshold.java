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
        return of(new ClassRuns(classOf, 2).read(values));
    }

    static Optional<BestThreshold> of(ClassRuns runs) {
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        if (n0 == 0 || n1 == 0) {
            return Optional.empty();
        }
        long below0 = 0;
        long below1 = 0;
        int best = 0;
        long bestBelow0 = 0;
        long bestBelow1 = 0;
        // J in units of 1 / (n0 n1), in integers: what is equal is equal whatever the sizes of the classes
        long greatest = 0;
        for (int run = 0; run < runs.runs(); run++) {
            below0 += runs.count(0, run);
            below1 += runs.count(1, run);
            long difference = Math.abs(below1 * n0 - below0 * n1);
            if (difference > greatest) {
                greatest = difference;
                best = run + 1;
                bestBelow0 = below0;
                bestBelow1 = below1;
            }
        }
        boolean takesAbove = bestBelow1 * n0 >= bestBelow0 * n1;
        double truePositives = takesAbove ? n0 - bestBelow0 : bestBelow0;
        double falsePositives = takesAbove ? n1 - bestBelow1 : bestBelow1;
        double j = greatest / ((double) n0 * n1);
        return Optional.of(new BestThreshold(
                cut(runs, best),
                takesAbove,
                j,
                (1 + j) / 2,
                2 * truePositives / (truePositives + falsePositives + n0)));
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
