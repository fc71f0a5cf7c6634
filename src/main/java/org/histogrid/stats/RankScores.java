package org.histogrid.stats;

/// How two classes differ in the order of their values: what a rising transformation of the values leaves
/// alone. Class 0 is the positive one. All of them are NaN where a class has no finite value.
///
/// @param auroc probability that a value of class 0 is above one of class 1, ties counting half
/// @param aurocLow lower end of its 95% interval after DeLong, DeLong and Clarke-Pearson (1988), cut at 0;
///     NaN where a class has one value only
/// @param aurocHigh upper end, cut at 1
/// @param mannWhitneyU pairs in which the value of class 0 is the greater, ties counting half
/// @param log10P decimal logarithm of the two-sided p of U: normal approximation, corrected for ties and for
///     continuity, as `scipy.stats.mannwhitneyu(..., method='asymptotic')`, but it does not underflow; NaN
///     where all values are equal
/// @param spearman rank correlation with being in class 0; NaN where all values are equal
public record RankScores(
        double auroc, double aurocLow, double aurocHigh, double mannWhitneyU, double log10P, double spearman) {

    static final RankScores NONE =
            new RankScores(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /// The normal quantile at 0.975
    private static final double Z_95 = 1.959963984540054;

    /// Both classes must have a value
    static RankScores of(ClassRuns runs, ClassScan scan) {
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        double pairs = (double) n0 * n1;
        double auroc = auroc(runs, scan);
        double half = Z_95 * Math.sqrt(varianceOfAuroc(runs, scan));
        // Of U, in integers, so that classes without a difference have exactly none
        double twiceExcess = scan.twiceU() - n0 * n1;
        double spread = spreadOfRanks(runs);
        double n = n0 + n1;
        boolean equal = runs.runs() == 1;
        return new RankScores(
                auroc,
                Math.max(0, auroc - half),
                Math.min(1, auroc + half),
                scan.twiceU() / 2.0,
                equal ? Double.NaN : log10P(Math.abs(twiceExcess) / 2, pairs / n * (spread / (n - 1))),
                equal ? Double.NaN : twiceExcess / 2 / Math.sqrt(spread * pairs / n));
    }

    static double auroc(ClassRuns runs, ClassScan scan) {
        return scan.twiceU() / 2.0 / ((double) runs.total(0) * runs.total(1));
    }

    /// DeLong's variance from the placement of each value among those of the other class, less the AUROC; both
    /// are taken times twice the pairs, which makes integers of them
    private static double varianceOfAuroc(ClassRuns runs, ClassScan scan) {
        long n0 = runs.total(0);
        long n1 = runs.total(1);
        if (n0 < 2 || n1 < 2) {
            return Double.NaN;
        }
        var upTo0 = runs.upTo(0);
        var upTo1 = runs.upTo(1);
        long mean0 = scan.twiceU();
        long mean1 = 2 * n0 * n1 - scan.twiceU();
        double squares0 = 0;
        double squares1 = 0;
        long below0 = 0;
        long below1 = 0;
        for (int run = 0; run < runs.runs(); run++) {
            long to0 = upTo0[run + 1];
            long to1 = upTo1[run + 1];
            double placement0 = (below1 + to1) * n0 - mean0;
            double placement1 = (below0 + to0) * n1 - mean1;
            squares0 += (to0 - below0) * (placement0 * placement0);
            squares1 += (to1 - below1) * (placement1 * placement1);
            below0 = to0;
            below1 = to1;
        }
        double twicePairs = 2.0 * n0 * n1;
        return squares0 / twicePairs / twicePairs / (n0 - 1) / n0 + squares1 / twicePairs / twicePairs / (n1 - 1) / n1;
    }

    /// The sum of squared distances of all mid-ranks from their mean
    static double spreadOfRanks(ClassRuns runs) {
        double n = runs.total(runs.pooled());
        double ties = 0;
        if (runs.runs() < n) {
            var upTo = runs.upTo(runs.pooled());
            for (int run = 0; run < runs.runs(); run++) {
                double tied = upTo[run + 1] - upTo[run];
                ties += (tied * tied - 1) * tied;
            }
        }
        return ((n * n - 1) * n - ties) / 12;
    }

    /// @param excess how far U is from its mean
    /// @param variance of U where the classes do not differ
    private static double log10P(double excess, double variance) {
        double corrected = Math.max(0, excess - 0.5);
        return Tails.log10ChiSquared(corrected * corrected / variance, 1);
    }
}
