package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.histogram.ComputedGrid.PanelMark;
import org.histogrid.stats.BestThreshold;

/// The hairlines of a panel. Values that are not finite play no part in them.
final class PanelMarks {

    private static final int TWO = 2;

    private PanelMarks() {}

    static List<PanelMark> of(Set<MarkerKind> kinds, double[] values, LabelCodes labels, List<double[]> byClass) {
        var marks = new ArrayList<PanelMark>();
        for (var kind : kinds) {
            if (kind == MarkerKind.THRESHOLD) {
                threshold(values, labels).ifPresent(marks::add);
            } else {
                IntStream.range(0, byClass.size())
                        .forEach(i -> ofClass(kind, labels.classes().get(i).name(), finite(byClass.get(i)))
                                .ifPresent(marks::add));
            }
        }
        return marks;
    }

    private static Optional<PanelMark> threshold(double[] values, LabelCodes labels) {
        return labels.classes().size() == TWO
                ? BestThreshold.of(values, labels.classOf())
                        .map(best -> new PanelMark(MarkerKind.THRESHOLD, Optional.empty(), best.threshold()))
                : Optional.empty();
    }

    private static Optional<PanelMark> ofClass(MarkerKind kind, String name, double[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        var at = kind == MarkerKind.MEAN ? mean(values) : median(values);
        return Optional.of(new PanelMark(kind, Optional.of(name), at));
    }

    /// Parts are added up, for a sum of the largest doubles is infinite
    private static double mean(double[] values) {
        return Arrays.stream(values).map(value -> value / values.length).sum();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        var middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
