package org.histogrid.base;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Input that cannot be used, in a sentence for the person who gave it. Where it is known, it also says where:
/// file, tensor, row, column, the field of a specification, and the values that would do.
public final class BadInput extends RuntimeException {

    private final Map<String, Object> where = new LinkedHashMap<>();

    public BadInput(String sentence) {
        super(sentence);
    }

    public BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public BadInput inFile(String file) {
        where.put("file", file);
        return this;
    }

    public BadInput inTensor(String tensor) {
        where.put("tensor", tensor);
        return this;
    }

    public BadInput inRow(long row) {
        where.put("row", row);
        return this;
    }

    public BadInput inColumn(String column) {
        where.put("column", column);
        return this;
    }

    /// The field of the specification that decides it.
    public BadInput forField(String field) {
        where.put("field", field);
        return this;
    }

    public BadInput withChoices(List<String> choices) {
        where.put("choices", List.copyOf(choices));
        return this;
    }

    /// Where two lists were held against each other: the first that are in one only, and how many there are.
    public BadInput withUnmatched(
            List<String> unmatched, int allUnmatched, List<String> unlabelled, int allUnlabelled) {
        where.put("unmatched", List.copyOf(unmatched));
        where.put("unmatchedCount", allUnmatched);
        where.put("unlabelled", List.copyOf(unlabelled));
        where.put("unlabelledCount", allUnlabelled);
        return this;
    }

    /// The places by name: `file`, `tensor`, `row`, `column`, `field`, `choices`.
    public Map<String, Object> where() {
        return Map.copyOf(where);
    }

    public Optional<String> field() {
        return Optional.ofNullable((String) where.get("field"));
    }
}
