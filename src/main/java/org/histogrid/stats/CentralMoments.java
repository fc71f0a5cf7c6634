package org.histogrid.stats;

/// Mean and central moments of one class of some [ClassRuns], or of all pooled.
///
/// Values are measured from one of them and in a unit near the largest, so neither a mean that is large
/// against the spread nor numbers near the ends of the doubles lose digits. Without values all but `n` is
/// NaN.
///
/// @param n values
/// @param min the least
/// @param max the greatest
/// @param unit the power of two that the moments are measured in, the same for all classes
/// @param m1 the mean, in the unit
/// @param m2 mean squared distance from the mean, in squares of the unit; exactly 0 where all are equal
/// @param m3 mean cubed distance, in cubes
/// @param m4 mean distance to the fourth, in fourth powers
record CentralMoments(long n, double min, double max, double unit, double m1, double m2, double m3, double m4) {

    /// A power of two whose inverse is a normal double too
    private static final int LEAST_EXPONENT = -1000;

    /// Runs added up by themselves: in rising order, a sum goes far down before it comes up again, and would
    /// be rounded there at each step
    private static final int BLOCK = 64;

    static CentralMoments of(ClassRuns runs, int of) {
        if (runs.total(of) == 0) {
            return new CentralMoments(0, Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        int first = 0;
        while (runs.count(of, first) == 0) {
            first++;
        }
        int last = runs.runs() - 1;
        while (runs.count(of, last) == 0) {
            last--;
        }
        double unit = unit(runs.value(0), runs.value(runs.runs() - 1));
        return first == last ? ofEqual(runs, of, first, unit) : of(runs, of, first, last, unit);
    }

    /// A power of two near the larger of two numbers, signs aside
    static double unit(double least, double greatest) {
        double largest = Math.max(Math.abs(least), Math.abs(greatest));
        return Math.scalb(1.0, Math.max(LEAST_EXPONENT, Math.getExponent(largest)));
    }

    private static CentralMoments ofEqual(ClassRuns runs, int of, int run, double unit) {
        double value = runs.value(run);
        return new CentralMoments(runs.total(of), value, value, unit, value / unit, 0, 0, 0);
    }

    private static CentralMoments of(ClassRuns runs, int of, int first, int last, double unit) {
        double inverse = 1 / unit;
        double n = runs.total(of);
        double pivot = runs.value((first + last) / 2) * inverse;
        double fromPivot = sumFrom(pivot, runs, of, first, last, inverse) / n;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (int start = first; start <= last; start += BLOCK) {
            double squares = 0;
            double cubes = 0;
            double fourths = 0;
            for (int run = start; run < start + BLOCK && run <= last; run++) {
                int count = runs.count(of, run);
                double distance = runs.value(run) * inverse - pivot - fromPivot;
                double square = distance * distance;
                squares += count * square;
                cubes += count * (square * distance);
                fourths += count * (square * square);
            }
            s2 += squares;
            s3 += cubes;
            s4 += fourths;
        }
        double mean = pivot + fromPivot;
        return new CentralMoments(
                runs.total(of), runs.value(first), runs.value(last), unit, mean, s2 / n, s3 / n, s4 / n);
    }

    private static double sumFrom(double pivot, ClassRuns runs, int of, int first, int last, double inverse) {
        double sum = 0;
        for (int start = first; start <= last; start += BLOCK) {
            double part = 0;
            for (int run = start; run < start + BLOCK && run <= last; run++) {
                part += runs.count(of, run) * (runs.value(run) * inverse - pivot);
            }
            sum += part;
        }
        return sum;
    }

    /// In the unit of the values.
    double mean() {
        return m1 * unit;
    }

    /// With n - 1 below the fraction, in the unit of the values; NaN for one value.
    double sd() {
        return Math.sqrt(m2 * n / (n - 1)) * unit;
    }

    /// Population skewness `m3 / m2^1.5`; NaN for equal values.
    double skewness() {
        return m3 / (m2 * Math.sqrt(m2));
    }

    /// Population excess kurtosis `m4 / m2^2 - 3`; NaN for equal values.
    double kurtosis() {
        return m4 / (m2 * m2) - 3;
    }
}
