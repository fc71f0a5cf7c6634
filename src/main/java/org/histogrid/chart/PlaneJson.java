package org.histogrid.chart;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Writes a plane as the browser element reads it: columns of numbers, each as short as drawing and reading allow.
final class PlaneJson {

    /// Finest difference of points, as a share of the axis.
    private static final double SHARE_OF_AXIS = 1e-5;

    private PlaneJson() {}

    static String write(PlaneSpec spec) {
        var text = new StringWriter();
        try (var json = SpecJson.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("description", spec.description());
            json.writeStringProperty("summary", PlaneWords.of(spec));
            json.writeStringProperty("unit", spec.unit());
            SpecJson.axis(json, "xAxis", spec.x());
            SpecJson.axis(json, "yAxis", spec.y());
            switch (spec.marks()) {
                case PlanePoints points -> points(json, points, spec);
                case PlaneCells cells -> cells(json, cells, spec);
            }
            json.writeArrayPropertyStart("lines");
            for (var line : spec.lines()) {
                line(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void points(JsonGenerator json, PlanePoints points, PlaneSpec spec) {
        json.writeNumberProperty("xDigits", ReadDigits.of(spec.x()));
        json.writeNumberProperty("yDigits", ReadDigits.of(spec.y()));
        json.writeObjectPropertyStart("points");
        ShortNumbers.write(json, "x", points.x(), SHARE_OF_AXIS * spec.x().drawnSpan());
        ShortNumbers.write(json, "y", points.y(), SHARE_OF_AXIS * spec.y().drawnSpan());
        ShortNumbers.write(json, "kindOf", points.kindOf());
        json.writeArrayPropertyStart("kinds");
        for (var kind : points.kinds()) {
            json.writeStartObject();
            json.writeStringProperty("name", kind.name());
            json.writeStringProperty("colour", kind.colour());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("names");
        for (var name : points.names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cells(JsonGenerator json, PlaneCells cells, PlaneSpec spec) {
        json.writeNumberProperty("xDigits", Edges.digits(cells.xEdges()));
        json.writeNumberProperty("yDigits", Edges.digits(cells.yEdges()));
        json.writeObjectPropertyStart("cells");
        ShortNumbers.write(json, "x", cells.xEdges(), SpecJson.finest(cells.xEdges(), spec.x()));
        ShortNumbers.write(json, "y", cells.yEdges(), SpecJson.finest(cells.yEdges(), spec.y()));
        ShortNumbers.write(json, "counts", cells.counts());
        json.writeEndObject();
    }

    static void line(JsonGenerator json, ReferenceLine line) {
        json.writeStartObject();
        switch (line) {
            case ReferenceLine.AtX(var value, var label) -> at(json, "x", value, label);
            case ReferenceLine.AtY(var value, var label) -> at(json, "y", value, label);
            case ReferenceLine.Diagonal() -> json.writeStringProperty("along", "diagonal");
        }
        json.writeEndObject();
    }

    private static void at(JsonGenerator json, String along, double value, String label) {
        json.writeStringProperty("along", along);
        json.writeNumberProperty("at", value);
        json.writeStringProperty("label", label);
    }
}
