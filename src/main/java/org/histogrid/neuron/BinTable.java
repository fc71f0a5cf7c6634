package org.histogrid.neuron;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.histogrid.base.CsvCells;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Statistic;

/// The numbers of a histogram: a line for each bin, then one for each kind of value that no bin holds and some
/// sample has. Where classes have edges of their own, each class has its own lines.
///
/// @param classes the names of all classes, in the order of the counts and heights of a line
/// @param ofOneClass whether each line is about one class, which it names
/// @param stat what the heights are; they are left out where they are the counts
public record BinTable(List<String> classes, boolean ofOneClass, Statistic stat, List<Line> lines) {

    /// One bin, or what lies outside of all.
    ///
    /// @param part `bin`, `below`, `above`, `NaN`, `+Inf` or `-Inf`
    /// @param ofClass the one class this is about, where classes have edges of their own; it then has one count
    /// @param values in the unit of the histogram
    /// @param heights none outside of the bins, and none where they are the counts
    public record Line(
            String part, Optional<String> ofClass, ValueRange values, List<Long> counts, List<Double> heights) {
        public Line {
            counts = List.copyOf(counts);
            heights = List.copyOf(heights);
        }

        public boolean isBin() {
            return part.equals("bin");
        }
    }

    public BinTable {
        classes = List.copyOf(classes);
        lines = List.copyOf(lines);
    }

    /// @param panel one that has edges
    public static BinTable of(Panel panel, Statistic stat) {
        var own = panel.classes().stream().anyMatch(one -> one.ownEdges().isPresent());
        var lines = new ArrayList<Line>();
        if (own) {
            for (var one : panel.classes()) {
                add(lines, one.ownEdges().or(panel::edges).orElseThrow(), List.of(one), Optional.of(one.name()), stat);
            }
        } else {
            add(lines, panel.edges().orElseThrow(), panel.classes(), Optional.empty(), stat);
        }
        return new BinTable(panel.classes().stream().map(PanelClass::name).toList(), own, stat, lines);
    }

    private static void add(
            List<Line> lines, BinEdges edges, List<PanelClass> classes, Optional<String> ofClass, Statistic stat) {
        var hasHeights = stat != Statistic.COUNT;
        var counts = classes.stream().map(one -> one.histogram().counts()).toList();
        var heights = classes.stream().map(PanelClass::heights).toList();
        for (var bin = 0; bin < edges.bins(); bin++) {
            var index = bin;
            lines.add(new Line(
                    "bin",
                    ofClass,
                    new ValueRange.Between(edges.edge(bin), edges.edge(bin + 1), bin == edges.bins() - 1),
                    counts.stream().map(one -> one[index]).toList(),
                    hasHeights ? heights.stream().map(one -> one[index]).toList() : List.of()));
        }
        var outside = new Outside(lines, classes, ofClass);
        outside.add("below", ValueRange.of(Double.NEGATIVE_INFINITY, edges.low()), ClassHistogram::below);
        outside.add("above", ValueRange.of(Math.nextUp(edges.high()), Double.POSITIVE_INFINITY), ClassHistogram::above);
        outside.add("NaN", ValueRange.Special.NAN, ClassHistogram::nan);
        outside.add("+Inf", ValueRange.Special.POS_INF, ClassHistogram::posInf);
        outside.add("-Inf", ValueRange.Special.NEG_INF, ClassHistogram::negInf);
    }

    private record Outside(List<Line> lines, List<PanelClass> classes, Optional<String> ofClass) {
        void add(String part, ValueRange values, ToLongFunction<ClassHistogram> count) {
            var counts = classes.stream()
                    .map(one -> count.applyAsLong(one.histogram()))
                    .toList();
            if (counts.stream().anyMatch(one -> one > 0)) {
                lines.add(new Line(part, ofClass, values, counts, List.of()));
            }
        }
    }

    /// The names of what the counts and heights of a line are, in their order.
    public List<String> columns() {
        var counts = ofOneClass
                ? List.of("count")
                : classes.stream().map(name -> name + " count").toList();
        if (stat == Statistic.COUNT) {
            return counts;
        }
        var word = SettingsJson.word(stat);
        var heights = ofOneClass
                ? List.of(word)
                : classes.stream().map(name -> name + " " + word).toList();
        return Stream.concat(counts.stream(), heights.stream()).toList();
    }

    /// Comma-separated, in full precision.
    public String csv() {
        return write(',');
    }

    /// Tab-separated, as spreadsheets take it from the clipboard.
    public String tsv() {
        return write('\t');
    }

    private String write(char separator) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(separator).build(text)) {
            var header = header();
            csv.writeRecord(header);
            for (var line : lines) {
                csv.writeRecord(cells(line, header.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<String> header() {
        var header = new ArrayList<>(List.of("part", "from", "to"));
        if (ofOneClass) {
            header.addFirst("class");
        }
        columns().stream().map(CsvCells::guarded).forEach(header::add);
        return header;
    }

    private static List<String> cells(Line line, int columns) {
        var cells = new ArrayList<String>();
        line.ofClass().map(CsvCells::guarded).ifPresent(cells::add);
        cells.add(line.part());
        cells.addAll(ends(line.values()));
        line.counts().forEach(count -> cells.add(String.valueOf(count)));
        line.heights().forEach(height -> cells.add(String.valueOf(height)));
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private static List<String> ends(ValueRange values) {
        return switch (values) {
            case ValueRange.Between(double from, double to, boolean isClosed) -> List.of(end(from), end(to));
            case ValueRange.All _, ValueRange.Special _ -> List.of("", "");
        };
    }

    private static String end(double end) {
        return Double.isInfinite(end) ? "" : String.valueOf(end);
    }
}
