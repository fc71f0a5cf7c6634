package org.histogrid.stats;

import java.util.List;

/// Counts the values of each class over common edges.
///
/// Counts equal `numpy.histogram(values.astype(float64), edges)` of each class, and what that drops is
/// counted too.
public final class Histograms {

    private Histograms() {}

    /// One histogram a class, in the order of the classes.
    ///
    /// @param values one value a sample
    /// @param classOf the class of each sample: 0 to `classes - 1`, or negative where the sample is left out
    /// @param classes number of classes, 1 to 128
    /// @throws IllegalArgumentException when the arrays differ in length or a class is out of bounds
    public static List<ClassHistogram> count(double[] values, byte[] classOf, int classes, BinEdges edges) {
        return new CountingKernel(classOf, values.length, classes, edges).count(values);
    }

    /// The same straight from a stored payload, without an array of its values.
    ///
    /// @param payload little-endian values, one a sample
    /// @throws IllegalArgumentException as the other, and when the payload ends within a value
    public static List<ClassHistogram> count(
            byte[] payload, Encoding encoding, byte[] classOf, int classes, BinEdges edges) {
        int n = ActivationCodec.values(payload, encoding);
        return new CountingKernel(classOf, n, classes, edges).count(payload, encoding);
    }
}
