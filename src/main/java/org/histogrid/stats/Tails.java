package org.histogrid.stats;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.ContinuedFraction;

/// Probabilities so small that only their logarithm is a double.
final class Tails {

    /// Below this a probability loses digits
    private static final double SMALL = 1e-290;

    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 10_000;

    private Tails() {}

    /// The decimal logarithm of the probability that chi-squared is at least x. With one degree of freedom
    /// and `x = z * z` this is the two-sided p of a normal z.
    ///
    /// @param x 0 or more
    /// @param degrees of freedom, 1 or more
    static double log10ChiSquared(double x, int degrees) {
        double a = degrees / 2.0;
        double probability = Gamma.regularizedGammaQ(a, x / 2);
        double log10 = probability > SMALL ? Math.log10(probability) : farOut(a, x / 2) / Math.log(10);
        return Math.min(0, log10);
    }

    /// The natural logarithm of the upper incomplete gamma function, regularised, by Legendre's continued
    /// fraction (DLMF 8.9.2)
    private static double farOut(double a, double x) {
        var fraction = new ContinuedFraction() {
            @Override
            public double getA(int n, double at) {
                return 2 * n + 1 - a + at;
            }

            @Override
            public double getB(int n, double at) {
                return n * (a - n);
            }
        };
        return a * Math.log(x) - x - Gamma.logGamma(a) - Math.log(fraction.evaluate(x, PRECISION, MOST_TERMS));
    }
}
