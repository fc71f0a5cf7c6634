package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.histogram.AxisShare;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.Provenance;
import org.histogrid.histogram.Provenance.Source;
import org.histogrid.histogram.Scale;

/// The caption of a figure: what is seen, and for each row where every number comes from. A line for each, to
/// be shortened by hand.
final class Caption {

    private Caption() {}

    static String write(Figure figure) {
        var lines = new ArrayList<String>();
        if (!figure.title().isBlank()) {
            lines.add(sentence(figure.title()));
        }
        var settings = figure.grid().settings();
        lines.add("Histograms of activations of single neurons by class. " + what(settings));
        var rows = figure.grid().rows();
        for (var row = 0; row < rows.size(); row++) {
            lines.add("Row %d, %s: %s".formatted(row + 1, figure.rowLabels().get(row), row(rows.get(row))));
        }
        var origin = figure.origin();
        var day = origin.day().map(date -> ", " + date).orElse("");
        lines.add(sentence(("Made with Histogrid " + origin.version()).strip() + day));
        return lines.stream().map(TextFit::clean).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String what(HistogramSettings settings) {
        var words = new ArrayList<String>();
        words.add("Heights: %s, %s".formatted(heights(settings), display(settings.display())));
        words.add("Bin edges common to " + scope(settings.edgeScope()));
        words.add("Horizontal axes %s, height axes %s%s"
                .formatted(
                        shared(settings.shareX()), shared(settings.shareY()), settings.logY() ? ", logarithmic" : ""));
        words.addAll(GridWords.notes(settings));
        return words.stream().map(Caption::sentence).collect(Collectors.joining(" "));
    }

    private static String heights(HistogramSettings settings) {
        return switch (settings.stat()) {
            case COUNT -> "numbers of samples";
            case DENSITY -> "density, the area of each class is 1";
            case PERCENT -> "percent of the class";
            case CUMULATIVE -> "cumulative share of the class";
        };
    }

    private static String display(Display display) {
        return switch (display) {
            case OVERLAY -> "classes over each other";
            case OUTLINE -> "classes as outlines";
            case STACK -> "classes stacked, as parts of all samples";
            case MIRROR -> "the first class upwards, others downwards";
        };
    }

    private static String scope(EdgeScope scope) {
        return switch (scope) {
            case CLASS -> "nothing, each class has its own";
            case PANEL -> "the classes of a panel";
            case ROW -> "the panels of a row";
            case COLUMN -> "the panels of a column";
            case GRID -> "all panels";
        };
    }

    private static String shared(AxisShare share) {
        return switch (share) {
            case NONE -> "of each panel";
            case ROW -> "common to a row";
            case COLUMN -> "common to a column";
            case GRID -> "common to all panels";
        };
    }

    private static String row(ComputedGrid.Row row) {
        var words = new ArrayList<String>();
        if (!row.panels().isEmpty()) {
            words.add(row.panels().stream()
                    .map(panel -> String.valueOf(panel.neuron()))
                    .collect(Collectors.joining(", ", row.panels().size() == 1 ? "neuron " : "neurons ", "")));
        }
        row.provenance().ifPresent(from -> words.addAll(provenance(from)));
        row.problem().ifPresent(words::add);
        row.panels().stream()
                .filter(panel -> panel.problem().isPresent() && row.problem().isEmpty())
                .forEach(panel -> words.add("neuron %d: %s".formatted(panel.neuron(), GridWords.problem(panel))));
        outside(row.panels(), words);
        return words.stream()
                .map(part -> part.endsWith(".") ? part.substring(0, part.length() - 1) : part)
                .collect(Collectors.joining("; ", "", "."));
    }

    private static List<String> provenance(Provenance from) {
        var words = new ArrayList<String>();
        words.add("dataset %s of %s%s".formatted(from.dataset(), from.model(), files(from.sources())));
        var convention = from.convention().isBlank() ? "" : " (%s)".formatted(from.convention());
        words.add(from.site()
                + from.layer().map(layer -> ", layer " + layer + convention).orElse("")
                + (from.token().isBlank() ? "" : ", token " + from.token()));
        words.add("labeling " + from.labelingAndRule());
        words.add("n = %s%s"
                .formatted(
                        Numbers.integer(from.samples()), from.classes().isEmpty() ? "" : ": " + from.classesInWords()));
        words.add(from.bins() + ", " + from.range());
        words.add(scale(from.scale()));
        return words;
    }

    private static String files(List<Source> sources) {
        return sources.isEmpty()
                ? ""
                : sources.stream()
                        .map(file -> file.sha256().isBlank() ? file.file() : file.file() + ", SHA-256 " + file.sha256())
                        .collect(Collectors.joining("; ", " (", ")"));
    }

    private static String scale(Scale scale) {
        return switch (scale) {
            case RAW -> "values as recorded";
            case ZSCORE -> "values as z-scores within the hook point";
            case RANK -> "values as percentiles within each neuron";
        };
    }

    /// What is in no bin.
    private static void outside(List<Panel> panels, List<String> words) {
        for (var panel : panels) {
            var outside = GridWords.outside(panel);
            if (!outside.isEmpty()) {
                words.add("neuron %d has %s".formatted(panel.neuron(), outside));
            }
        }
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
