package org.histogrid.stats;

import java.util.Arrays;

/// The finite values of the samples that are in a class, in rising order and equal ones together, with how
/// many there are of each class. All scores of a neuron are scans over these, so its values are sorted once.
final class ClassRuns {

    private final double[] values;
    /// Class after class, each with one count a run
    private final int[] counts;
    private final int runs;
    private final int classes;

    private ClassRuns(double[] values, int[] counts, int runs, int classes) {
        this.values = values;
        this.counts = counts;
        this.runs = runs;
        this.classes = classes;
    }

    /// @param classOf the class of each sample: 0 to `classes - 1`, or negative where the sample is left out
    /// @param order lends its buffers
    /// @throws IllegalArgumentException when the arrays differ in length or a class is out of bounds
    static ClassRuns of(double[] values, byte[] classOf, int classes, RisingOrder order) {
        check(values, classOf, classes);
        int n = order.sort(values);
        var distinct = new double[n];
        var counts = new int[classes * n];
        int runs = 0;
        int end;
        for (int start = 0; start < n; start = end) {
            end = order.endOfTie(start, n);
            int counted = 0;
            for (int i = start; i < end; i++) {
                byte of = classOf[order.place(i)];
                if (of >= 0) {
                    counts[of * n + runs]++;
                    counted++;
                }
            }
            if (counted > 0) {
                distinct[runs++] = order.value(start);
            }
        }
        return new ClassRuns(distinct, counts, runs, classes);
    }

    private static void check(double[] values, byte[] classOf, int classes) {
        if (values.length != classOf.length) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(values.length, classOf.length));
        }
        for (byte of : classOf) {
            if (of >= classes) {
                throw new IllegalArgumentException(
                        "A sample is in a class beyond the %d there are, counted from 0.".formatted(classes));
            }
        }
    }

    /// How many different values there are.
    int runs() {
        return runs;
    }

    double value(int run) {
        return values[run];
    }

    int count(int of, int run) {
        return counts[of * (counts.length / classes) + run];
    }

    /// How many finite values a class has.
    int total(int of) {
        int stride = counts.length / classes;
        return Arrays.stream(counts, of * stride, of * stride + runs).sum();
    }
}
