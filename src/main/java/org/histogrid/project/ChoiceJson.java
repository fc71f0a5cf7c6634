package org.histogrid.project;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.Json;
import org.histogrid.histogram.GridSpec;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Split;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the neurons of a row were chosen as JSON, as it is stored and as the REST interface speaks it: `{"by": "auroc",
/// "split": "discovery", "order": "abs", "k": 12, "tested": 4096, "on": "2026-11-22", "picked": false, "side": "true
/// answer", "filters": [], "neurons": [...]}`. `side` is there with more than two classes only, and `k` is not read.
public final class ChoiceJson {

    private static final int MOST_FILTERS = 20;
    private static final int LONGEST_TEXT = 200;

    private ChoiceJson() {}

    public static ObjectNode write(NeuronChoice choice) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("by", choice.by().column().key());
        json.put("split", word(choice.by().split()));
        json.put("order", word(choice.order()));
        json.put("k", choice.k());
        json.put("tested", choice.tested());
        json.put("on", choice.on().toString());
        json.put("picked", choice.picked());
        choice.side().ifPresent(side -> json.put("side", side));
        var filters = json.putArray("filters");
        choice.filters().forEach(filters::add);
        var neurons = json.putArray("neurons");
        choice.neurons().forEach(neurons::add);
        return json;
    }

    /// Nothing where there is nothing.
    ///
    /// @throws BadInput with what does not read
    public static Optional<NeuronChoice> read(@Nullable JsonNode json) {
        return Optional.ofNullable(json).filter(node -> !node.isNull()).map(ChoiceJson::choice);
    }

    /// What is stored with a row. One that no longer reads, as of a score that is no more, is nothing.
    static Optional<NeuronChoice> stored(@Nullable String json) {
        try {
            return Optional.ofNullable(json).flatMap(text -> read(Json.read(text, JsonNode.class)));
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    private static NeuronChoice choice(JsonNode json) {
        return new NeuronChoice(
                new ScoreAt(
                        one(json, "split", Split.values()),
                        text(json, "by").flatMap(ProfileColumn::named).orElseThrow(() -> refused("by"))),
                one(json, "order", RankOrder.values()),
                list(json, "neurons", GridSpec.MOST_NEURONS, JsonNode::isInt, JsonNode::asInt),
                json.path("picked").asBoolean(false),
                Optional.of(json.path("tested"))
                        .filter(node -> node.isInt() && node.asInt() >= 0)
                        .map(JsonNode::asInt)
                        .orElseThrow(() -> refused("tested")),
                text(json, "side"),
                list(json, "filters", MOST_FILTERS, ChoiceJson::isShort, JsonNode::asString),
                day(json));
    }

    private static boolean isShort(JsonNode node) {
        return node.isString() && node.asString().length() <= LONGEST_TEXT;
    }

    private static Optional<String> text(JsonNode json, String name) {
        var node = json.path(name);
        if (!node.isMissingNode() && !node.isNull() && !isShort(node)) {
            throw refused(name);
        }
        return Optional.of(node).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static LocalDate day(JsonNode json) {
        try {
            return LocalDate.parse(text(json, "on").orElse(""));
        } catch (DateTimeException e) {
            throw refused("on");
        }
    }

    private static <T> List<T> list(
            JsonNode json, String name, int most, Function<JsonNode, Boolean> fits, Function<JsonNode, T> read) {
        var node = json.path(name);
        var all = node.isArray() ? node.valueStream().toList() : List.<JsonNode>of();
        if (all.size() > most || !all.stream().allMatch(fits::apply)) {
            throw refused(name);
        }
        return all.stream().map(read).toList();
    }

    private static <E extends Enum<E>> E one(JsonNode json, String name, E[] values) {
        var text = text(json, name).orElse("");
        return Stream.of(values)
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(name));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BadInput refused(String name) {
        return new BadInput("How the neurons of a row were chosen does not read: %s.".formatted(name))
                .forField("rows.chosen." + name);
    }
}
