package org.histogrid.figure;

import java.util.List;
import java.util.Optional;
import org.histogrid.chart.StepSeries;
import org.histogrid.figure.Drawing.Anchor;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Hatch;
import org.histogrid.figure.Drawing.Pen;
import org.histogrid.figure.Drawing.Text;

/// Sizes, pens and colours of a figure; all lengths follow the font size.
record Style(FigureOptions options, Typeface face) {

    static final String PAPER = "#ffffff";
    static final String INK = "#3b4048";

    /// As SVG has it where nothing is said.
    static final float MITER_LIMIT = 4;

    /// The white rim of a text over lines, on both sides together, as a share of its size.
    static final double HALO = 0.25;

    private static final String TEXT = "#000000";
    private static final String QUIET_TEXT = "#3b4048";
    private static final String AXIS = "#8b929c";
    private static final String GRID = "#e3e3e3";

    private static final double FILL_OPACITY = 0.42;
    private static final double HATCHED_OPACITY = 0.1;
    private static final double PEN = 0.07;

    private static final List<List<Double>> DASHES = List.of(
            List.of(),
            List.of(5.0, 2.0),
            List.of(1.5, 1.5),
            List.of(6.0, 2.0, 1.5, 2.0),
            List.of(9.0, 3.0),
            List.of(3.0, 3.0),
            List.of(1.5, 4.0),
            List.of(9.0, 2.0, 3.0, 2.0));

    static Style of(FigureOptions options) {
        return new Style(options, Typeface.of(options.font()));
    }

    /// Of titles, legend and labels.
    double size() {
        return options.fontSize();
    }

    /// Of numbers at axes and over panels.
    double smallSize() {
        return 0.875 * size();
    }

    double titleSize() {
        return 1.25 * size();
    }

    Pen gridPen() {
        return new Pen(GRID, 0.7 * PEN * size());
    }

    Pen axisPen() {
        return new Pen(AXIS, 0.8 * PEN * size());
    }

    /// Of the steps of a class: where colours are no help, outlines differ by their dashes.
    Pen stepPen(StepSeries series) {
        return stepPen(series.colour(), series.filled());
    }

    Pen stepPen(String variable, boolean filled) {
        var colour = options.palette().colour(variable);
        return options.palette().hatched() && !filled
                ? dashed(colour, PEN * size(), FigurePalette.position(variable))
                : new Pen(colour, PEN * size());
    }

    Pen curvePen(StepSeries series) {
        var colour = options.palette().colour(series.colour());
        var position = options.palette().hatched() ? FigurePalette.position(series.colour()) : 0;
        return dashed(colour, 1.8 * PEN * size(), position);
    }

    /// Of a hairline, by the kind of what it marks.
    Pen markerPen(String variable, int kind) {
        return dashed(options.palette().colour(variable), PEN * size(), kind + 1);
    }

    /// The same where it belongs to no class.
    Pen markerPen(int kind) {
        return dashed(INK, PEN * size(), kind + 1);
    }

    private Pen dashed(String colour, double width, int position) {
        var dash = DASHES.get(position % DASHES.size()).stream()
                .map(length -> length * PEN * size())
                .toList();
        return new Pen(colour, width, dash);
    }

    Fill fill(String variable) {
        var palette = options.palette();
        var colour = palette.colour(variable);
        if (!palette.hatched()) {
            return new Fill(colour, FILL_OPACITY, Optional.empty());
        }
        var position = FigurePalette.position(variable);
        var hatch = new Hatch(HatchKind.values()[position], 0.38 * size(), new Pen(colour, 0.8 * PEN * size()));
        return new Fill(colour, HATCHED_OPACITY, Optional.of(hatch));
    }

    /// A text at its place; `y` is its base line.
    Text text(String kind, String text, double x, double y, double size, Anchor anchor) {
        return text(kind, text, x, y, size, anchor, TEXT, false);
    }

    Text quietText(String kind, String text, double x, double y, double size, Anchor anchor) {
        return text(kind, text, x, y, size, anchor, QUIET_TEXT, false);
    }

    Text haloedText(String kind, String text, double x, double y, double size, Anchor anchor, String colour) {
        return text(kind, text, x, y, size, anchor, colour, true);
    }

    private Text text(
            String kind, String text, double x, double y, double size, Anchor anchor, String colour, boolean haloed) {
        var width = face.width(text, size);
        var left = x - before(anchor, width);
        var box = new Box(left, y - Typeface.ASCENT * size, left + width, y + Typeface.DESCENT * size);
        return new Text(kind, text, x, y, size, anchor, false, haloed, colour, box);
    }

    /// A text that reads upwards; `x` is its base line, `y` where its middle stands.
    Text turnedText(String kind, String text, double x, double y, double size) {
        var width = face.width(text, size);
        var top = y - width / 2;
        var box = new Box(x - Typeface.ASCENT * size, top, x + Typeface.DESCENT * size, top + width);
        return new Text(kind, text, x, y, size, Anchor.MIDDLE, true, false, TEXT, box);
    }

    private static double before(Anchor anchor, double width) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
    }
}
