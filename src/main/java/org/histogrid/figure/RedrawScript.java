package org.histogrid.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.histogrid.base.CsvCells;
import org.histogrid.base.Numbers;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.Curve;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepSeries;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.Drawing.Pen;
import org.histogrid.figure.Drawing.Text;

/// Writes a program for Python that draws the figure again from its CSV with matplotlib: words, places,
/// colours and axes of the layout as a literal, and code that is the same for all figures.
final class RedrawScript {

    private static final String FILE = "redraw.py";
    private static final String PLACE = "FIGURE = {}";
    private static final double PER_POINT = 1_000;

    private final FigureLayout layout;
    private final Style style;
    private final Drawing drawing;

    private RedrawScript(FigureLayout layout) {
        this.layout = layout;
        this.style = layout.style();
        this.drawing = layout.draw();
    }

    static String write(FigureLayout layout) {
        var figure = PythonLiteral.of(new RedrawScript(layout).figure());
        return program().replace(PLACE, "FIGURE = " + figure);
    }

    private static String program() {
        try (var in = RedrawScript.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> figure() {
        var options = style.options();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("size", rounded(drawing.width(), drawing.height()));
        fields.put("dpi", options.dpi());
        fields.put("fonts", options.font().withFallback());
        fields.put("axes", axes());
        fields.put("legend", keys());
        fields.put(
                "texts",
                drawing.texts()
                        .filter(text -> !text.kind().equals("tick"))
                        .map(this::text)
                        .toList());
        fields.put("panels", layout.charts().stream().map(this::panel).toList());
        return fields;
    }

    private Map<String, Object> axes() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("size", rounded(style.smallSize()));
        fields.put("tick", rounded(Rows.TICK * style.smallSize()));
        fields.put("pad", rounded(Rows.TICK_GAP * style.smallSize()));
        fields.put("colour", style.axisPen().colour());
        fields.put("width", rounded(style.axisPen().width()));
        fields.put("grid", style.gridPen().colour());
        return fields;
    }

    private List<Map<String, Object>> keys() {
        return drawing.items().stream()
                .filter(item -> item instanceof Group group && group.kind().equals("legend"))
                .flatMap(item -> ((Group) item).items().stream())
                .flatMap(item -> key(item).stream())
                .toList();
    }

    /// A swatch, or a line that is 0 high.
    private Optional<Map<String, Object>> key(Item item) {
        return switch (item) {
            case Line(double x1, double y1, double x2, double y2, Pen pen) ->
                Optional.of(key(new Box(x1, y1, x2, y2), Optional.empty(), pen));
            case Path path -> path.pen().map(pen -> key(Box.around(path.parts()), path.fill(), pen));
            case Group group -> Optional.empty();
            case Text text -> Optional.empty();
        };
    }

    private Map<String, Object> key(Box box, Optional<Fill> fill, Pen pen) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("place", place(box));
        fields.putAll(look(fill, pen));
        return fields;
    }

    private static Map<String, Object> look(Optional<Fill> fill, Pen pen) {
        var fields = new LinkedHashMap<String, Object>(line(pen));
        fields.put("filled", fill.isPresent());
        fields.put("opacity", fill.map(Fill::opacity).orElse(0.0));
        fields.put(
                "hatch",
                fill.flatMap(Fill::hatch).map(hatch -> hatch.kind().letters()).orElse(""));
        return fields;
    }

    private static Map<String, Object> line(Pen pen) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("colour", pen.colour());
        fields.put("width", rounded(pen.width()));
        fields.put(
                "dash",
                pen.dash().stream().map(length -> rounded(length / pen.width())).toList());
        return fields;
    }

    private Map<String, Object> text(Text text) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("text", plain(text.text()));
        fields.put("x", rounded(text.x()));
        fields.put("y", rounded(drawing.height() - text.y()));
        fields.put("size", rounded(text.size()));
        fields.put(
                "anchor",
                switch (text.anchor()) {
                    case START -> "left";
                    case MIDDLE -> "center";
                    case END -> "right";
                });
        fields.put("turned", text.turned());
        fields.put("colour", text.colour());
        fields.put("rim", text.haloed() ? rounded(Style.HALO * text.size()) : 0);
        return fields;
    }

    private Map<String, Object> panel(PlacedChart chart) {
        var spec = chart.spec();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("row", chart.row() + 1);
        fields.put("panel", chart.column() + 1);
        fields.put("place", place(chart.axes().plot()));
        fields.put("x", axis(spec.x(), chart.below().keySet()));
        fields.put("y", axis(spec.y(), chart.beside().keySet()));
        fields.put("classes", spec.series().stream().map(this::ofClass).toList());
        fields.put("markers", spec.markers().stream().map(this::marker).toList());
        return fields;
    }

    /// Numbers that have no room are empty.
    private static Map<String, Object> axis(AxisSpec axis, Set<Double> numbered) {
        var ticks = axis.ticks();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("low", axis.low());
        fields.put("high", axis.high());
        fields.put("log", axis.logarithmic());
        fields.put("ticks", ticks);
        fields.put(
                "labels",
                IntStream.range(0, ticks.size())
                        .mapToObj(tick -> numbered.contains(ticks.get(tick))
                                ? plain(axis.tickLabels().get(tick))
                                : "")
                        .toList());
        return fields;
    }

    private Map<String, Object> ofClass(StepSeries series) {
        var fill = series.filled() ? Optional.of(style.fill(series.colour())) : Optional.<Fill>empty();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("class", CsvCells.guarded(series.name()));
        fields.putAll(look(fill, style.stepPen(series)));
        fields.put("curve", series.curve().map(curve -> curve(curve, series)).orElse(Map.of()));
        return fields;
    }

    private Map<String, Object> curve(Curve curve, StepSeries series) {
        var fields = new LinkedHashMap<String, Object>(line(style.curvePen(series)));
        fields.put("x", Arrays.stream(curve.x()).boxed().toList());
        fields.put("y", Arrays.stream(curve.y()).boxed().toList());
        return fields;
    }

    private Map<String, Object> marker(Marker marker) {
        var kind = layout.kinds().position(marker);
        var fields = new LinkedHashMap<String, Object>(line(style.markerPen(marker.colour(), kind)));
        fields.put("at", marker.at());
        return fields;
    }

    /// Not every font of matplotlib has a narrow space.
    private static String plain(String text) {
        return text.replace(Numbers.THIN_SPACE, '\u00a0');
    }

    /// Left, bottom, width and height, from the lower left corner.
    private List<Double> place(Box box) {
        return rounded(box.left(), drawing.height() - box.bottom(), box.width(), box.height());
    }

    private static List<Double> rounded(double... lengths) {
        return Arrays.stream(lengths).mapToObj(RedrawScript::rounded).toList();
    }

    private static double rounded(double length) {
        return Math.rint(length * PER_POINT) / PER_POINT;
    }
}
