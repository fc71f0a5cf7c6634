package org.histogrid.chart;

import java.io.StringWriter;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a specification as the browser element reads it: columns of numbers, each as short as drawing allows.
final class SpecJson {

    static final JsonFactory JSON = new JsonFactory();

    /// Finest difference of values, as a share of the axis: they are read off as well as drawn.
    static final double SHARE_OF_AXIS = 1e-7;

    /// Finest difference of heights, which are only drawn, as a share of the axis: a screen has some thousands of
    /// pixels.
    private static final double SHARE_OF_HEIGHT = 1e-5;

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
            edges(json, spec.edges(), spec);
            json.writeArrayPropertyStart("series");
            for (var series : spec.series()) {
                series(json, series, spec);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("markers");
            for (var marker : spec.markers()) {
                marker(json, marker);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    static void axis(JsonGenerator json, String name, AxisSpec axis) {
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

    private static void edges(JsonGenerator json, double[] edges, StepChartSpec spec) {
        json.writeNumberProperty("digits", Edges.digits(edges));
        ShortNumbers.write(json, "x", StepOutline.xs(edges), finest(edges, spec));
    }

    /// The difference below which edges may be written the same.
    static double finest(double[] edges, StepChartSpec spec) {
        return finest(edges, spec.x());
    }

    static double finest(double[] edges, AxisSpec axis) {
        return Math.min(SHARE_OF_AXIS * axis.drawnSpan(), Edges.finest(edges));
    }

    private static void series(JsonGenerator json, StepSeries series, StepChartSpec spec) {
        var heights = series.heights();
        var bases = series.bases();
        var edges = series.edges();
        var y = spec.y();
        json.writeStartObject();
        json.writeStringProperty("name", series.name());
        json.writeStringProperty("colour", series.colour());
        json.writeBooleanProperty("filled", series.filled());
        if (edges.length > 0) {
            edges(json, edges, spec);
        }
        var finest = SHARE_OF_HEIGHT * y.drawnSpan();
        ShortNumbers.write(json, "y", drawn(StepOutline.tops(heights, bases), y), finest);
        if (bases.length > 0) {
            ShortNumbers.write(json, "base", drawn(StepOutline.feet(bases), y), finest);
        }
        ShortNumbers.write(json, "counts", series.counts());
        if (!spec.heightName().isEmpty()) {
            ShortNumbers.writeRead(json, "values", heights);
        }
        series.curve().ifPresent(curve -> CurveJson.write(json, curve, spec));
        json.writeEndObject();
    }

    private static void marker(JsonGenerator json, Marker marker) {
        json.writeStartObject();
        json.writeNumberProperty("at", marker.at());
        json.writeStringProperty("label", marker.label());
        json.writeStringProperty("colour", marker.colour());
        marker.series().ifPresent(name -> json.writeStringProperty("series", name));
        json.writeEndObject();
    }

    static double[] drawn(double[] values, AxisSpec axis) {
        return Arrays.stream(values).map(axis::position).toArray();
    }
}
