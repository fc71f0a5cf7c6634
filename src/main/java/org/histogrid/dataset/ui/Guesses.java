package org.histogrid.dataset.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps what was guessed apart from what was said. A guess stands in the form for somebody to look at, and is part
/// of the specification only once it was looked at or changed.
final class Guesses {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VALUES = ".values";

    private final JsonNode said;
    private final JsonNode shown;
    private final Set<String> all;
    private final Set<String> open;

    private Guesses(JsonNode said, JsonNode shown, Set<String> all) {
        this.said = said;
        this.shown = shown;
        this.all = Set.copyOf(all);
        this.open = new HashSet<>(all);
    }

    static Guesses none() {
        return new Guesses(tree(ImportSpec.EMPTY), tree(ImportSpec.EMPTY), Set.of());
    }

    /// `shown` is what the form says before anybody touched it.
    static Guesses of(ImportSpec said, List<BadInput> questions, ImportSpec shown) {
        var known = tree(said);
        var form = tree(shown);
        return new Guesses(
                known,
                form,
                questions.stream()
                        .flatMap(question -> question.field().stream())
                        .filter(field -> !same(known, form, field))
                        .collect(Collectors.toSet()));
    }

    boolean isGuess(String field) {
        return open.contains(field);
    }

    boolean wasGuess(String field) {
        return all.contains(field);
    }

    /// Whether the form says of a field what it said in the beginning.
    boolean isUntouched(String field, ImportSpec now) {
        return same(tree(now), shown, field);
    }

    /// From now on these are said.
    void accept(Predicate<String> fields) {
        open.removeIf(fields);
    }

    /// What the form says without the guesses that nobody touched.
    ImportSpec said(ImportSpec now) {
        if (open.isEmpty()) {
            return now;
        }
        var tree = tree(now);
        open.removeIf(field -> !same(tree, shown, field));
        open.forEach(field -> pointers(field).forEach(pointer -> put(tree, pointer, said.at(pointer))));
        return JSON.treeToValue(tree, ImportSpec.class);
    }

    private static JsonNode tree(ImportSpec spec) {
        return JSON.valueToTree(spec);
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return pointers(field).stream().allMatch(pointer -> one.at(pointer).equals(other.at(pointer)));
    }

    /// Values and a threshold are two answers to one question.
    private static List<JsonPointer> pointers(String field) {
        var path = field.endsWith(VALUES)
                ? List.of("values", "threshold", "above", "below").stream()
                        .map(name -> field.substring(0, field.length() - VALUES.length() + 1) + name)
                        .toList()
                : List.of(field);
        return path.stream()
                .map(one -> JsonPointer.compile(
                        "/" + one.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/')))
                .toList();
    }

    private static void put(JsonNode tree, JsonPointer pointer, JsonNode value) {
        switch (tree.at(pointer.head())) {
            case ObjectNode object
            when value.isMissingNode() -> object.remove(pointer.last().getMatchingProperty());
            case ObjectNode object -> object.set(pointer.last().getMatchingProperty(), value);
            case ArrayNode array
            when !value.isMissingNode() -> array.set(pointer.last().getMatchingIndex(), value);
            default -> {
                // What it belongs to is gone
            }
        }
    }
}
