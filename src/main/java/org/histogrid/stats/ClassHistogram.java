package org.histogrid.stats;

import java.util.Arrays;

/// The counts of one class of samples over some [BinEdges]. Nothing is dropped: `total() + below + above +
/// nan + posInf + negInf == n`, always.
///
/// @param n samples of the class
/// @param counts values in each bin
/// @param below finite values below the first edge
/// @param above finite values above the last edge
/// @param nan values that are not a number
/// @param posInf values that are plus infinity
/// @param negInf values that are minus infinity
public record ClassHistogram(long n, long[] counts, long below, long above, long nan, long posInf, long negInf) {

    /// @throws IllegalArgumentException when a number is negative or they do not add up to n
    public ClassHistogram {
        counts = counts.clone();
        long sum = below + above + nan + posInf + negInf;
        long least = Math.min(Math.min(Math.min(below, above), nan), Math.min(posInf, negInf));
        for (long count : counts) {
            sum += count;
            least = Math.min(least, count);
        }
        if (sum != n || least < 0) {
            throw new IllegalArgumentException(
                    "The counts of a class must add up to its %d samples, not to %d.".formatted(n, sum));
        }
    }

    /// A copy of the values in each bin.
    @Override
    public long[] counts() {
        return counts.clone();
    }

    /// Number of bins.
    public int bins() {
        return counts.length;
    }

    /// Values in one bin.
    public long count(int bin) {
        return counts[bin];
    }

    /// Values in all bins together.
    public long total() {
        return finite() - below - above;
    }

    /// Finite values, in the range or outside it.
    public long finite() {
        return n - nan - posInf - negInf;
    }

    /// Count of each bin through its width and [#total], as `numpy.histogram(..., density=True)`: integrates
    /// to 1 over the range. Zeros where nothing is counted; the greatest double where a bin is so narrow that
    /// the density is beyond it.
    ///
    /// @param edges those the counts were made with
    public double[] density(BinEdges edges) {
        checkBins(edges);
        var density = new double[counts.length];
        double total = total();
        for (int i = 0; i < density.length; i++) {
            if (counts[i] > 0) {
                density[i] = Math.min(counts[i] / edges.width(i) / total, Double.MAX_VALUE);
            }
        }
        return density;
    }

    /// 100 times the count of each bin through the [#finite] values of the class: sums to 100 unless values
    /// lie outside the range. Zeros where the class has no finite value.
    public double[] percent() {
        var percent = new double[counts.length];
        double finite = Math.max(finite(), 1);
        for (int i = 0; i < percent.length; i++) {
            percent[i] = 100 * (counts[i] / finite);
        }
        return percent;
    }

    /// The share of the [#finite] values of the class that lie below the right edge of each bin, those below
    /// the range included; in the last bin also those on the edge. Ends at 1 unless values lie above the
    /// range. Zeros where the class has no finite value.
    public double[] cumulative() {
        var cumulative = new double[counts.length];
        double finite = Math.max(finite(), 1);
        long sum = below;
        for (int i = 0; i < cumulative.length; i++) {
            sum += counts[i];
            cumulative[i] = sum / finite;
        }
        return cumulative;
    }

    /// The heights of the bins in the statistic asked for.
    ///
    /// @param edges those the counts were made with
    public double[] values(Statistic statistic, BinEdges edges) {
        checkBins(edges);
        return switch (statistic) {
            case COUNT -> Arrays.stream(counts).asDoubleStream().toArray();
            case DENSITY -> density(edges);
            case PERCENT -> percent();
            case CUMULATIVE -> cumulative();
        };
    }

    private void checkBins(BinEdges edges) {
        if (edges.bins() != counts.length) {
            throw new IllegalArgumentException(
                    "The edges have %d bins, the counts %d.".formatted(edges.bins(), counts.length));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassHistogram that
                && n == that.n
                && Arrays.equals(counts, that.counts)
                && below == that.below
                && above == that.above
                && nan == that.nan
                && posInf == that.posInf
                && negInf == that.negInf;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Long.hashCode(n);
    }

    @Override
    public String toString() {
        return "ClassHistogram[n=%d, counts=%s, below=%d, above=%d, nan=%d, posInf=%d, negInf=%d]"
                .formatted(n, Arrays.toString(counts), below, above, nan, posInf, negInf);
    }
}
