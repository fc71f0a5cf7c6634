package org.histogrid.chart;

/// Five quantiles of a score, from the 5th to the 95th hundredth, none below the one before it.
public record Quantiles(double low5, double low25, double median, double high75, double high95) {

    public Quantiles {
        var all = new double[] {low5, low25, median, high75, high95};
        for (var index = 0; index < all.length; index++) {
            if (!Double.isFinite(all[index]) || (index > 0 && all[index] < all[index - 1])) {
                throw new IllegalArgumentException(
                        "Quantile " + index + " is not finite or below the one before it: " + all[index]);
            }
        }
    }
}
