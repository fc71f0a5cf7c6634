package org.histogrid.dataset.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The neurons of a matrix as one types them: nothing for all, numbers, or the name of a file.
final class NeuronsText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private NeuronsText() {}

    static String of(Optional<JsonNode> neurons) {
        return neurons.map(node -> node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false)
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", "))
                        : node.asString())
                .orElse("");
    }

    static Optional<JsonNode> parse(String typed, List<String> files) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (files.contains(text) || !text.matches("\\d{1,9}([\\s,;]+\\d{1,9})*[\\s,;]*")) {
            return Optional.of(JSON.stringNode(text));
        }
        var list = JSON.arrayNode();
        for (var number : text.split("[\\s,;]+")) {
            list.add(Integer.parseInt(number));
        }
        return Optional.of(list);
    }

    /// A number with a fraction too, as scales are.
    static Optional<JsonNode> parseNumber(String typed, List<String> files) {
        var text = typed.strip();
        return !files.contains(text) && text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")
                ? Optional.of(JSON.numberNode(Double.parseDouble(text)))
                : parse(text, files);
    }
}
