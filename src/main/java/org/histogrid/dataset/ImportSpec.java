package org.histogrid.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How files become a dataset. What is left out (null) is detected where it can be without guessing. With
/// `dataset`, the matrices are added to that dataset as further hook points, if they are of the same samples in
/// the same order.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportSpec(
        @Nullable String name,
        @Nullable String model,
        @Nullable String description,
        @Nullable String dataset,
        @Nullable List<Matrix> matrices,
        @Nullable Samples samples,
        @Nullable List<Labels> labelings)
        implements Serializable {

    public static final ImportSpec EMPTY = new ImportSpec(null, null, null, null, null, null, null);

    public ImportSpec {
        matrices = matrices == null ? null : List.copyOf(matrices);
        labelings = labelings == null ? null : List.copyOf(labelings);
    }

    /// Of these names, all else to be detected.
    public static ImportSpec named(String name, String model) {
        return new ImportSpec(name, model, null, null, null, null, null);
    }

    /// One matrix of values, or with an axis of layers one a layer.
    ///
    /// `file` may hold one `*`: then it is all files of that form in natural order, concatenated along their
    /// samples, or, where `axes` names no sample, one sample each. `columns` are those of a table that are
    /// neurons; left out, all that are numbers and nothing else. `axes` names the axes of the tensor in order:
    /// `sample`, `neuron`, `layer`, `_`. `layers` gives the index of each entry of the axis of layers, in the
    /// `convention` in which the indices count. `neurons` gives the indices of the neurons in the model: a list
    /// of numbers, the name of a vector file or of a tensor of the same file.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Matrix(
            @Nullable String file,
            @Nullable String tensor,
            @Nullable List<String> columns,
            @Nullable String site,
            @Nullable Integer layer,
            @Nullable List<Integer> layers,
            @Nullable String convention,
            @Nullable String token,
            @Nullable List<String> axes,
            @Nullable JsonNode neurons,
            @Nullable String dtype,
            @Nullable Quantised quantised)
            implements Serializable {

        public Matrix {
            columns = columns == null ? null : List.copyOf(columns);
            layers = layers == null ? null : List.copyOf(layers);
            axes = axes == null ? null : List.copyOf(axes);
        }

        public static Matrix in(String file, @Nullable String tensor) {
            return new Matrix(file, tensor, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /// Integers that stand for `scale * value + offset`: each a number, a list of one a neuron, or the name of
    /// a vector file or of a tensor of the same file.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quantised(
            @Nullable JsonNode scale, @Nullable JsonNode offset) implements Serializable {}

    /// The table of samples. Its rows are those of the matrices in their order, or with `ids` are found by the
    /// id of each row of the matrices. An empty text as `file` says that no table lists the samples, even if
    /// there is one: its columns may still be labels, by order.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Samples(
            @Nullable String file,
            @Nullable String id,
            @Nullable String text,
            @Nullable Ids ids) implements Serializable {

        boolean isWithoutTable() {
            return file != null && file.isBlank();
        }
    }

    /// Where the id of each row of the matrices stands: a vector file, a tensor of a file, a column of a table,
    /// or for one file a sample the part of its name for which `*` stands.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ids(
            @Nullable String file,
            @Nullable String tensor,
            @Nullable String column,
            @Nullable Boolean fromNames) implements Serializable {}

    /// Labels: a vector file, or a column of a table, and the values that make each class. With `id`, the rows
    /// of the table are joined to the samples by that column; without, they go by order.
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

        public static Labels in(@Nullable String file, @Nullable String tensor, @Nullable String column) {
            return new Labels(null, file, tensor, column, null, null, null, null, null);
        }
    }
}
