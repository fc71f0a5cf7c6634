package org.histogrid.stats;

import java.util.Arrays;
import java.util.Optional;

/// Gaussian kernel density of the values of one class:
/// `f(x) = sum over i of phi((x - v[i]) / h) / (n h)`, phi the standard normal density.
///
/// The bandwidth is Silverman's rule of thumb, `h = 0.9 min(sd, IQR / 1.34) n^(-1/5)` (Silverman, Density
/// Estimation for Statistics and Data Analysis, 1986, equation 3.31), with n - 1 in the sd and numpy's
/// quartiles; where the interquartile range is 0, the sd alone.
///
/// Values are first dealt onto a fine grid, each shared by its two neighbours (Jones and Lotwick, 1984,
/// algorithm AS R50), so the work does not grow with n times the number of points. That and cutting the
/// kernel off at five bandwidths changes the curve by less than 1e-4 of the kernel's peak.
public final class KernelDensity {

    /// Where a kernel ends, in bandwidths; it has fallen to 4e-6 of its peak
    private static final int REACH = 5;

    /// Least number of cells of the fine grid in a bandwidth
    private static final int FINENESS = 40;

    private final double[] values;
    private final double bandwidth;

    private KernelDensity(double[] values, double bandwidth) {
        this.values = values;
        this.bandwidth = bandwidth;
    }

    /// The density at evenly spaced points from `low` to `high`. All finite values count, those outside too;
    /// others play no part.
    ///
    /// @param points how many, 2 or more
    /// @return empty with fewer than two finite values, where all are equal, and where their spread is beyond
    ///     doubles: there is no bandwidth then
    /// @throws IllegalArgumentException when low is not below high, the span is not finite, or there are
    ///     fewer than two points
    public static Optional<DensityCurve> estimate(double[] values, double low, double high, int points) {
        double step = (high - low) / (points - 1);
        if (points < 2 || !(step > 0 && Double.isFinite(step))) {
            throw new IllegalArgumentException(
                    "A density needs two points or more from low to high, not %d from %s to %s."
                            .formatted(points, low, high));
        }
        var finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double bandwidth = bandwidth(finite);
        double peak = 1 / (Math.sqrt(2 * Math.PI) * bandwidth);
        if (!(bandwidth > 0 && Double.isFinite(bandwidth) && Double.isFinite(peak))) {
            return Optional.empty();
        }
        var density = new KernelDensity(finite, bandwidth).sums(low, step, points);
        var x = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i == points - 1 ? high : low + i * step;
            density[i] *= peak / finite.length;
        }
        return Optional.of(new DensityCurve(x, density, bandwidth));
    }

    /// 0 where there is none
    private static double bandwidth(double[] finite) {
        if (finite.length < 2) {
            return 0;
        }
        double sd = Moments.of(finite).sd().orElse(0);
        var order = new OrderStatistics(finite.clone());
        double iqr = order.quantile(0.75) - order.quantile(0.25);
        if (order.at(0) == order.at(finite.length - 1)) {
            return 0;
        }
        return 0.9 * (iqr > 0 ? Math.min(sd, iqr / 1.34) : sd) * Math.pow(finite.length, -0.2);
    }

    /// The sum of all kernels at each point, each 1 at its peak
    private double[] sums(double low, double step, int points) {
        double ratio = step / bandwidth;
        if (ratio >= 2 * REACH) {
            return nearestOnly(low, step, points);
        }
        if (ratio * FINENESS >= 1) {
            int cells = (int) Math.ceil(ratio * FINENESS);
            return smoothed(low, step / cells, points, cells);
        }
        // Points much closer than the bandwidth: fewer are enough, with cubics in between
        double wide = bandwidth / FINENESS;
        double places = step / wide;
        var coarse = smoothed(low - wide, wide, (int) ((points - 1) * places) + 4, 1);
        var sums = new double[points];
        for (int i = 0; i < points; i++) {
            int left = (int) (i * places);
            sums[i] = Math.max(0, cubic(coarse, left, i * places - left));
        }
        return sums;
    }

    /// With points so far apart no kernel reaches more than one
    private double[] nearestOnly(double low, double step, int points) {
        var sums = new double[points];
        for (double value : values) {
            double nearest = Math.rint((value - low) / step);
            if (nearest >= 0 && nearest < points) {
                double z = (value - low - nearest * step) / bandwidth;
                sums[(int) nearest] += Math.exp(-z * z / 2);
            }
        }
        return sums;
    }

    /// The sums at points `cells` cells of the fine grid apart
    private double[] smoothed(double low, double cell, int points, int cells) {
        int reach = (int) Math.ceil(REACH * bandwidth / cell);
        var kernel = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            double z = i * cell / bandwidth;
            kernel[i + reach] = Math.exp(-z * z / 2);
        }
        var grid = shared(low - reach * cell, cell, (points - 1) * cells + kernel.length);
        var sums = new double[points];
        for (int i = 0; i < points; i++) {
            sums[i] = product(grid, i * cells, kernel);
        }
        return sums;
    }

    /// How many values lie at each place of the grid, a value between two counting in part for both
    private double[] shared(double low, double cell, int size) {
        var grid = new double[size];
        for (double value : values) {
            double place = (value - low) / cell;
            if (place > -1 && place < size) {
                int left = (int) Math.floor(place);
                double part = place - left;
                if (left >= 0) {
                    grid[left] += 1 - part;
                }
                if (left + 1 < size) {
                    grid[left + 1] += part;
                }
            }
        }
        return grid;
    }

    /// In four sums, which the processor can add up at the same time
    private static double product(double[] grid, int from, double[] kernel) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < kernel.length; i += 4) {
            a += grid[from + i] * kernel[i];
            b += grid[from + i + 1] * kernel[i + 1];
            c += grid[from + i + 2] * kernel[i + 2];
            d += grid[from + i + 3] * kernel[i + 3];
        }
        for (; i < kernel.length; i++) {
            a += grid[from + i] * kernel[i];
        }
        return a + b + c + d;
    }

    /// Lagrange's cubic through four neighbours, between the middle two
    ///
    /// @param first index of the neighbour before the two
    /// @param t how far between them, 0 to 1
    private static double cubic(double[] f, int first, double t) {
        return f[first] * (-t * (t - 1) * (t - 2) / 6)
                + f[first + 1] * ((t + 1) * (t - 1) * (t - 2) / 2)
                - f[first + 2] * ((t + 1) * t * (t - 2) / 2)
                + f[first + 3] * ((t + 1) * t * (t - 1) / 6);
    }
}
