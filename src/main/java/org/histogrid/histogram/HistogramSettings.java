package org.histogrid.histogram;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// How the panels of a grid are computed and drawn, and which axes they share.
///
/// @param scale the unit of the values; edges, widths and ranges are in it
/// @param logY whether heights stand on a logarithmic axis
/// @param smooth whether each class has a kernel density over its steps
/// @throws BadInput when the heights of the display have no logarithm
public record HistogramSettings(
        BinRule bins,
        EdgeScope edgeScope,
        BinRange range,
        Scale scale,
        Statistic stat,
        Display display,
        AxisShare shareX,
        AxisShare shareY,
        boolean logY,
        Set<MarkerKind> markers,
        boolean smooth) {

    public static final HistogramSettings DEFAULT = new HistogramSettings(
            BinRule.Estimator.FD,
            EdgeScope.PANEL,
            new BinRange.Full(),
            Scale.RAW,
            Statistic.COUNT,
            Display.OVERLAY,
            AxisShare.NONE,
            AxisShare.ROW,
            false,
            Set.of(),
            false);

    public HistogramSettings {
        var inOrder = EnumSet.noneOf(MarkerKind.class);
        inOrder.addAll(markers);
        markers = Collections.unmodifiableSet(inOrder);
        if (logY && (display == Display.STACK || display == Display.MIRROR)) {
            throw new BadInput(
                            display == Display.STACK
                                    ? "Stacked heights do not add up on a logarithmic axis: choose a linear one, or overlay."
                                    : "Heights below zero have no logarithm: choose a linear axis, or overlay.")
                    .forField("logY");
        }
        if (display == Display.STACK && edgeScope == EdgeScope.CLASS) {
            throw new BadInput("Classes with edges of their own do not stack: choose common edges, or overlay.")
                    .forField("display");
        }
    }

    public HistogramSettings withBins(BinRule newBins) {
        return with(newBins, edgeScope, range, stat);
    }

    public HistogramSettings withEdgeScope(EdgeScope newScope) {
        return with(bins, newScope, range, stat);
    }

    public HistogramSettings withRange(BinRange newRange) {
        return with(bins, edgeScope, newRange, stat);
    }

    public HistogramSettings withStat(Statistic newStat) {
        return with(bins, edgeScope, range, newStat);
    }

    private HistogramSettings with(BinRule newBins, EdgeScope newScope, BinRange newRange, Statistic newStat) {
        return new HistogramSettings(
                newBins, newScope, newRange, scale, newStat, display, shareX, shareY, logY, markers, smooth);
    }

    /// Edges and ranges in another unit mean nothing, so these become the usual ones.
    public HistogramSettings withScale(Scale newScale) {
        if (newScale == scale) {
            return this;
        }
        var rule = bins instanceof BinRule.Edges || bins instanceof BinRule.Width ? DEFAULT.bins : bins;
        var part = range instanceof BinRange.Between ? DEFAULT.range : range;
        return new HistogramSettings(
                rule, edgeScope, part, newScale, stat, display, shareX, shareY, logY, markers, smooth);
    }

    public HistogramSettings withDisplay(Display newDisplay) {
        return new HistogramSettings(
                bins, edgeScope, range, scale, stat, newDisplay, shareX, shareY, logY, markers, smooth);
    }

    public HistogramSettings withShares(AxisShare newShareX, AxisShare newShareY) {
        return new HistogramSettings(
                bins, edgeScope, range, scale, stat, display, newShareX, newShareY, logY, markers, smooth);
    }

    public HistogramSettings withLogY(boolean newLogY) {
        return new HistogramSettings(
                bins, edgeScope, range, scale, stat, display, shareX, shareY, newLogY, markers, smooth);
    }

    public HistogramSettings withMarkers(Set<MarkerKind> newMarkers) {
        return new HistogramSettings(
                bins, edgeScope, range, scale, stat, display, shareX, shareY, logY, newMarkers, smooth);
    }

    public HistogramSettings withSmooth(boolean newSmooth) {
        return new HistogramSettings(
                bins, edgeScope, range, scale, stat, display, shareX, shareY, logY, markers, newSmooth);
    }
}
