package org.histogrid.screening;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.histogrid.stats.NullDistribution;
import org.histogrid.stats.Score;

/// The scores whose distribution under permuted labels is counted, with the bins it is counted in.
enum NullBins {
    AUROC(Score.AUROC, NullDistribution.AUROC_BINS, 0, 1, NullDistribution::auroc),
    SPEARMAN(Score.SPEARMAN, NullDistribution.SPEARMAN_BINS, -1, 1, NullDistribution::spearman);

    private final Score score;
    private final int bins;
    private final double low;
    private final double high;
    private final Function<NullDistribution, long[]> counts;

    NullBins(Score score, int bins, double low, double high, Function<NullDistribution, long[]> counts) {
        this.score = score;
        this.bins = bins;
        this.low = low;
        this.high = high;
        this.counts = counts;
    }

    static Optional<NullBins> of(ScoreAt score) {
        for (var one : values()) {
            if (score.column().equals(ProfileColumn.of(one.score))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    int bins() {
        return bins;
    }

    double edge(int bin) {
        return low + (high - low) * bin / bins;
    }

    /// The bin that a value lies in.
    int bin(double value) {
        return Math.clamp((int) Math.floor((value - low) / (high - low) * bins), 0, bins - 1);
    }

    /// Of several hook points together.
    long[] counts(List<NullDistribution> distributions) {
        var sum = new long[bins];
        for (var distribution : distributions) {
            var one = counts.apply(distribution);
            for (var i = 0; i < bins; i++) {
                sum[i] += one[i];
            }
        }
        return sum;
    }
}
