package org.histogrid.stats;

/// What is known of two classes after one scan over their runs: the ground of several scores. Both classes must
/// have a value.
///
/// @param twiceU twice the pairs in which the value of class 0 is the greater, plus those that tie
/// @param greatest difference between the cumulative distributions, signs aside, times the values of both
/// @param best how many runs lie below the first place where it is that great
/// @param area between the cumulative distributions, times the values of both, in the unit of the values
/// @param unit the power of two that values are measured in, so that neither gaps nor their sum leave the
///     doubles
record ClassScan(long twiceU, long greatest, int best, double area, double unit) {

    static ClassScan of(ClassRuns runs) {
        int n = runs.runs();
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        var values = runs.values();
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        double unit = CentralMoments.unit(values[0], values[n - 1]);
        double inverse = 1 / unit;
        long twiceU = 0;
        long greatest = 0;
        int best = 0;
        double area = 0;
        int below0 = 0;
        int below1 = 0;
        long difference = 0;
        double last = values[0] * inverse;
        for (int run = 0; run < n; run++) {
            double value = values[run] * inverse;
            area += difference * (value - last);
            last = value;
            int to0 = upTo0[run + 1];
            int to1 = upTo1[run + 1];
            twiceU += (long) (to0 - below0) * (below1 + (long) to1);
            below0 = to0;
            below1 = to1;
            // In integers: what is equal is equal whatever the sizes of the classes
            difference = Math.abs(to1 * n0 - to0 * n1);
            if (difference > greatest) {
                greatest = difference;
                best = run + 1;
            }
        }
        return new ClassScan(twiceU, greatest, best, area, unit);
    }
}
