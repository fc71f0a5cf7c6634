package org.histogrid.stats;

import java.util.Arrays;

/// The finite values of the samples that are in a class, in rising order and equal ones together, with how
/// many there are of each class. All scores of a neuron are scans over these runs, so its values are sorted
/// once.
///
/// Holds one neuron at a time and keeps its buffers for the next; not for use by several threads.
final class ClassRuns {

    private final int classes;
    private final byte[] classOf;
    private final RisingOrder order = new RisingOrder();
    private final double[] values;
    /// Class after class, and at last all of them together, each with one count a run
    private final int[] counts;
    private final int stride;
    private final int[] totals;

    private int runs;
    private int nan;
    private int posInf;
    private int negInf;

    /// @param classOf the class of each sample: 0 to `classes - 1`, or negative where the sample is left out
    /// @throws IllegalArgumentException when there are not 1 to 128 classes, or a class is out of bounds
    ClassRuns(byte[] classOf, int classes) {
        if (classes < 1 || classes > 128) {
            throw new IllegalArgumentException("There must be between 1 and 128 classes, not " + classes + ".");
        }
        for (byte of : classOf) {
            if (of >= classes) {
                throw new IllegalArgumentException(
                        "A sample is in a class beyond the %d there are, counted from 0.".formatted(classes));
            }
        }
        this.classOf = classOf;
        this.classes = classes;
        stride = classOf.length;
        values = new double[stride];
        counts = new int[Math.multiplyExact(classes + 1, stride)];
        totals = new int[classes + 1];
    }

    /// Two classes made of more: one of them, and all others together.
    private ClassRuns(ClassRuns all, int of) {
        this.classOf = all.classOf;
        this.classes = 2;
        stride = all.runs;
        runs = all.runs;
        values = Arrays.copyOf(all.values, runs);
        counts = new int[3 * stride];
        for (int run = 0; run < runs; run++) {
            counts[run] = all.count(of, run);
            counts[stride + run] = all.count(all.pooled(), run) - counts[run];
            counts[2 * stride + run] = all.count(all.pooled(), run);
        }
        int one = all.total(of);
        totals = new int[] {one, all.total(all.pooled()) - one, all.total(all.pooled())};
        nan = all.nan;
        posInf = all.posInf;
        negInf = all.negInf;
    }

    /// Takes the values of a neuron in place of those before.
    ///
    /// @throws IllegalArgumentException when there is not one value a sample
    ClassRuns read(double[] neuron) {
        if (neuron.length != classOf.length) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(neuron.length, classOf.length));
        }
        Arrays.fill(totals, 0);
        int finite = order.sort(neuron);
        int run = 0;
        int end;
        for (int start = 0; start < finite; start = end) {
            end = order.endOfTie(start, finite);
            for (int row = run; row < counts.length; row += stride) {
                counts[row] = 0;
            }
            int pooled = 0;
            for (int i = start; i < end; i++) {
                byte of = classOf[order.place(i)];
                if (of >= 0) {
                    counts[of * stride + run]++;
                    totals[of]++;
                    pooled++;
                }
            }
            if (pooled > 0) {
                counts[classes * stride + run] = pooled;
                totals[classes] += pooled;
                values[run++] = order.value(start);
            }
        }
        runs = run;
        countOthers(neuron);
        return this;
    }

    private void countOthers(double[] neuron) {
        nan = 0;
        posInf = 0;
        negInf = 0;
        for (int i = 0; i < neuron.length; i++) {
            if (!Double.isFinite(neuron[i]) && classOf[i] >= 0) {
                if (Double.isNaN(neuron[i])) {
                    nan++;
                } else if (neuron[i] > 0) {
                    posInf++;
                } else {
                    negInf++;
                }
            }
        }
    }

    /// The runs with one class as class 0 and all others as class 1; a copy.
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

    int count(int of, int run) {
        return counts[of * stride + run];
    }

    /// How many finite values a class has.
    int total(int of) {
        return totals[of];
    }

    int nan() {
        return nan;
    }

    int posInf() {
        return posInf;
    }

    int negInf() {
        return negInf;
    }

    /// Quantiles of a class as numpy interpolates them; the class must have a value.
    ///
    /// @param shares 0 to 1, none below the one before
    double[] quantiles(int of, double... shares) {
        var quantiles = new double[shares.length];
        int run = -1;
        int upTo = 0;
        for (int i = 0; i < shares.length; i++) {
            double place = (totals[of] - 1) * shares[i];
            int rank = (int) place;
            while (upTo <= rank) {
                upTo += count(of, ++run);
            }
            int next = run;
            if (upTo <= rank + 1 && upTo < totals[of]) {
                do {
                    next++;
                } while (count(of, next) == 0);
            }
            quantiles[i] = OrderStatistics.between(values[run], values[next], place - rank);
        }
        return quantiles;
    }
}
