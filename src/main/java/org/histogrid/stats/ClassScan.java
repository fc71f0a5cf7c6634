package org.histogrid.stats;

/// What the order of the values of two classes says: the ground of several scores. Both classes must have a
/// value.
///
/// @param twiceU twice the pairs in which the value of class 0 is the greater, plus those that tie
/// @param greatest difference between the cumulative distributions, signs aside, times the values of both
/// @param best how many runs lie below the first place where it is that great
record ClassScan(long twiceU, long greatest, int best) {

    /// Runs of which the greatest difference is kept, to find its place among them
    private static final int BLOCK = 512;

    static ClassScan of(ClassRuns runs) {
        int n = runs.runs();
        int n0 = runs.total(0);
        int n1 = runs.total(1);
        // What runs on vector registers, where sums stay below 2^31
        boolean few = 2L * n0 * n1 <= Integer.MAX_VALUE;
        long twiceU = 0;
        long greatest = 0;
        int best = 0;
        for (int start = 0; start < n; start += BLOCK) {
            int end = Math.min(start + BLOCK, n);
            twiceU += few ? twiceUOfFew(runs, start, end) : twiceU(runs, start, end);
            long ofBlock = few ? greatestOfFew(runs, start, end) : greatest(runs, start, end);
            if (ofBlock > greatest) {
                greatest = ofBlock;
                best = start + 1;
            }
        }
        while (greatest > 0 && difference(runs, best) < greatest) {
            best++;
        }
        return new ClassScan(twiceU, greatest, best);
    }

    /// Between the cumulative distributions below a run, times the values of both. In integers, so that what is
    /// equal is equal whatever the sizes of the classes.
    private static long difference(ClassRuns runs, int run) {
        return Math.abs((long) runs.upTo(1)[run] * runs.total(0) - (long) runs.upTo(0)[run] * runs.total(1));
    }

    private static int twiceUOfFew(ClassRuns runs, int start, int end) {
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        int twice = 0;
        for (int run = start; run < end; run++) {
            twice += (upTo0[run + 1] - upTo0[run]) * (upTo1[run] + upTo1[run + 1]);
        }
        return twice;
    }

    private static long twiceU(ClassRuns runs, int start, int end) {
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        long twice = 0;
        for (int run = start; run < end; run++) {
            twice += (upTo0[run + 1] - upTo0[run]) * ((long) upTo1[run] + upTo1[run + 1]);
        }
        return twice;
    }

    private static int greatestOfFew(ClassRuns runs, int start, int end) {
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        int n0 = runs.total(0);
        int n1 = runs.total(1);
        int greatest = 0;
        for (int run = start + 1; run <= end; run++) {
            greatest = Math.max(greatest, Math.abs(upTo1[run] * n0 - upTo0[run] * n1));
        }
        return greatest;
    }

    private static long greatest(ClassRuns runs, int start, int end) {
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        long greatest = 0;
        for (int run = start + 1; run <= end; run++) {
            greatest = Math.max(greatest, Math.abs(upTo1[run] * n0 - upTo0[run] * n1));
        }
        return greatest;
    }
}
