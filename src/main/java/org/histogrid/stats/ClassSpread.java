package org.histogrid.stats;

/// Mean and variance of two classes and the area between their cumulative distributions, all in one pass: the
/// same numbers as by [CentralMoments#of] and [#area], to the last bit. Both classes must have a value.
///
/// @param area between the cumulative distributions, times the values of both classes, in the unit
/// @param first has neither range nor higher moments
/// @param second likewise
record ClassSpread(double area, CentralMoments first, CentralMoments second) {

    static ClassSpread of(ClassRuns runs) {
        int n = runs.runs();
        var values = runs.values();
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        long n0 = upTo0[n];
        long n1 = upTo1[n];
        double unit = CentralMoments.unit(values[0], values[n - 1]);
        double inverse = 1 / unit;
        double median0 = runs.median(0) * inverse;
        double median1 = runs.median(1) * inverse;
        double s0 = 0;
        double s1 = 0;
        double q0 = 0;
        double q1 = 0;
        double area = 0;
        double last = values[0] * inverse;
        int below0 = 0;
        int below1 = 0;
        for (int start = 0; start < n; start += CentralMoments.BLOCK) {
            double sum0 = 0;
            double sum1 = 0;
            double squares0 = 0;
            double squares1 = 0;
            int end = Math.min(start + CentralMoments.BLOCK, n);
            for (int run = start; run < end; run++) {
                double value = values[run] * inverse;
                area += Math.abs(below1 * n0 - below0 * n1) * (value - last);
                last = value;
                int to0 = upTo0[run + 1];
                int to1 = upTo1[run + 1];
                double distance0 = value - median0;
                double distance1 = value - median1;
                double weighted0 = (to0 - below0) * distance0;
                double weighted1 = (to1 - below1) * distance1;
                sum0 += weighted0;
                sum1 += weighted1;
                squares0 += weighted0 * distance0;
                squares1 += weighted1 * distance1;
                below0 = to0;
                below1 = to1;
            }
            s0 += sum0;
            s1 += sum1;
            q0 += squares0;
            q1 += squares1;
        }
        return new ClassSpread(
                area,
                CentralMoments.upToSecond(n0, unit, median0, s0, q0),
                CentralMoments.upToSecond(n1, unit, median1, s1, q1));
    }

    /// Values are measured in a unit near the largest, so that neither gaps nor their sum leave the doubles.
    static double area(ClassRuns runs, double unit) {
        var values = runs.values();
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        double inverse = 1 / unit;
        double area = 0;
        double last = values[0] * inverse;
        for (int run = 0; run < runs.runs(); run++) {
            double value = values[run] * inverse;
            area += Math.abs(upTo1[run] * n0 - upTo0[run] * n1) * (value - last);
            last = value;
        }
        return area;
    }
}
