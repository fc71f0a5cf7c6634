package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportContent.PreparedMatrix;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.Axis;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.MatrixReader;
import org.histogrid.tensor.Reading;
import org.histogrid.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Opens one matrix of a complete specification: a hook point, or with an axis of layers one a layer.
final class MatrixOpener {

    private static final int MOST_LAYERS = 10_000;

    private final ImportFiles files;
    private final Matrix matrix;
    private final String file;
    private final String field;
    private final int number;
    private final List<String> columns;

    MatrixOpener(ImportFiles files, ImportSpec spec, int number) {
        this.files = files;
        this.matrix = Optional.ofNullable(spec.matrices()).orElse(List.of()).get(number);
        this.number = number;
        this.field = "matrices[%d]".formatted(number);
        this.file = ImportPlanner.text(matrix.file())
                .orElseThrow(() ->
                        new BadInput("The specification lacks %s.file.".formatted(field)).forField(field + ".file"));
        this.columns = wideColumns(spec);
    }

    String file() {
        return file;
    }

    /// The columns of a table that are neurons; empty where the matrix is an array.
    List<String> columns() {
        return columns;
    }

    private List<String> wideColumns(ImportSpec spec) {
        var asked = matrix.columns();
        if (asked != null && !asked.isEmpty()) {
            return asked;
        }
        var first = files.series(file).getFirst();
        return ImportPlanner.text(matrix.tensor()).isEmpty() && files.inspect(first) instanceof FileContents.Table table
                ? NeuronColumns.of(table, spec)
                : List.of();
    }

    /// @param firstId the id of the first hook point
    List<PreparedMatrix> open(int firstId) {
        var tensors = tensors();
        var axes = axes();
        var affine = new GivenVectors(files).affine(matrix, file, number);
        var entries = entries(axes, tensors.getFirst());
        var prepared = new ArrayList<PreparedMatrix>();
        for (var i = 0; i < entries.size(); i++) {
            var reading = new Reading(dtype(), entries.get(i).position(), affine);
            var reader = ImportFiles.reading(() -> MatrixReader.of(tensors, axes, reading));
            if (reader.neurons() > ImportContent.MOST_NEURONS) {
                throw new BadInput("%s has %d neurons; up to %d can be imported."
                                .formatted(file, reader.neurons(), ImportContent.MOST_NEURONS))
                        .inFile(file);
            }
            prepared.add(
                    new PreparedMatrix(reader, point(firstId + i, entries.get(i).layer(), reader)));
        }
        return prepared;
    }

    private List<Tensor> tensors() {
        if (columns.isEmpty()) {
            return files.tensors(file, ImportPlanner.text(matrix.tensor()));
        }
        return files.series(file).stream()
                .map(name -> ImportFiles.reading(() -> files.table(name).matrix(columns)))
                .toList();
    }

    private List<Axis> axes() {
        var names = matrix.axes();
        if (names == null) {
            throw new BadInput("Name the axes of %s.".formatted(file))
                    .inFile(file)
                    .forField(field + ".axes")
                    .withChoices(MatrixPlanner.AXES);
        }
        var axes = names.stream().map(this::axis).toList();
        if (!axes.contains(Axis.SAMPLE) && !FileSeries.isPattern(file)) {
            throw new BadInput("One axis of %s must be sample.".formatted(file))
                    .inFile(file)
                    .forField(field + ".axes")
                    .withChoices(MatrixPlanner.AXES);
        }
        return axes;
    }

    private Axis axis(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "sample" -> Axis.SAMPLE;
            case "neuron" -> Axis.NEURON;
            case "layer" -> Axis.LAYER;
            case "_" -> Axis.DROP;
            default ->
                throw new BadInput("An axis is called sample, neuron, layer or _, not %s.".formatted(name))
                        .inFile(file)
                        .forField(field + ".axes")
                        .withChoices(MatrixPlanner.AXES);
        };
    }

    /// @param position the entry of the axis of layers
    /// @param layer    its index in the model
    private record Entry(int position, @Nullable Integer layer) {}

    /// The layers to read. As many indices as the axis is long name its entries; fewer choose among them.
    private List<Entry> entries(List<Axis> axes, Tensor tensor) {
        var axis = axes.indexOf(Axis.LAYER);
        var given = matrix.layers();
        if (axis < 0) {
            if (given != null && !given.isEmpty()) {
                throw new BadInput("%s has no axis of layers, but %d layers are given.".formatted(file, given.size()))
                        .inFile(file)
                        .forField(field + ".layers");
            }
            return List.of(new Entry(0, matrix.layer()));
        }
        var shape = tensor.info().shape();
        var length = axis < shape.size() ? shape.get(axis) : 0;
        if (length > MOST_LAYERS) {
            throw new BadInput("%s has %d layers; up to %d can be imported.".formatted(file, length, MOST_LAYERS))
                    .inFile(file)
                    .forField(field + ".axes");
        }
        if (given == null || given.isEmpty()) {
            return IntStream.range(0, (int) length)
                    .mapToObj(layer -> new Entry(layer, layer))
                    .toList();
        }
        if (given.size() == length) {
            return IntStream.range(0, given.size())
                    .mapToObj(position -> new Entry(position, given.get(position)))
                    .toList();
        }
        for (var layer : given) {
            if (layer < 0 || layer >= length) {
                throw new BadInput(
                                "%s has %d layers, 0 to %d: there is no %d. Give all of their indices, or choose some."
                                        .formatted(file, length, length - 1, layer))
                        .inFile(file)
                        .forField(field + ".layers");
            }
        }
        return given.stream().map(layer -> new Entry(layer, layer)).toList();
    }

    private Optional<Dtype> dtype() {
        return ImportPlanner.text(matrix.dtype()).map(plain -> switch (plain.toUpperCase(Locale.ROOT)) {
            case "F16" -> Dtype.F16;
            case "BF16" -> Dtype.BF16;
            default ->
                throw new BadInput("The dtype of 16-bit values may be given as F16 or BF16, not %s.".formatted(plain))
                        .inFile(file)
                        .forField(field + ".dtype")
                        .withChoices(List.of("F16", "BF16"));
        });
    }

    private HookPoint point(int id, @Nullable Integer layer, MatrixReader reader) {
        return new HookPoint(
                id,
                ImportPlanner.text(matrix.site()).orElse("activations"),
                layer,
                ImportPlanner.text(matrix.convention()).orElse(""),
                ImportPlanner.text(matrix.token()).orElse(""),
                reader.stored().name(),
                reader.neurons(),
                neurons(reader.neurons()),
                0,
                0);
    }

    private List<Integer> neurons(int count) {
        if (matrix.neurons() == null && !columns.isEmpty()) {
            var named = NeuronColumns.indices(columns);
            var inOrder = IntStream.range(0, named.size()).allMatch(i -> named.get(i) == i);
            return inOrder ? List.of() : named;
        }
        return new GivenVectors(files).neurons(matrix.neurons(), count, file, number);
    }
}
