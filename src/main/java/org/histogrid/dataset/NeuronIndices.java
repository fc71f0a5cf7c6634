package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The indices in the model of a matrix's neurons: a list of numbers, or a vector file.
final class NeuronIndices {

    private final ImportFiles files;

    NeuronIndices(ImportFiles files) {
        this.files = files;
    }

    /// Empty where none are given: then the neurons are 0 to d - 1.
    List<Integer> read(@Nullable JsonNode given, int count, String file, int matrix) {
        var field = "matrices[%d].neurons".formatted(matrix);
        if (given == null
                || given.isNull()
                || (given.isString() && given.asString().isBlank())) {
            return List.of();
        }
        var indices = given.isArray() ? fromList(given, field) : fromFile(given, field);
        if (indices.size() != count) {
            throw new BadInput("%s has %d neurons, but %d indices are given for them."
                            .formatted(file, count, indices.size()))
                    .inFile(file)
                    .forField(field);
        }
        var seen = new HashSet<Integer>();
        for (var index : indices) {
            if (!seen.add(index)) {
                throw new BadInput("The neuron %d is given twice.".formatted(index))
                        .inFile(file)
                        .forField(field);
            }
        }
        return indices;
    }

    private static List<Integer> fromList(JsonNode list, String field) {
        var indices = new ArrayList<Integer>();
        for (var node : list) {
            if (!node.isIntegralNumber()) {
                throw notAnIndex(node.toString(), field);
            }
            indices.add(index(node.asLong(), field));
        }
        return indices;
    }

    private List<Integer> fromFile(JsonNode given, String field) {
        if (!given.isString()) {
            throw new BadInput("Give the neurons as a list of numbers, or as the name of a file.").forField(field);
        }
        var name = given.asString().strip();
        if (files.isTable(name)) {
            var table = files.table(name);
            if (table.columnNames().size() != 1) {
                throw new BadInput("%s has %d columns; neuron indices stand in a file of one."
                                .formatted(name, table.columnNames().size()))
                        .inFile(name)
                        .forField(field);
            }
            return ImportFiles.reading(() -> table.column(table.columnNames().getFirst())).stream()
                    .map(text -> parse(text, field))
                    .toList();
        }
        var indices = new ArrayList<Integer>();
        for (var value :
                ImportFiles.reading(() -> files.tensor(name, Optional.empty()).integers())) {
            indices.add(index(value, field));
        }
        return indices;
    }

    private static int parse(String text, String field) {
        try {
            return index(Long.parseLong(text.strip()), field);
        } catch (NumberFormatException e) {
            throw notAnIndex(text, field);
        }
    }

    private static int index(long value, String field) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw notAnIndex(String.valueOf(value), field);
        }
        return (int) value;
    }

    private static BadInput notAnIndex(String text, String field) {
        return new BadInput("%s is no index of a neuron: these are whole numbers from 0.".formatted(text))
                .forField(field);
    }
}
