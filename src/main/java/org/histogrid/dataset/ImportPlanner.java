package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;

/// Fills in what a specification leaves out. Only what can mean one thing is filled in; all else becomes a
/// question.
final class ImportPlanner {

    private static final Set<String> ID_NAMES = Set.of("id", "qid", "uid", "sample_id", "example_id", "external_id");
    private static final Set<String> TEXT_NAMES =
            Set.of("text", "question", "prompt", "statement", "input", "sentence");

    private final ImportFiles files;
    private final List<BadInput> questions = new ArrayList<>();

    ImportPlanner(ImportFiles files) {
        this.files = files;
    }

    ImportProposal propose(ImportSpec given) {
        if (files.names().isEmpty()) {
            throw new BadInput("An import needs a file.").forField("file");
        }
        var matrices = matrices(given);
        var samples = samples(given, matrices);
        var labelings = new LabelingPlanner(files, questions)
                .plan(given.labelings(), matrices, samples.map(ImportSpec.Samples::file), samples);
        var name = text(given.name())
                .orElseGet(() -> matrices.stream()
                        .findFirst()
                        .map(matrix -> stem(matrix.file()))
                        .orElse("New dataset"));
        var spec = new ImportSpec(
                name,
                text(given.model()).orElse("unknown"),
                text(given.description()).orElse(""),
                given.dataset(),
                matrices,
                samples.orElse(null),
                labelings);
        return new ImportProposal(spec, spec, questions);
    }

    private List<Matrix> matrices(ImportSpec given) {
        var asked = given.matrices();
        if (asked != null && !asked.isEmpty()) {
            var complete = new ArrayList<Matrix>();
            for (var i = 0; i < asked.size(); i++) {
                complete.add(complete(asked.get(i), "matrices[%d]".formatted(i)));
            }
            return complete;
        }
        var candidates = matrixFiles();
        if (candidates.size() == 1) {
            return List.of(complete(Matrix.in(candidates.getFirst(), null), "matrices[0]"));
        }
        questions.add(
                candidates.isEmpty()
                        ? new BadInput("No matrix of activations was found. Add an .npy file with samples and neurons.")
                                .forField("matrices")
                                .withChoices(List.of())
                        : new BadInput("There are %d matrices: say for each which hook point it holds."
                                        .formatted(candidates.size()))
                                .forField("matrices")
                                .withChoices(candidates));
        return List.of();
    }

    private List<String> matrixFiles() {
        return files.inspect().stream()
                .filter(FileContents.Arrays.class::isInstance)
                .map(FileContents.Arrays.class::cast)
                .filter(arrays -> arrays.tensors().stream().anyMatch(ImportPlanner::isMatrix))
                .map(FileContents.Arrays::file)
                .toList();
    }

    private static boolean isMatrix(TensorInfo tensor) {
        return tensor.shape().isEmpty()
                || tensor.shape().stream().filter(length -> length != 1).count() >= 2;
    }

    private Matrix complete(Matrix asked, String field) {
        var file = text(asked.file()).orElseGet(() -> onlyMatrixFile(field));
        if (files.isTable(file)) {
            throw new BadInput("%s is a table. This version reads matrices from .npy files.".formatted(file))
                    .inFile(file)
                    .forField(field + ".file");
        }
        var axes = asked.axes();
        return new Matrix(
                file,
                asked.tensor(),
                asked.columns(),
                text(asked.site()).orElse("activations"),
                asked.layer(),
                asked.layers(),
                asked.convention(),
                text(asked.token()).orElse(""),
                axes != null ? axes : usualAxes(file, field),
                asked.neurons(),
                asked.dtype(),
                asked.quantised());
    }

    private String onlyMatrixFile(String field) {
        var candidates = matrixFiles();
        if (candidates.size() != 1) {
            throw new BadInput("Say which file holds this matrix.")
                    .forField(field + ".file")
                    .withChoices(files.names());
        }
        return candidates.getFirst();
    }

    /// Samples before neurons, as all the field writes them; the lengths are held against the labels later.
    private @Nullable List<String> usualAxes(String file, String field) {
        var shape = files.tensor(file, Optional.empty()).info().shape();
        var long_ = shape.stream().filter(length -> length != 1).count();
        if (long_ > 2) {
            questions.add(new BadInput(("%s has shape %s: name its axes. One is sample and one is neuron; "
                                    + "this version reads matrices whose other axes have length one.")
                            .formatted(file, shapeInWords(shape)))
                    .inFile(file)
                    .forField(field + ".axes")
                    .withChoices(List.of("sample", "neuron", "_")));
            return null;
        }
        if (shape.size() == 2) {
            return List.of("sample", "neuron");
        }
        var axes = new ArrayList<String>();
        var names = new ArrayList<>(List.of("sample", "neuron"));
        for (var i = 0; i < shape.size(); i++) {
            var mustKeep = shape.size() - i <= names.size();
            axes.add((shape.get(i) == 1 && !mustKeep) || names.isEmpty() ? "_" : names.removeFirst());
        }
        return axes;
    }

    static String shapeInWords(List<Long> shape) {
        return shape.toString().replace('[', '(').replace(']', ')');
    }

    private Optional<ImportSpec.Samples> samples(ImportSpec given, List<Matrix> matrices) {
        var asked = given.samples();
        if (asked != null && text(asked.file()).isPresent()) {
            return Optional.of(completeSamples(asked, text(asked.file()).get()));
        }
        var tables = files.inspect().stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .toList();
        var withoutLabels = tables.stream()
                .filter(table -> LabelingPlanner.labelColumns(table).isEmpty())
                .toList();
        var best = tables.size() == 2 && withoutLabels.size() == 1 ? withoutLabels : tables;
        if (best.size() > 1) {
            questions.add(new BadInput("There are %d tables: say which one lists the samples.".formatted(best.size()))
                    .forField("samples.file")
                    .withChoices(best.stream().map(FileContents.Table::file).toList()));
            return Optional.empty();
        }
        var base = asked == null ? new ImportSpec.Samples(null, null, null, null) : asked;
        return best.stream().findFirst().map(table -> completeSamples(base, table.file()));
    }

    private ImportSpec.Samples completeSamples(ImportSpec.Samples asked, String file) {
        if (!files.isTable(file)) {
            throw new BadInput("%s is no table: samples are listed in a CSV or TSV file.".formatted(file))
                    .inFile(file)
                    .forField("samples.file");
        }
        var columns = files.table(file).columnNames();
        return new ImportSpec.Samples(
                file,
                text(asked.id()).or(() -> named(columns, ID_NAMES)).orElse(null),
                text(asked.text()).or(() -> named(columns, TEXT_NAMES)).orElse(null),
                asked.ids());
    }

    static Optional<String> named(List<String> columns, Set<String> names) {
        var found = columns.stream()
                .filter(column -> names.contains(column.strip().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static Optional<String> text(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).filter(plain -> !plain.isEmpty());
    }

    static String stem(@Nullable String file) {
        var name = file == null ? "" : file;
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
