package org.histogrid.histogram;

import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// How the panels of a grid are computed and which axes they share.
public record HistogramSettings(
        BinRule bins, EdgeScope edgeScope, BinRange range, Statistic stat, AxisShare shareX, AxisShare shareY) {

    public static final HistogramSettings DEFAULT = new HistogramSettings(
            BinRule.Estimator.FD, EdgeScope.PANEL, new BinRange.Full(), Statistic.COUNT, AxisShare.NONE, AxisShare.ROW);

    public HistogramSettings withBins(BinRule newBins) {
        return new HistogramSettings(newBins, edgeScope, range, stat, shareX, shareY);
    }

    public HistogramSettings withEdgeScope(EdgeScope newScope) {
        return new HistogramSettings(bins, newScope, range, stat, shareX, shareY);
    }

    public HistogramSettings withRange(BinRange newRange) {
        return new HistogramSettings(bins, edgeScope, newRange, stat, shareX, shareY);
    }

    public HistogramSettings withStat(Statistic newStat) {
        return new HistogramSettings(bins, edgeScope, range, newStat, shareX, shareY);
    }

    public HistogramSettings withShares(AxisShare newShareX, AxisShare newShareY) {
        return new HistogramSettings(bins, edgeScope, range, stat, newShareX, newShareY);
    }
}
