package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Finds the matrices among the files and what their axes are.
final class MatrixPlanner {

    static final List<String> AXES = List.of("sample", "neuron", "layer", "_");

    private static final Set<String> NEURON_NAMES =
            Set.of("neurons", "neuron", "neuron_indices", "neuron_ids", "neuron_index", "units");

    /// @param sure   the matrices as the files tell them
    /// @param likely the same with what could be guessed, and those that can be guessed only
    record Plan(List<Matrix> sure, List<Matrix> likely) {}

    private final ImportFiles files;
    private final List<BadInput> questions;
    private final MatrixCandidates candidates;
    private final AxesPlanner axesPlanner;

    MatrixPlanner(ImportFiles files, List<BadInput> questions) {
        this.files = files;
        this.questions = questions;
        var lengths = lengths(files);
        candidates = new MatrixCandidates(files, lengths);
        axesPlanner = new AxesPlanner(lengths);
    }

    /// How many samples there may be: as many as there are rows in a table or values in a vector.
    private static Set<Long> lengths(ImportFiles files) {
        var lengths = new HashSet<Long>();
        for (var content : files.inspect()) {
            if (content instanceof FileContents.Table table) {
                lengths.add(table.rows());
            }
            content.tensors().stream()
                    .filter(tensor -> AxesPlanner.longAxes(tensor.shape()).size() == 1)
                    .forEach(tensor -> lengths.add(tensor.shape()
                            .get(AxesPlanner.longAxes(tensor.shape()).getFirst())));
        }
        return lengths;
    }

    Plan plan(@Nullable List<Matrix> asked) {
        var sure = new ArrayList<Matrix>();
        var likely = new ArrayList<Matrix>();
        if (asked != null && !asked.isEmpty()) {
            for (var i = 0; i < asked.size(); i++) {
                var candidate = candidate(asked.get(i), "matrices[%d]".formatted(i));
                complete(asked.get(i), candidate, "matrices[%d]".formatted(i), true, sure, likely);
            }
            return new Plan(sure, likely);
        }
        var found = candidates.all();
        var certain = found.size() == 1 || allAreLayers(found);
        if (!certain) {
            questions.add(
                    found.isEmpty()
                            ? new BadInput("No matrix of activations was found: an array of samples and neurons, or a "
                                            + "table with a column a neuron.")
                                    .forField("matrices")
                                    .withChoices(List.of())
                            : new BadInput("There are %d matrices: say for each which hook point it holds."
                                            .formatted(found.size()))
                                    .forField("matrices")
                                    .withChoices(found.stream()
                                            .map(MatrixCandidate::inWords)
                                            .limit(LabelingPlanner.MOST_CHOICES)
                                            .toList()));
        }
        for (var i = 0; i < found.size(); i++) {
            complete(named(found.get(i), found), found.get(i), "matrices[%d]".formatted(i), certain, sure, likely);
        }
        return new Plan(certain ? sure : List.of(), likely);
    }

    /// Different layers or sites, each told by its name.
    private static boolean allAreLayers(List<MatrixCandidate> found) {
        var places = found.stream()
                .map(one -> List.of(
                        one.hook().site(), one.hook().layer(), one.hook().token()))
                .distinct()
                .count();
        return !found.isEmpty()
                && places == found.size()
                && found.stream().allMatch(one -> one.hook().layer().isPresent());
    }

    /// A candidate under the name of its place, which for tensors without a layer is their own name.
    private static Matrix named(MatrixCandidate candidate, List<MatrixCandidate> all) {
        var tensor = candidate.tensor();
        var numbers = all.stream()
                .allMatch(one ->
                        one.tensor() != null && HookName.ofNumber(one.tensor()).isPresent());
        var hook = numbers && tensor != null ? HookName.ofNumber(tensor).orElseThrow() : candidate.hook();
        var site = !hook.site().isEmpty() || hook.layer().isPresent() || all.size() == 1
                ? hook.site()
                : tensor != null ? tensor : FileSeries.stem(candidate.file());
        return new Matrix(
                candidate.file(),
                tensor,
                null,
                site.isEmpty() ? null : site,
                hook.layer().isPresent() ? hook.layer().getAsInt() : null,
                null,
                hook.convention().isEmpty() ? null : hook.convention(),
                hook.token().isEmpty() ? null : hook.token(),
                null,
                null,
                null,
                null);
    }

