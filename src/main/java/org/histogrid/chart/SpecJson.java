package org.histogrid.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a specification as the browser element reads it: columns of numbers, each as short as drawing allows.
final class SpecJson {

    private static final JsonFactory JSON = new JsonFactory();

    /// Finest difference drawn, as a share of the axis: a screen has some thousands of pixels.
    private static final double SHARE_OF_AXIS = 1e-7;

    /// Finest difference drawn, as a share of the narrowest bin, for bins that are narrow against their axis.
    private static final double SHARE_OF_BIN = 1e-3;

    /// Heights that are no counts are read, not calculated with.
    private static final MathContext READ = new MathContext(5, RoundingMode.HALF_EVEN);

    /// Whole doubles below this are exact, and so are longs made of them.
    private static final double EXACT = 1e15;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private SpecJson() {}

    static String write(StepChartSpec spec) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("description", spec.description());
            json.writeStringProperty("heightName", spec.heightName());
            axis(json, "xAxis", spec.x());
            axis(json, "yAxis", spec.y());
            json.writeNumberProperty("ground", spec.y().position(0));
            var edges = spec.edges();
            json.writeNumberProperty("digits", edgeDigits(edges));
            var finest = Math.min(SHARE_OF_AXIS * spec.x().drawnSpan(), SHARE_OF_BIN * narrowest(edges));
            numbers(json, "x", StepOutline.xs(edges), finest);
            json.writeArrayPropertyStart("series");
            for (var series : spec.series()) {
                series(json, series, spec);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("markers");
            for (var marker : spec.markers()) {
                json.writeStartObject();
                json.writeNumberProperty("at", marker.at());
                json.writeStringProperty("label", marker.label());
                json.writeStringProperty("colour", marker.colour());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void axis(JsonGenerator json, String name, AxisSpec axis) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("low", axis.position(axis.low()));
        json.writeNumberProperty("high", axis.position(axis.high()));
        json.writeStringProperty("title", axis.title());
        json.writeArrayPropertyStart("ticks");
        for (var tick : axis.ticks()) {
            json.writeNumber(axis.position(tick));
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("labels");
        for (var label : axis.tickLabels()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void series(JsonGenerator json, StepSeries series, StepChartSpec spec) {
        var heights = series.heights();
        var bases = series.bases();
        var y = spec.y();
        json.writeStartObject();
        json.writeStringProperty("name", series.name());
        json.writeStringProperty("colour", series.colour());
        json.writeBooleanProperty("filled", series.filled());
        var finest = SHARE_OF_AXIS * y.drawnSpan();
        numbers(json, "y", drawn(StepOutline.tops(heights, bases), y), finest);
        if (bases.length > 0) {
            numbers(json, "base", drawn(StepOutline.feet(bases), y), finest);
        }
        json.writeArrayPropertyStart("counts");
        for (var count : series.counts()) {
            json.writeNumber(count);
        }
        json.writeEndArray();
        if (!spec.heightName().isEmpty()) {
            json.writeArrayPropertyStart("values");
            for (var height : heights) {
                json.writeNumber(shortest(new BigDecimal(Math.abs(height)).round(READ)));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static double[] drawn(double[] values, AxisSpec axis) {
        return Arrays.stream(values).map(axis::position).toArray();
    }

    private static void numbers(JsonGenerator json, String name, double[] values, double finest) {
        var scale = (int) Math.ceil(-Math.log10(finest));
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            json.writeNumber(text(value, scale));
        }
        json.writeEndArray();
    }

    /// A grid has thousands of numbers, most of them counts: what fits a long is written from one, which takes a
    /// twentieth of the time of a decimal.
    private static String text(double value, int scale) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        if (scale <= 0 || scale >= POWERS.length || Math.abs(value) * POWERS[scale] >= EXACT) {
            return shortest(BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN));
        }
        var scaled = (long) Math.rint(value * POWERS[scale]);
        if (scaled == 0) {
            return "0";
        }
        while (scaled % 10 == 0 && scale > 0) {
            scaled /= 10;
            scale--;
        }
        var digits = Long.toString(Math.abs(scaled));
        var missing = scale + 1 - digits.length();
        var padded = missing > 0 ? "0".repeat(missing) + digits : digits;
        var point = padded.length() - scale;
        var whole = padded.substring(0, point);
        return (scaled < 0 ? "-" : "") + (scale == 0 ? whole : whole + "." + padded.substring(point));
    }

    private static String shortest(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        var plain = stripped.toPlainString();
        var scientific = stripped.toString();
        return plain.length() <= scientific.length() ? plain : scientific;
    }

    /// How many decimals tell the edges apart: as few as write all of them exactly, at most two more than the first
    /// digit of the narrowest bin.
    static int edgeDigits(double[] edges) {
        var narrowest = narrowest(edges);
        var most = Math.max(0, 2 - (int) Math.floor(Math.log10(narrowest)));
        for (var digits = 0; digits < most; digits++) {
            var power = Math.pow(10, digits);
            if (Arrays.stream(edges)
                    .allMatch(edge -> Math.abs(Math.rint(edge * power) / power - edge)
                            < SHARE_OF_BIN * SHARE_OF_BIN * narrowest)) {
                return digits;
            }
        }
        return most;
    }

    private static double narrowest(double[] edges) {
        var narrowest = Double.POSITIVE_INFINITY;
        for (var index = 1; index < edges.length; index++) {
            narrowest = Math.min(narrowest, edges[index] - edges[index - 1]);
        }
        return narrowest;
    }
}
