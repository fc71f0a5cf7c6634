package org.histogrid.stats;

import java.util.Arrays;

/// Corrects p-values for how many there are: m, the tests that were made. A neuron with a p counts, one
/// without (constant, or with a class that has no values) does not; so m is the number of finite elements, and
/// the caller decides what belongs together, such as all neurons of a hook point or of all of them.
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /// Benjamini and Hochberg's (1995) q of each test: the share of false discoveries to expect among the
    /// tests with a p as small as this one's, or smaller. All in decimal logarithms, for many a p is too
    /// small for a double.
    ///
    /// @param log10P logarithms of p-values, NaN where there was no test; those do not count
    /// @return the logarithm of q for each, at most 0, NaN where there was no test
    public static double[] log10Q(double[] log10P) {
        var order = new RisingOrder();
        int tested = order.sort(log10P);
        var log10Q = log10P.clone();
        double least = 0;
        for (int rank = tested; rank > 0; rank--) {
            int test = order.place(rank - 1);
            least = Math.min(least, log10P[test] + Math.log10((double) tested / rank));
            log10Q[test] = least;
        }
        return log10Q;
    }

    /// Bonferroni's correction: m times each p. At most this many chances in all that even one of the tests
    /// found something where there is nothing.
    ///
    /// @param log10P decimal logarithms of p-values, NaN where there was no test; those do not count
    /// @return the logarithm of each corrected p, at most 0, NaN where there was no test
    public static double[] log10Bonferroni(double[] log10P) {
        double log10M =
                Math.log10(Arrays.stream(log10P).filter(Double::isFinite).count());
        return Arrays.stream(log10P).map(log10 -> Math.min(0, log10 + log10M)).toArray();
    }
}
