package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.chart.StepSeries;
import org.histogrid.figure.Drawing.Anchor;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.Drawing.Pen;
import org.histogrid.figure.TextFit.Fitted;

/// The legend: classes, what lines over them are, and what hairlines mark, on as many lines as they need,
/// each line in the middle.
final class LegendLayout {

    private static final double SWATCH = 1.7;
    private static final double SWATCH_HEIGHT = 0.72;
    private static final double AFTER_SWATCH = 0.4;
    private static final double BETWEEN = 1.8;
    private static final double LINE = 1.5;

    /// One entry: a sample of how it is drawn, and its text.
    private record Key(String text, double size, double textWidth, boolean isLine, Optional<Fill> fill, Pen pen) {}

    private final Style style;
    private final List<List<Key>> lines = new ArrayList<>();
    private final Fitted notes;

    private LegendLayout(Style style, Fitted notes) {
        this.style = style;
        this.notes = notes;
    }

    static LegendLayout of(FigureContent content, MarkerKinds kinds, Style style, double width) {
        var notes = TextFit.fit(style.face(), content.notes(), width, style.smallSize(), Frame.MOST_LINES);
        var layout = new LegendLayout(style, notes);
        if (!style.options().legend()) {
            return layout;
        }
        var isFilled =
                content.charts().flatMap(chart -> chart.series().stream()).allMatch(StepSeries::filled);
        for (var entry : content.legend()) {
            var fill = isFilled ? Optional.of(style.fill(entry.variable())) : Optional.<Fill>empty();
            layout.add(entry.text(), false, fill, style.stepPen(entry.variable(), isFilled), width);
        }
        for (var kind = 0; kind < kinds.words().size(); kind++) {
            layout.add(kinds.words().get(kind), true, Optional.empty(), style.markerPen(kind), width);
        }
        return layout;
    }

    private void add(String text, boolean isLine, Optional<Fill> fill, Pen pen, double width) {
        var before = (SWATCH + AFTER_SWATCH) * style.size();
        var fitted = TextFit.fit(style.face(), List.of(text), width - before, style.size(), 1);
        var shown = fitted.lines(0).stream().findFirst().orElse("");
        var key = new Key(shown, fitted.size(), style.face().width(shown, fitted.size()), isLine, fill, pen);
        if (lines.isEmpty() || width(lines.getLast()) + BETWEEN * style.size() + width(key) > width) {
            lines.add(new ArrayList<>());
        }
        lines.getLast().add(key);
    }

    private double width(Key key) {
        return (SWATCH + AFTER_SWATCH) * style.size() + key.textWidth();
    }

    private double width(List<Key> line) {
        return line.stream().mapToDouble(this::width).sum() + (line.size() - 1) * BETWEEN * style.size();
    }

    double height() {
        return lines.size() * LINE * style.size() + noteLines().size() * TextFit.LINE * notes.size();
    }

    private List<String> noteLines() {
        return notes.texts().stream().flatMap(List::stream).toList();
    }

    /// @param middle of the lines
    /// @param top of the first line
    List<Item> draw(double middle, double top) {
        var items = new ArrayList<Item>();
        for (var index = 0; index < lines.size(); index++) {
            var x = middle - width(lines.get(index)) / 2;
            var y = top + (index + 0.5) * LINE * style.size();
            for (var key : lines.get(index)) {
                draw(key, x, y, items);
                x += width(key) + BETWEEN * style.size();
            }
        }
        var below = top + lines.size() * LINE * style.size();
        items.addAll(new Lettering(style).centred("note", noteLines(), middle, below, notes.size()));
        return items;
    }

    private void draw(Key key, double x, double y, List<Item> items) {
        var half = SWATCH_HEIGHT * style.size() / 2;
        var end = x + SWATCH * style.size();
        items.add(
                key.isLine()
                        ? new Line(x, y, end, y, key.pen())
                        : Path.box("swatch", new Box(x, y - half, end, y + half), key.fill(), Optional.of(key.pen())));
        items.add(style.text(
                "legend",
                key.text(),
                end + AFTER_SWATCH * style.size(),
                y + 0.36 * key.size(),
                key.size(),
                Anchor.START));
    }
}
