package org.histogrid.stats;

/// Finds the bin of a value, exactly by the definition `edges[i] <= v < edges[i + 1]`.
///
/// Where edges lie about evenly, a value's nearest edge is computed and one comparison with it decides
/// between the bins on its two sides. The computation is monotone in the value, rounding included; so if each
/// edge is its own nearest edge, no value can be more than one edge off, and this is checked once for each
/// set of edges. Edges that fail it are searched.
///
/// @param even whether the nearest edge may be computed
/// @param scale bins by unit of the values
/// @param cuts the edges made ready for a comparison by the sign of a difference: 0 as -0, so that no
///     difference is -0, and the last one infinite, for it belongs to the last bin
record BinLocator(boolean even, double low, double high, double scale, double[] cuts) {

    static BinLocator of(double[] edges) {
        int bins = edges.length - 1;
        double low = edges[0];
        double high = edges[bins];
        double scale = bins / (high - low);
        boolean even = scale > 0 && Double.isFinite(scale);
        for (int i = 0; even && i <= bins; i++) {
            even = nearest(edges[i], low, scale) == i;
        }
        var cuts = edges.clone();
        for (int i = 0; i < bins; i++) {
            cuts[i] = edges[i] == 0 ? -0.0 : edges[i];
        }
        cuts[bins] = Double.POSITIVE_INFINITY;
        return new BinLocator(even, low, high, scale, cuts);
    }

    /// For values from low to high only. Adding 2^52 rounds to a whole number and leaves it in the low bits,
    /// which is cheaper than a cast; and rounding keeps order.
    static int nearest(double value, double low, double scale) {
        return (int) Double.doubleToRawLongBits((value - low) * scale + 0x1p52);
    }

    /// -1 where the value is below the edge, 0 else
    static int side(double value, double cut) {
        return (int) (Double.doubleToRawLongBits(value - cut) >> 63);
    }

    /// @param value between the first and the last edge
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
}
