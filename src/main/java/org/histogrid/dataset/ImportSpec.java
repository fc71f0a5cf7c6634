package org.histogrid.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How files become a dataset. What is left out (null) is detected where it can be without guessing.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportSpec(
        @Nullable String name,
        @Nullable String model,
        @Nullable String description,
        @Nullable List<Matrix> matrices,
        @Nullable Samples samples,
        @Nullable List<Labels> labelings)
        implements Serializable {

    public static final ImportSpec EMPTY = new ImportSpec(null, null, null, null, null, null);

    public ImportSpec {
        matrices = matrices == null ? null : List.copyOf(matrices);
        labelings = labelings == null ? null : List.copyOf(labelings);
    }

    /// One matrix of values. `axes` names the axes of the tensor in order: `sample`, `neuron`, `_`.
    /// `neurons` gives the indices of the neurons in the model: a list of numbers, or the name of a vector file.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Matrix(
            @Nullable String file,
            @Nullable String tensor,
            @Nullable String site,
            @Nullable Integer layer,
            @Nullable String token,
            @Nullable List<String> axes,
            @Nullable JsonNode neurons,
            @Nullable String dtype)
            implements Serializable {

        public Matrix {
            axes = axes == null ? null : List.copyOf(axes);
        }
    }

    /// The table of samples, one row a sample in the order of the matrices.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Samples(
            @Nullable String file,
            @Nullable String id,
            @Nullable String text) implements Serializable {}

    /// Labels: a vector file, or a column of a table, and the values that make each class. With `id`, the rows of
    /// the table are joined to the samples by that column; without, they go by order.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Labels(
            @Nullable String name,
            @Nullable String file,
            @Nullable String tensor,
            @Nullable String column,
            @Nullable String id,
            @JsonProperty("values") @Nullable Map<String, List<String>> values,
            @Nullable Double threshold,
            @Nullable String above,
            @Nullable String below)
            implements Serializable {

        public Labels {
            values = values == null ? null : new LinkedHashMap<>(values);
        }
    }
}
