package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.Numbers;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.Scale;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Statistic;

/// What a grid says beside its pictures.
public final class GridWords {

    private static final double UNEQUAL = 0.6;

    /// More would fill the head of a panel.
    private static final int MOST_SHARES = 3;

    private GridWords() {}

    /// "# Samples / LLaMA-2-7B"
    public static String rowLabel(HistogramSettings settings, String label) {
        return heightTitle(settings) + " / " + label;
    }

    /// "# Samples"
    public static String heightTitle(HistogramSettings settings) {
        var ofAll = settings.display() == Display.STACK;
        return switch (settings.stat()) {
            case COUNT -> "# Samples";
            case DENSITY -> ofAll ? "Density of all" : "Density";
            case PERCENT -> ofAll ? "% of all" : "% of class";
            case CUMULATIVE -> ofAll ? "Share of all" : "Share of class";
        };
    }

    /// "neuron act.", and the unit where values are not as recorded: the title of an axis that many neurons share.
    public static String valueTitle(Scale scale) {
        return "neuron act." + (scale.unit().isEmpty() ? "" : " (" + scale.unit() + ")");
    }

    /// "2021-th neuron act.", and the unit where values are not as recorded.
    public static String panelTitle(Panel panel, Scale scale) {
        return panel.neuron() + "-th " + valueTitle(scale);
    }

    /// "n 12 400 / 5 600 (69 % / 31 %)", in the order of the labeling.
    public static String samples(Panel panel) {
        var total =
                panel.classes().stream().mapToLong(one -> one.histogram().n()).sum();
        var counts = panel.classes().stream()
                .map(one -> Numbers.integer(one.histogram().n()))
                .collect(Collectors.joining(" / ", "n ", ""));
        if (total == 0 || panel.classes().size() < 2 || panel.classes().size() > MOST_SHARES) {
            return counts;
        }
        return panel.classes().stream()
                .map(one -> Numbers.percent((double) one.histogram().n() / total))
                .collect(Collectors.joining(" / ", counts + " (", ")"));
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

    /// What a picture cannot show: classes without samples, and values outside of its bins. Nothing where there are
    /// neither.
    public static String remarks(Panel panel) {
        return Stream.concat(
                        panel.classes().stream()
                                .filter(one -> one.histogram().n() == 0)
                                .map(one -> one.name() + ": no samples"),
                        Stream.of(outside(panel)).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(", "));
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

    /// What one must know to read the pictures, beside their legend.
    public static List<String> notes(HistogramSettings settings) {
        var notes = new ArrayList<String>();
        if (settings.smooth()) {
            notes.add("Curves: Gaussian kernel density, Silverman's bandwidth");
        }
        if (settings.edgeScope() == EdgeScope.CLASS) {
            notes.add("Each class has its own bin edges: heights of classes do not compare");
        }
        return notes;
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
