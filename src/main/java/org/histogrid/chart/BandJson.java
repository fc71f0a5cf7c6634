package org.histogrid.chart;

import java.io.StringWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.histogrid.stats.Ticks;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Writes a chart of layers as the browser element reads it: columns of numbers over the layers that have any.
final class BandJson {

    /// Finest difference of values, as a share of the axis: they are read off as well as drawn.
    private static final double SHARE_OF_AXIS = 1e-5;

    /// As many layers as this are all labelled where there is room.
    private static final int FEW_LAYERS = 8;

    private static final int WANTED_TICKS = 5;

    private BandJson() {}

    static String write(BandSpec spec) {
        var text = new StringWriter();
        try (var json = SpecJson.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("description", spec.description());
            json.writeStringProperty("summary", BandWords.of(spec));
            json.writeNumberProperty("digits", ReadDigits.of(spec.y()));
            SpecJson.axis(json, "xAxis", layerAxis(spec));
            SpecJson.axis(json, "yAxis", spec.y());
            json.writeArrayPropertyStart("labels");
            spec.layers().forEach(layer -> json.writeString(layer.label()));
            json.writeEndArray();
            quantiles(json, spec);
            extremes(json, spec);
            json.writeArrayPropertyStart("lines");
            spec.lines().forEach(line -> PlaneJson.line(json, line));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Layers stand at 0, 1, 2 ..., each in the middle of its own width.
    private static AxisSpec layerAxis(BandSpec spec) {
        var last = spec.layers().size() - 1;
        var ticks = last < FEW_LAYERS
                ? IntStream.rangeClosed(0, last).asDoubleStream().boxed().toList()
                : Ticks.ticks(0, last, WANTED_TICKS, true);
        var labels = ticks.stream()
                .map(tick -> spec.layers().get(tick.intValue()).label())
                .toList();
        return new AxisSpec(-0.5, last + 0.5, ticks, labels, spec.layerTitle(), false);
    }

    private static void quantiles(JsonGenerator json, BandSpec spec) {
        var layers = spec.layers();
        var known = IntStream.range(0, layers.size())
                .filter(index -> layers.get(index).quantiles().isPresent())
                .toArray();
        var all = IntStream.of(known)
                .mapToObj(index -> layers.get(index).quantiles().orElseThrow())
                .toList();
        json.writeObjectPropertyStart("quantiles");
        ShortNumbers.write(json, "layer", known);
        column(json, "low5", all, Quantiles::low5, spec.y());
        column(json, "low25", all, Quantiles::low25, spec.y());
        column(json, "median", all, Quantiles::median, spec.y());
        column(json, "high75", all, Quantiles::high75, spec.y());
        column(json, "high95", all, Quantiles::high95, spec.y());
        json.writeEndObject();
    }

    private static void extremes(JsonGenerator json, BandSpec spec) {
        json.writeArrayPropertyStart("extremes");
        for (var layer = 0; layer < spec.layers().size(); layer++) {
            for (var extreme : spec.layers().get(layer).extremes()) {
                json.writeStartObject();
                json.writeNumberProperty("layer", layer);
                json.writeNumberProperty("value", extreme.value());
                json.writeStringProperty("name", extreme.name());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void column(
            JsonGenerator json, String name, List<Quantiles> all, ToDoubleFunction<Quantiles> part, AxisSpec axis) {
        var values = all.stream().mapToDouble(part).toArray();
        ShortNumbers.write(json, name, values, SHARE_OF_AXIS * axis.drawnSpan());
    }
}
