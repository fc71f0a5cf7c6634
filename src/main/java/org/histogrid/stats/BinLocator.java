package org.histogrid.stats;

/// Finds the bin of a value, exactly by the definition `edges[i] <= v < edges[i + 1]`, without an analysis of
/// rounding errors: what is computed from a value only has to be monotone in it, rounding included.
///
/// * In fixed point, a value's place on the range is a whole number of 1/65536 bins. Each edge has such a
///   place too; at most `tolerance` from where it should be. A value whose place is further than that from a
///   whole bin is surely on the same side of the two edges beside it as its place is of theirs.
/// * Where each edge is the nearest edge to itself, no value can be more than one edge off from its own
///   nearest edge, and one comparison with that edge decides.
/// * Edges that are too uneven for this are searched.
///
/// Which of these hold is found out once for each set of edges.
///
/// @param even whether the nearest edge may be computed
/// @param scale bins by unit of the values
/// @param tolerance in 1/65536 bins; above [#MOST_TOLERANCE] where fixed point is of no use
/// @param cuts the edges made ready for a comparison by the sign of a difference: 0 as -0, so that no
///     difference is -0, and the last one infinite, for it belongs to the last bin
record BinLocator(boolean even, double low, double high, double scale, int tolerance, double[] cuts) {

    static final int FRACTION_BITS = 16;

    /// One bin in fixed point; 10,000 of them fit into an int
    static final int ONE = 1 << FRACTION_BITS;

    /// Sets apart 1 value in 1,000 of continuous data
    static final int MOST_TOLERANCE = 32;

    static BinLocator of(double[] edges) {
        int bins = edges.length - 1;
        double low = edges[0];
        double high = edges[bins];
        double scale = bins / (high - low);
        boolean even = scale > 0 && Double.isFinite(scale * ONE);
        int tolerance = even ? 0 : ONE;
        for (int i = 0; even && i <= bins; i++) {
            even = nearest(edges[i], low, scale) == i;
            tolerance = Math.max(tolerance, Math.abs(fixed(edges[i], low, scale * ONE) - i * ONE));
        }
        var cuts = edges.clone();
        for (int i = 0; i < bins; i++) {
            cuts[i] = edges[i] == 0 ? -0.0 : edges[i];
        }
        cuts[bins] = Double.POSITIVE_INFINITY;
        return new BinLocator(even, low, high, scale, even ? tolerance : ONE, cuts);
    }

    double fixedScale() {
        return scale * ONE;
    }

    /// The last place of the last bin
    int fixedLimit() {
        return (cuts.length - 1) * ONE - 1;
    }

    int fixed(double value) {
        return fixed(value, low, fixedScale());
    }

    /// Whether a place in fixed point is outside the range or too close to an edge
    boolean isUnsure(int x) {
        int fraction = x & (ONE - 1);
        return (x | (fixedLimit() - x) | (fraction - tolerance - 1) | (ONE - 1 - tolerance - fraction)) < 0;
    }

    /// The bin of a value in the range of even edges
    int beside(double value) {
        int edge = nearest(value, low, scale);
        // -1 where the value is below the edge, else 0
        return edge + (int) (Double.doubleToRawLongBits(value - cuts[edge]) >> 63);
    }

    /// The bin of a value in the range of any edges
    int search(double value) {
        int below = 0;
        int above = cuts.length - 1;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (value >= cuts[middle]) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private static int fixed(double value, double low, double fixedScale) {
        return (int) ((value - low) * fixedScale);
    }

    /// Adding 2^52 rounds to a whole number and leaves it in the low bits, which is cheaper than a cast
    private static int nearest(double value, double low, double scale) {
        return (int) Double.doubleToRawLongBits((value - low) * scale + 0x1p52);
    }
}
