package org.histogrid.histogram;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Histogram settings as JSON, as they are stored with a project and as the REST interface speaks them:
/// `{"bins": "fd" | 50 | {"width": 0.5} | {"edges": [...]}, "edgeScope": "panel", "range": [low, high] | {"clip": [0.5,
/// 99.5]}, "scale": "raw", "stat": "count", "display": "overlay", "shareX": "none", "shareY": "row", "logY": false,
/// "markers": ["median", "threshold"], "smooth": false}`. What is left out is as in [HistogramSettings#DEFAULT].
public final class SettingsJson {

    private SettingsJson() {}

    public static ObjectNode write(HistogramSettings settings) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (settings.bins()) {
            case BinRule.Estimator rule -> json.put("bins", word(rule));
            case BinRule.Count(int bins) -> json.put("bins", bins);
            case BinRule.Width(double width) -> json.putObject("bins").put("width", width);
            case BinRule.Edges edges -> {
                var list = json.putObject("bins").putArray("edges");
                for (var edge : edges.edges()) {
                    list.add(edge);
                }
            }
        }
        json.put("edgeScope", word(settings.edgeScope()));
        switch (settings.range()) {
            case BinRange.Full full -> json.putNull("range");
            case BinRange.Between(double low, double high) ->
                json.putArray("range").add(low).add(high);
            case BinRange.Clip(double low, double high) ->
                json.putObject("range").putArray("clip").add(low).add(high);
        }
        json.put("stat", word(settings.stat()));
        json.put("display", word(settings.display()));
        json.put("shareX", word(settings.shareX()));
        json.put("shareY", word(settings.shareY()));
        json.put("logY", settings.logY());
        var markers = json.putArray("markers");
        settings.markers().forEach(marker -> markers.add(word(marker)));
        json.put("smooth", settings.smooth());
        json.put("scale", word(settings.scale()));
        return json;
    }

    public static HistogramSettings read(@Nullable JsonNode json) {
        var usual = HistogramSettings.DEFAULT;
        if (json == null || json.isNull() || json.isMissingNode()) {
            return usual;
        }
        if (!json.isObject()) {
            throw new BadInput("Settings are an object.").forField("settings");
        }
        return new HistogramSettings(
                field(json, "bins").map(SettingsJson::bins).orElse(usual.bins()),
                field(json, "edgeScope")
                        .map(node -> choice("edgeScope", node, EdgeScope.values()))
                        .orElse(usual.edgeScope()),
                field(json, "range").map(SettingsJson::range).orElse(usual.range()),
                field(json, "scale")
                        .map(node -> choice("scale", node, Scale.values()))
                        .orElse(usual.scale()),
                field(json, "stat")
                        .map(node -> choice("stat", node, Statistic.values()))
                        .orElse(usual.stat()),
                field(json, "display")
                        .map(node -> choice("display", node, Display.values()))
                        .orElse(usual.display()),
                field(json, "shareX")
                        .map(node -> choice("shareX", node, AxisShare.values()))
                        .orElse(usual.shareX()),
                field(json, "shareY")
                        .map(node -> choice("shareY", node, AxisShare.values()))
                        .orElse(usual.shareY()),
                field(json, "logY").map(node -> truth("logY", node)).orElse(usual.logY()),
                field(json, "markers").map(SettingsJson::markers).orElse(usual.markers()),
                field(json, "smooth").map(node -> truth("smooth", node)).orElse(usual.smooth()));
    }

    private static Set<MarkerKind> markers(JsonNode list) {
        if (!list.isArray()) {
            throw new BadInput("Markers are a list, such as [\"median\", \"threshold\"].").forField("settings.markers");
        }
        return list.valueStream()
                .map(node -> choice("markers", node, MarkerKind.values()))
                .collect(Collectors.toSet());
    }

    private static boolean truth(String name, JsonNode node) {
        if (!node.isBoolean()) {
            throw new BadInput("%s is true or false, not %s.".formatted(name, node)).forField("settings." + name);
        }
        return node.asBoolean();
    }

    /// A bin rule as text: `fd`, `50`.
    public static BinRule bins(String text) {
        return guarded("bins", () -> BinRule.parse(text));
    }

    private static BinRule bins(JsonNode node) {
        return guarded("bins", () -> {
            if (node.isIntegralNumber()) {
                return BinRule.parse(node.asString());
            }
            if (node.isString()) {
                return BinRule.parse(node.asString());
            }
            if (node.has("width")) {
                return new BinRule.Width(number(node.get("width"), "bins.width"));
            }
            if (node.has("edges")) {
                return BinRule.Edges.of(numbers(node.get("edges"), "bins.edges"));
            }
            throw new BadInput("Bins are the name of a rule, a number, a width or edges, not %s.".formatted(node))
                    .forField("settings.bins");
        });
    }

    private static BinRange range(JsonNode node) {
        return guarded("range", () -> {
            if (node.isArray() && node.size() == 2) {
                var values = numbers(node, "range");
                return new BinRange.Between(values[0], values[1]);
            }
            var clip = node.get("clip");
            if (clip != null && clip.isArray() && clip.size() == 2) {
                var values = numbers(clip, "range.clip");
                return new BinRange.Clip(values[0], values[1]);
            }
            throw new BadInput("A range is [low, high] or {\"clip\": [0.5, 99.5]}.").forField("settings.range");
        });
    }

    private static double[] numbers(JsonNode list, String field) {
        return Stream.of(list)
                .flatMap(JsonNode::valueStream)
                .mapToDouble(node -> number(node, field))
                .toArray();
    }

    private static double number(JsonNode node, String field) {
        if (!node.isNumber()) {
            throw new BadInput("%s is not a number.".formatted(node)).forField("settings." + field);
        }
        return node.asDouble();
    }

    private static Optional<JsonNode> field(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }

    private static <E extends Enum<E>> E choice(String field, JsonNode node, E[] values) {
        return choice(field, node.asString(), values);
    }

    /// One of the constants by its name in any case.
    ///
    /// @throws BadInput that names the choices
    public static <E extends Enum<E>> E choice(String field, String text, E[] values) {
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> {
                    var choices = Stream.of(values).map(SettingsJson::word).toList();
                    return new BadInput("%s is one of %s, not %s."
                                    .formatted(field, choices.stream().collect(Collectors.joining(", ")), text))
                            .forField(field)
                            .withChoices(choices);
                });
    }

    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T guarded(String field, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e).forField(field);
        }
    }
}
