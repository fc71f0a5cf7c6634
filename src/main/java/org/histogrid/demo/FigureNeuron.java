package org.histogrid.demo;

import java.util.SplittableRandom;

/// Draws the values of one neuron so that their histogram follows a panel of the figure.
///
/// The figure's axis has a margin of a twenty-second part on each side, as its drawing program leaves; the extremes of
/// the values lie just inside it. Where edges common to both classes would raise the peak over the figure's 1,000,
/// the upper extreme is moved in, which makes 100 bins narrower.
final class FigureNeuron {

    private static final int BINS = 100;
    private static final double MARGIN = BINS / 22.0;
    private static final double HIGHEST = 960;

    private final SeedFigure.Panel panel;
    private final SplittableRandom random;

    FigureNeuron(SeedFigure.Panel panel, SplittableRandom random) {
        this.panel = panel;
        this.random = random;
    }

    /// Values in the order of the samples.
    float[] draw(boolean[] isTrue) {
        var ofTrue = count(isTrue, true);
        var trueValues = values(panel.trueShares(), ofTrue);
        var falseValues = values(panel.falseShares(), isTrue.length - ofTrue);
        trueValues[0] = at(MARGIN);
        trueValues[1] = at(upperExtreme(ofTrue));
        shuffle(trueValues);
        shuffle(falseValues);
        var values = new float[isTrue.length];
        var nextTrue = 0;
        var nextFalse = 0;
        for (var i = 0; i < values.length; i++) {
            values[i] = isTrue[i] ? trueValues[nextTrue++] : falseValues[nextFalse++];
        }
        return values;
    }

    private double upperExtreme(int ofTrue) {
        var peak = 0.0;
        for (var share : panel.trueShares()) {
            peak = Math.max(peak, share * ofTrue);
        }
        return Math.min(BINS - MARGIN, MARGIN + BINS * HIGHEST / peak);
    }

    private float[] values(double[] shares, int n) {
        var counts = apportion(shares, n);
        var values = new float[n];
        var next = 0;
        for (var bin = 0; bin < BINS; bin++) {
            for (var i = 0; i < counts[bin]; i++) {
                values[next++] = at(bin + random.nextDouble());
            }
        }
        return values;
    }

    private float at(double bin) {
        return (float) (panel.low() + bin * (panel.high() - panel.low()) / BINS);
    }

    /// Whole counts that add up to n and lie within one of `share * n`.
    static int[] apportion(double[] shares, int n) {
        var total = 0.0;
        for (var share : shares) {
            total += share;
        }
        var counts = new int[shares.length];
        var cumulative = 0.0;
        var given = 0;
        for (var bin = 0; bin < shares.length; bin++) {
            cumulative += shares[bin] / total * n;
            counts[bin] = (int) Math.round(cumulative) - given;
            given += counts[bin];
        }
        counts[shares.length - 1] += n - given;
        return counts;
    }

    private void shuffle(float[] values) {
        for (var i = values.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }

    private static int count(boolean[] flags, boolean wanted) {
        var count = 0;
        for (var flag : flags) {
            if (flag == wanted) {
                count++;
            }
        }
        return count;
    }
}
