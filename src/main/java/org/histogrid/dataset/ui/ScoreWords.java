package org.histogrid.dataset.ui;

import java.util.Arrays;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.ScoreColumn;
import org.histogrid.dataset.ThresholdCounts;
import org.histogrid.stats.Ticks;

/// What is said and drawn of a score under a threshold.
final class ScoreWords {

    private static final int X_TICKS = 5;

    private ScoreWords() {}

    /// "34 % and 66 % of the scored samples, 12 samples have no score".
    static String shares(ThresholdCounts counts) {
        var scored = counts.above() + counts.below();
        var shares = scored == 0
                ? "No sample has a score"
                : "%s and %s of the samples with a score"
                        .formatted(
                                Numbers.percent((double) counts.above() / scored),
                                Numbers.percent((double) counts.below() / scored));
        return counts.leftOut() == 0
                ? shares + ", none left out."
                : "%s, %s left out.".formatted(shares, Numbers.integer(counts.leftOut()));
    }

    static StepChartSpec chart(ScoreColumn scores, ScoreColumn.Bins bins, double threshold, List<LabelClass> classes) {
        var edges = bins.edges();
        var from = classes.getFirst();
        var below = classes.getLast();
        var highest = 0L;
        for (var i = 0; i < bins.above().length; i++) {
            highest = Math.max(highest, Math.max(bins.above()[i], bins.below()[i]));
        }
        var y = Ticks.fromZero(highest, true);
        var low = edges[0];
        var high = edges[edges.length - 1];
        return new StepChartSpec(
                edges,
                List.of(
                        StepSeries.ofCounts(
                                from.name().equals(below.name()) ? from.name() + ", from it on" : from.name(),
                                "--hg-class-" + from.colour(),
                                bins.above()),
                        StepSeries.ofCounts(below.name(), "--hg-class-" + below.colour(), bins.below())),
                new AxisSpec(low, high, Ticks.ticks(low, high, X_TICKS), scores.column()),
                new AxisSpec(
                        0,
                        y.high(),
                        y.ticks(),
                        y.ticks().stream()
                                .map(tick -> Numbers.integer(tick.longValue()))
                                .toList(),
                        "",
                        false),
                description(scores, bins, threshold),
                "",
                threshold < low || threshold > high
                        ? List.of()
                        : List.of(new Marker(threshold, Numbers.significant(threshold))));
    }

    private static String description(ScoreColumn scores, ScoreColumn.Bins bins, double threshold) {
        return "Histogram of %s: %s from %s to %s, %s from the threshold %s on."
                .formatted(
                        scores.column(),
                        Numbers.count(scores.scored(), "sample"),
                        Numbers.significant(scores.low()),
                        Numbers.significant(scores.high()),
                        Numbers.integer(Arrays.stream(bins.above()).sum()),
                        Numbers.significant(threshold));
    }
}