    private MatrixCandidate candidate(Matrix asked, String field) {
        var file = ImportPlanner.text(asked.file()).orElseGet(() -> onlyFile(field));
        var names = files.series(file);
        var tensor = ImportPlanner.text(asked.tensor());
        var shapes = new ArrayList<List<Long>>();
        for (var name : names) {
            if (tensor.isEmpty() && files.inspect(name) instanceof FileContents.Table table) {
                if (table.tensors().size() == 1 && asked.columns() == null) {
                    return candidate(
                            withTensor(asked, table.tensors().getFirst().tensor()), field);
                }
                var columns =
                        Optional.ofNullable(asked.columns()).orElseGet(() -> NeuronColumns.of(table, ImportSpec.EMPTY));
                shapes.add(List.of(table.rows(), (long) columns.size()));
            } else {
                shapes.add(files.tensor(name, tensor.or(() -> onlyMatrix(name)))
                        .info()
                        .shape());
            }
        }
        var found = tensor.or(() -> FileSeries.isPattern(file) ? Optional.empty() : onlyMatrix(names.getFirst()));
        return new MatrixCandidate(
                file, found.orElse(null), shapes, MatrixCandidates.hook(file.replace("*", ""), found));
    }

    private static Matrix withTensor(Matrix asked, Optional<String> tensor) {
        return new Matrix(
                asked.file(),
                tensor.orElse(null),
                asked.columns(),
                asked.site(),
                asked.layer(),
                asked.layers(),
                asked.convention(),
                asked.token(),
                asked.axes(),
                asked.neurons(),
                asked.dtype(),
                asked.quantised());
    }

    /// The name of the one tensor of a file that may be a matrix, beside its labels and ids.
    private Optional<String> onlyMatrix(String file) {
        if (!(files.inspect(file) instanceof FileContents.Arrays arrays)) {
            return Optional.empty();
        }
        var matrices = MatrixCandidates.single(arrays);
        return matrices.size() == 1 ? Optional.ofNullable(matrices.getFirst().tensor()) : Optional.empty();
    }

    private String onlyFile(String field) {
        var found =
                candidates.all().stream().map(MatrixCandidate::file).distinct().toList();
        if (found.size() != 1) {
            throw new BadInput("Say which file holds this matrix.")
                    .forField(field + ".file")
                    .withChoices(files.names().stream()
                            .limit(LabelingPlanner.MOST_CHOICES)
                            .toList());
        }
        return found.getFirst();
    }

    private void complete(
            Matrix asked,
            MatrixCandidate candidate,
            String field,
            boolean ask,
            List<Matrix> sure,
            List<Matrix> likely) {
        var given = asked.axes();
        var axes = given != null ? MatrixAxes.of(given) : axes(candidate, field, ask);
        sure.add(filled(asked, candidate, axes.sure()));
        likely.add(filled(asked, candidate, axes.guess()));
    }

    private Matrix filled(Matrix asked, MatrixCandidate candidate, @Nullable List<String> axes) {
        var hook = candidate.hook();
        return new Matrix(
                candidate.file(),
                candidate.tensor(),
                asked.columns(),
                ImportPlanner.text(asked.site())
                        .or(() -> ImportPlanner.text(hook.site()))
                        .orElse("activations"),
                asked.layer() != null || asked.layers() != null || hook.layer().isEmpty()
                        ? asked.layer()
                        : Integer.valueOf(hook.layer().getAsInt()),
                asked.layers(),
                ImportPlanner.text(asked.convention())
                        .or(() -> ImportPlanner.text(hook.convention()))
                        .orElse(null),
                ImportPlanner.text(asked.token())
                        .or(() -> ImportPlanner.text(hook.token()))
                        .orElse(""),
                axes,
                asked.neurons() != null
                        ? asked.neurons()
                        : neuronsOf(candidate)
                                .map(JsonNodeFactory.instance::stringNode)
                                .orElse(null),
                asked.dtype(),
                asked.quantised());
    }

    /// A tensor beside the matrix that is named as the list of its neurons.
    private Optional<String> neuronsOf(MatrixCandidate candidate) {
        if (candidate.isSeries() || !(files.inspect(candidate.file()) instanceof FileContents.Arrays arrays)) {
            return Optional.empty();
        }
        return arrays.tensors().stream()
                .filter(tensor -> AxesPlanner.longAxes(tensor.shape()).size() <= 1
                        && candidate.shape().contains(tensor.shape().stream().reduce(1L, Math::multiplyExact)))
                .flatMap(tensor -> tensor.tensor().stream())
                .filter(name -> NEURON_NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private MatrixAxes axes(MatrixCandidate candidate, String field, boolean ask) {
        var axes = axesPlanner.axes(candidate);
        if (axes.sure() == null && ask) {
            questions.add(question(candidate, field));
        }
        return axes;
    }

    private static BadInput question(MatrixCandidate candidate, String field) {
        var shape = ImportPlanner.shapeInWords(candidate.shape());
        var sentence = candidate.isSeries()
                ? ("%s are %d files of shape %s: name its axes. With an axis of samples the files are concatenated along "
                                + "it; without, each is one sample.")
                        .formatted(candidate.inWords(), candidate.shapes().size(), shape)
                : "%s has shape %s: name its axes. One is sample and one is neuron; one may be layer."
                        .formatted(candidate.inWords(), shape);
        return new BadInput(sentence)
                .inFile(candidate.file())
                .forField(field + ".axes")
                .withChoices(AXES);
    }
}
