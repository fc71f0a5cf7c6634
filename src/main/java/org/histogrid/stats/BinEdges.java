package org.histogrid.stats;

import java.util.Arrays;

/// The strictly rising, finite edges of a histogram: one more than it has bins.
///
/// Bin `i` holds `edge(i) <= v < edge(i + 1)`; the last bin holds `high()` too.
public final class BinEdges {

    private final double[] edges;
    private final double askedFor;
    private final BinLocator locator;

    BinEdges(double[] edges, double askedFor) {
        BinRules.checkEdges(edges);
        this.edges = edges;
        this.askedFor = askedFor;
        this.locator = BinLocator.of(edges);
    }

    /// Edges as given.
    ///
    /// @param edges 2 to 10,001 finite numbers, each above the one before
    /// @throws IllegalArgumentException when they are not so
    public static BinEdges of(double... edges) {
        return new BinEdges(edges.clone(), edges.length - 1.0);
    }

    /// Number of bins, 1 to 10,000.
    public int bins() {
        return edges.length - 1;
    }

    /// @param i 0 to [#bins], both included
    public double edge(int i) {
        return edges[i];
    }

    /// The first edge.
    public double low() {
        return edges[0];
    }

    /// The last edge.
    public double high() {
        return edges[edges.length - 1];
    }

    /// The length of a bin in the unit of the values; the greatest double where it is longer than that.
    public double width(int bin) {
        return Math.min(edges[bin + 1] - edges[bin], Double.MAX_VALUE);
    }

    /// A copy of the edges.
    public double[] toArray() {
        return edges.clone();
    }

    /// The rule asked for more bins than it got: for more than 10,000, or for more than there are numbers of
    /// double precision between the ends.
    public boolean limited() {
        return askedFor > bins();
    }

    /// How many bins the rule asked for: [#bins] unless [#limited]. Not a long, for it may be 10^24 or
    /// infinite.
    public double askedFor() {
        return askedFor;
    }

    BinLocator locator() {
        return locator;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinEdges that && Arrays.equals(edges, that.edges) && askedFor == that.askedFor;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "%d bins from %s to %s".formatted(bins(), BinRules.text(low()), BinRules.text(high()));
    }
}
