package org.histogrid.stats;

/// The finite values of the samples that are in a class, in rising order and equal ones together, with how
/// many there are of each class up to each of them. All scores of a neuron are scans over these runs, so its
/// values are sorted, or counted, once.
///
/// Holds one neuron at a time and keeps its room for the next; not for use by several threads.
final class ClassRuns {

    private final int classes;
    private final double[] values;
    /// Class after class, and at last all of them together
    private final int[][] upTo;

    private boolean pooled;
    private int runs;
    private long nan;
    private long posInf;
    private long negInf;

    /// @param room for how many values
    ClassRuns(int classes, int room) {
        this.classes = classes;
        values = new double[room];
        upTo = new int[classes + 1][room + 1];
    }

    /// Two classes made of more: one of them, and all others together. Shares what it can with these runs.
    private ClassRuns(ClassRuns all, int of) {
        classes = 2;
        runs = all.runs;
        values = all.values;
        var one = all.upTo[of];
        var pooled = all.upTo(all.classes);
        var rest = new int[runs + 1];
        for (int run = 0; run <= runs; run++) {
            rest[run] = pooled[run] - one[run];
        }
        upTo = new int[][] {one, rest, pooled};
        this.pooled = true;
        nan = all.nan;
        posInf = all.posInf;
        negInf = all.negInf;
    }

    /// Of one neuron alone.
    ///
    /// @param classOf the class of each sample: 0 to `classes - 1`, or negative where the sample is left out
    /// @throws IllegalArgumentException when the arrays differ in length, there are not 1 to 128 classes, or a
    ///     class is out of bounds
    static ClassRuns of(double[] values, byte[] classOf, int classes) {
        return new SampleGroups(classOf, classes).read(values).all();
    }

    /// Says how many runs there are, once all are put in.
    void end(int runs, long nan, long posInf, long negInf) {
        this.runs = runs;
        pooled = false;
        this.nan = nan;
        this.posInf = posInf;
        this.negInf = negInf;
    }

    /// The runs with one class as class 0 and all others as class 1; true until other runs are put in here.
    ClassRuns oneAgainstRest(int of) {
        return new ClassRuns(this, of);
    }

    int classes() {
        return classes;
    }

    /// What to give as class for all classes together.
    int pooled() {
        return classes;
    }

    /// How many different values there are.
    int runs() {
        return runs;
    }

    double value(int run) {
        return values[run];
    }

    /// The value of each run, and whatever else after the last.
    double[] values() {
        return values;
    }

    /// For each run how many values of a class lie below it, and then how many there are of the class.
    int[] upTo(int of) {
        if (of == classes && !pooled) {
            pool();
        }
        return upTo[of];
    }

    /// When it is first asked for: not all scores need it
    private void pool() {
        var all = upTo[classes];
        System.arraycopy(upTo[0], 0, all, 0, runs + 1);
        for (int of = 1; of < classes; of++) {
            var one = upTo[of];
            for (int run = 1; run <= runs; run++) {
                all[run] += one[run];
            }
        }
        pooled = true;
    }

    int count(int of, int run) {
        return upTo(of)[run + 1] - upTo(of)[run];
    }

    /// How many finite values a class has.
    int total(int of) {
        return upTo(of)[runs];
    }

    long nan() {
        return nan;
    }

    long posInf() {
        return posInf;
    }

    long negInf() {
        return negInf;
    }

    /// The run with the value of a rank in a class.
    ///
    /// @param rank 0 for the least value of the class, below its total
    int runAt(int of, int rank) {
        var upToOf = upTo(of);
        int from = 0;
        int to = runs - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (upToOf[middle + 1] > rank) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// A value in the middle of a class; the lower one of two.
    double median(int of) {
        return values[runAt(of, (total(of) - 1) / 2)];
    }

    /// How many runs have a value below that one.
    int runsBelow(double value) {
        int from = 0;
        int to = runs;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// A quantile of a class as numpy interpolates it; the class must have a value.
    ///
    /// @param share 0 to 1
    double quantile(int of, double share) {
        double place = (total(of) - 1) * share;
        int rank = (int) place;
        double lower = values[runAt(of, rank)];
        double upper = rank + 1 < total(of) ? values[runAt(of, rank + 1)] : lower;
        return OrderStatistics.between(lower, upper, place - rank);
    }
}
