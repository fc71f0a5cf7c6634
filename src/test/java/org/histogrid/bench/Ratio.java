package org.histogrid.bench;

import java.util.Locale;

/// One line of the table that `./histogrid bench` prints at its end.
public final class Ratio {

    private Ratio() {}

    /// Reports a ratio that should be large; true if it is.
    public static boolean atLeast(double wanted, String name, double measured) {
        return report(name, measured, "at least", wanted, measured >= wanted);
    }

    /// Reports a ratio that should be small; true if it is.
    public static boolean atMost(double wanted, String name, double measured) {
        return report(name, measured, "at most", wanted, measured <= wanted);
    }

    private static boolean report(String name, double measured, String side, double wanted, boolean reached) {
        System.out.printf(
                Locale.ROOT, "ratio\t%s\t%.2f\t%s %.2f%s%n", name, measured, side, wanted, reached ? "" : " (missed)");
        return reached;
    }
}
