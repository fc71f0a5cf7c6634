package org.histogrid.stats;

import java.util.Arrays;

/// A smooth density through some points. See [KernelDensity].
///
/// @param x where the density is given, rising and evenly spaced, in the unit of the values
/// @param density at each x, per unit of the values; integrates to 1 over the whole line, so to less where x
///     leaves values out
/// @param bandwidth standard deviation of the kernel, in the unit of the values
public record DensityCurve(double[] x, double[] density, double bandwidth) {

    /// @throws IllegalArgumentException when there are not as many densities as places
    public DensityCurve {
        if (x.length != density.length) {
            throw new IllegalArgumentException(
                    "There are %d places, but %d densities.".formatted(x.length, density.length));
        }
        x = x.clone();
        density = density.clone();
    }

    /// A copy of the places.
    @Override
    public double[] x() {
        return x.clone();
    }

    /// A copy of the densities.
    @Override
    public double[] density() {
        return density.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DensityCurve that
                && Arrays.equals(x, that.x)
                && Arrays.equals(density, that.density)
                && bandwidth == that.bandwidth;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(density);
    }

    @Override
    public String toString() {
        return "DensityCurve[x=%s, density=%s, bandwidth=%s]"
                .formatted(Arrays.toString(x), Arrays.toString(density), bandwidth);
    }
}
