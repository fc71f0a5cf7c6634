package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.Affine;
import org.histogrid.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is given one a neuron, in a specification or in a file: indices in the model, scales, offsets.
final class GivenVectors {

    private final ImportFiles files;

    GivenVectors(ImportFiles files) {
        this.files = files;
    }

    /// The indices in the model of a matrix's neurons. Empty where none are given: then they are 0 to d - 1.
    List<Integer> neurons(@Nullable JsonNode given, int count, String file, int matrix) {
        var field = "matrices[%d].neurons".formatted(matrix);
        if (given == null
                || given.isNull()
                || (given.isString() && given.asString().isBlank())) {
            return List.of();
        }
        return checked(given.isArray() ? fromList(given, field) : fromFile(given, file, field), count, file, field);
    }

    /// Indices of this many neurons, all different.
    static List<Integer> checked(List<Integer> indices, int count, String file, String field) {
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

    /// What turns the integers of a quantised matrix into numbers.
    Optional<Affine> affine(Matrix matrix, String file, int number) {
        var given = matrix.quantised();
        if (given == null || (given.scale() == null && given.offset() == null)) {
            return Optional.empty();
        }
        var field = "matrices[%d].quantised".formatted(number);
        return Optional.of(new Affine(
                numbers(given.scale(), 1, file, field + ".scale"),
                numbers(given.offset(), 0, file, field + ".offset")));
    }

    private double[] numbers(@Nullable JsonNode given, double usual, String file, String field) {
        if (given == null || given.isNull()) {
            return new double[] {usual};
        }
        if (given.isNumber()) {
            return new double[] {given.asDouble()};
        }
        if (given.isArray()) {
            var numbers = new double[given.size()];
            for (var i = 0; i < numbers.length; i++) {
                if (!given.get(i).isNumber()) {
                    throw new BadInput("%s is no number.".formatted(given.get(i))).forField(field);
                }
                numbers[i] = given.get(i).asDouble();
            }
            return numbers;
        }
        var tensor = tensor(given, file, field);
        return ImportFiles.reading(() -> {
            var numbers = new double[Math.toIntExact(Math.min(tensor.size(), ImportContent.MOST_NEURONS))];
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = tensor.value(i);
            }
            return numbers;
        });
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

    private List<Integer> fromFile(JsonNode given, String file, String field) {
        var name = given.isString() ? given.asString().strip() : "";
        if (files.isFile(name) && files.isTable(name)) {
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
        var tensor = tensor(given, file, field);
        for (var value : ImportFiles.reading(tensor::integers)) {
            indices.add(index(value, field));
        }
        return indices;
    }

    /// The name of a file of one vector, or of a tensor of the matrix's own file.
    private Tensor tensor(JsonNode given, String file, String field) {
        if (!given.isString()) {
            throw new BadInput("Give this as numbers, or as the name of a file or of a tensor.").forField(field);
        }
        var name = given.asString().strip();
        if (files.isFile(name)) {
            return files.tensor(name, Optional.empty());
        }
        var beside = !FileSeries.isPattern(file)
                && files.inspect(file).tensors().stream()
                        .anyMatch(tensor -> tensor.tensor().equals(Optional.of(name)));
        if (beside) {
            return files.tensor(file, Optional.of(name));
        }
        throw new BadInput("No file of this import and no tensor of %s is called %s.".formatted(file, name))
                .inFile(name)
                .forField(field);
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
