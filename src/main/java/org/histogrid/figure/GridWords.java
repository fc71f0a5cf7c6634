package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Statistic;

/// What a grid says beside its pictures.
public final class GridWords {

    private static final double UNEQUAL = 0.6;

    private GridWords() {}

    /// "# Samples / LLaMA-2-7B"
    public static String rowLabel(Statistic stat, String label) {
        var axis = switch (stat) {
            case COUNT -> "# Samples";
            case DENSITY -> "Density";
            case PERCENT -> "% of class";
            case CUMULATIVE -> "Share of class";
        };
        return axis + " / " + label;
    }

    /// "n 12 400 / 5 600", in the order of the labeling.
    public static String samples(Panel panel) {
        return panel.classes().stream()
                .map(one -> Numbers.integer(one.histogram().n()))
                .collect(Collectors.joining(" / ", "n ", ""));
    }

    /// "3 NaN, 12 above the range", or nothing where every value is in a bin.
    public static String outside(Panel panel) {
        var parts = new ArrayList<String>();
        add(parts, panel, ClassHistogram::nan, "NaN");
        add(parts, panel, one -> one.posInf() + one.negInf(), "infinite");
        add(parts, panel, ClassHistogram::below, "below the range");
        add(parts, panel, ClassHistogram::above, "above the range");
        panel.edges()
                .filter(edges -> edges.limited())
                .ifPresent(edges -> parts.add("%s of %s bins asked for"
                        .formatted(Numbers.integer(edges.bins()), Numbers.significant(edges.askedFor()))));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Panel panel, ToLongFunction<ClassHistogram> what, String word) {
        var count = panel.classes().stream()
                .map(PanelClass::histogram)
                .mapToLong(what)
                .sum();
        if (count > 0) {
            parts.add(Numbers.integer(count) + " " + word);
        }
    }

    /// Says that heights show the base rate, where counts are shown and the classes of a row are more unequal than
    /// 60 to 40.
    public static Optional<String> baseRate(ComputedGrid grid) {
        if (grid.settings().stat() != Statistic.COUNT) {
            return Optional.empty();
        }
        return grid.rows().stream()
                .flatMap(row -> row.panels().stream().limit(1))
                .flatMap(panel -> baseRate(panel).stream())
                .findFirst();
    }

    private static Optional<String> baseRate(Panel panel) {
        var total =
                panel.classes().stream().mapToLong(one -> one.histogram().n()).sum();
        return panel.classes().stream()
                .filter(one -> panel.classes().size() > 1)
                .filter(one -> one.histogram().n() > UNEQUAL * total)
                .findFirst()
                .map(one -> "Heights show the base rate: %s of the samples are %s."
                        .formatted(Numbers.percent((double) one.histogram().n() / total), one.name()));
    }

    /// A sentence for a panel without a picture.
    public static String problem(Panel panel) {
        return panel.problem().orElse("These values lie too far apart to draw. Choose a range in the settings.");
    }
}
