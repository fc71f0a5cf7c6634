package org.histogrid.stats;

/// Mean and central moments of one class of some [ClassRuns], or of two together.
///
/// Sums are taken of the distances from the median, from which the mean is never more than one standard
/// deviation away; so moments about the mean follow from them without losing digits, however large the mean is
/// against the spread. Values are measured in a unit near the largest, so that numbers near the ends of the
/// doubles lose none either. Without values all but `n` is NaN.
///
/// @param n values
/// @param min the least
/// @param max the greatest
/// @param unit the power of two that the moments are measured in, the same for all classes
/// @param median a value in the middle, in the unit
/// @param fromMedian how far the mean is from it
/// @param m2 mean squared distance from the mean, in squares of the unit; exactly 0 where all are equal
/// @param m3 mean cubed distance, in cubes
/// @param m4 mean distance to the fourth, in fourth powers
record CentralMoments(
        long n,
        double min,
        double max,
        double unit,
        double median,
        double fromMedian,
        double m2,
        double m3,
        double m4) {

    /// A power of two whose inverse is a normal double too
    private static final int LEAST_EXPONENT = -1000;

    /// Runs that are added up by themselves, from the first run of all on: in rising order, a sum goes far
    /// down before it comes up again, and would be rounded there at each step
    static final int BLOCK = 128;

    static CentralMoments of(ClassRuns runs, int of) {
        int n = runs.total(of);
        if (n == 0) {
            return new CentralMoments(
                    0, Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double unit = unit(runs.value(0), runs.value(runs.runs() - 1));
        int first = runs.runAt(of, 0);
        int last = runs.runAt(of, n - 1);
        if (first == last) {
            double value = runs.value(first);
            return new CentralMoments(n, value, value, unit, value / unit, 0, 0, 0, 0);
        }
        var values = runs.values();
        var upTo = runs.upTo(of);
        double inverse = 1 / unit;
        double median = runs.median(of) * inverse;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (int start = first / BLOCK * BLOCK; start <= last; start += BLOCK) {
            double sum = 0;
            double squares = 0;
            double cubes = 0;
            double fourths = 0;
            int end = Math.min(start + BLOCK, last + 1);
            int below = upTo[start];
            for (int run = start; run < end; run++) {
                int to = upTo[run + 1];
                double distance = values[run] * inverse - median;
                double weighted = (to - below) * distance;
                double second = weighted * distance;
                double third = second * distance;
                sum += weighted;
                squares += second;
                cubes += third;
                fourths += third * distance;
                below = to;
            }
            s1 += sum;
            s2 += squares;
            s3 += cubes;
            s4 += fourths;
        }
        double mean = s1 / n;
        double square = mean * mean;
        return new CentralMoments(
                n,
                runs.value(first),
                runs.value(last),
                unit,
                median,
                mean,
                s2 / n - square,
                s3 / n - mean * (3 * (s2 / n) - 2 * square),
                s4 / n - mean * (4 * (s3 / n) - mean * (6 * (s2 / n) - 3 * square)));
    }

    /// From the sums of the distances from the median and of their squares; the rest is NaN.
    static CentralMoments upToSecond(long n, double unit, double median, double sum, double squares) {
        double mean = sum / n;
        return new CentralMoments(
                n, Double.NaN, Double.NaN, unit, median, mean, squares / n - mean * mean, Double.NaN, Double.NaN);
    }

    /// Of two classes together (Pebay, Formulas for robust, one-pass parallel computation of covariances and
    /// arbitrary-order statistical moments, 2008). Gives the same whichever of them comes first.
    CentralMoments and(CentralMoments other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        double p = n / (double) (n + other.n);
        double q = other.n / (double) (n + other.n);
        double delta = other.minus(this);
        double square = delta * delta;
        double both = p * q;
        return new CentralMoments(
                n + other.n,
                Math.min(min, other.min),
                Math.max(max, other.max),
                unit,
                median,
                fromMedian + q * delta,
                p * m2 + q * other.m2 + both * square,
                p * m3 + q * other.m3 + both * delta * (3 * (other.m2 - m2) + (p - q) * square),
                p * m4
                        + q * other.m4
                        + both
                                * delta
                                * (4 * (other.m3 - m3)
                                        + 6 * delta * (p * other.m2 + q * m2)
                                        + delta * square * (p * p + q * q - p * q)));
    }

    /// A power of two near the larger of two numbers, signs aside
    static double unit(double least, double greatest) {
        double largest = Math.max(Math.abs(least), Math.abs(greatest));
        return Math.scalb(1.0, Math.max(LEAST_EXPONENT, Math.getExponent(largest)));
    }

    /// How far the mean lies above another of the same unit, in the unit.
    double minus(CentralMoments other) {
        return median - other.median + (fromMedian - other.fromMedian);
    }

    /// The mean, in the unit.
    double m1() {
        return median + fromMedian;
    }

    /// In the unit of the values.
    double mean() {
        return m1() * unit;
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
