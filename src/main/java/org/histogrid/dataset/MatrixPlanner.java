package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Finds the matrices among the files and what their axes are.
final class MatrixPlanner {

    static final List<String> AXES = List.of("sample", "neuron", "layer", "_");

    private static final String DROP = "_";

    /// Fewer files than this are as likely batches or layers as one a sample.
    private static final int MANY = 50;
    private static final Set<String> NEURON_NAMES =
            Set.of("neurons", "neuron", "neuron_indices", "neuron_ids", "neuron_index", "units");

    /// A matrix before its axes are known.
    ///
    /// @param file   a name, or the pattern of a series
    /// @param shapes of each file of it
    private record Candidate(String file, @Nullable String tensor, List<List<Long>> shapes, HookName hook) {

        boolean isSeries() {
            return FileSeries.isPattern(file);
        }

        List<Long> shape() {
            return shapes.getFirst();
        }

        boolean alike() {
            return shapes.stream().allMatch(shape()::equals);
        }

        String inWords() {
            return tensor == null ? file : "%s, tensor %s,".formatted(file, tensor);
        }
    }

    /// @param sure  what the files tell
    /// @param guess what is likely, where they do not tell; else the same
    private record Axes(
            @Nullable List<String> sure, @Nullable List<String> guess) {

        static Axes of(List<String> sure) {
            return new Axes(sure, sure);
        }
    }

    /// @param sure   the matrices as the files tell them
    /// @param likely the same with what could be guessed, and those that can be guessed only
    record Plan(List<Matrix> sure, List<Matrix> likely) {}

    private final ImportFiles files;
    private final List<BadInput> questions;
    private final Set<Long> lengths = new HashSet<>();

    MatrixPlanner(ImportFiles files, List<BadInput> questions) {
        this.files = files;
        this.questions = questions;
    }

    Plan plan(@Nullable List<Matrix> asked) {
        readLengths();
        var sure = new ArrayList<Matrix>();
        var likely = new ArrayList<Matrix>();
        if (asked != null && !asked.isEmpty()) {
            for (var i = 0; i < asked.size(); i++) {
                var candidate = candidate(asked.get(i), "matrices[%d]".formatted(i));
                complete(asked.get(i), candidate, "matrices[%d]".formatted(i), true, sure, likely);
            }
            return new Plan(sure, likely);
        }
        var found = candidates();
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
                                            .map(Candidate::inWords)
                                            .limit(LabelingPlanner.MOST_CHOICES)
                                            .toList()));
        }
        for (var i = 0; i < found.size(); i++) {
            complete(named(found.get(i), found), found.get(i), "matrices[%d]".formatted(i), certain, sure, likely);
        }
        return new Plan(certain ? sure : List.of(), likely);
    }

    /// How many samples there may be: as many as there are rows in a table or values in a vector.
    private void readLengths() {
        for (var content : files.inspect()) {
            if (content instanceof FileContents.Table table) {
                lengths.add(table.rows());
            }
            content.tensors().stream()
                    .filter(tensor -> longAxes(tensor.shape()).size() == 1)
                    .forEach(tensor -> lengths.add(
                            tensor.shape().get(longAxes(tensor.shape()).getFirst())));
        }
    }

    static List<Integer> longAxes(List<Long> shape) {
        return IntStream.range(0, shape.size())
                .filter(axis -> shape.get(axis) != 1)
                .boxed()
                .toList();
    }

    private List<Candidate> candidates() {
        var arrays = files.inspect().stream()
                .filter(FileContents.Arrays.class::isInstance)
                .map(FileContents::file)
                .toList();
        var found = new ArrayList<Candidate>();
        var others = new ArrayList<>(arrays);
        // One file a sample first, whose names may hold ids as well as numbers
        for (var alike : alike(arrays)) {
            var series = series(alike, arrays);
            found.addAll(series);
            if (!series.isEmpty()) {
                others.removeAll(new HashSet<>(alike));
            }
        }
        for (var group : FileSeries.groups(others)) {
            var series = series(group, others);
            found.addAll(series);
            if (series.isEmpty()) {
                group.forEach(name -> found.addAll(single(files.inspect(name))));
            }
        }
        tables().forEach(table -> table.tensors()
                .forEach(tensor -> found.add(new Candidate(
                        table.file(),
                        tensor.tensor().orElse(null),
                        List.of(tensor.shape()),
                        hook(table.file(), tensor.tensor())))));
        return found.isEmpty() ? wideTables() : found;
    }

    private Stream<FileContents.Table> tables() {
        return files.inspect().stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast);
    }

    private List<Candidate> wideTables() {
        return tables().filter(
                        table -> NeuronColumns.of(table, ImportSpec.EMPTY).size() >= 2)
                .map(table -> new Candidate(
                        table.file(),
                        null,
                        List.of(List.of(table.rows(), (long)
                                NeuronColumns.of(table, ImportSpec.EMPTY).size())),
                        hook(table.file(), Optional.empty())))
                .toList();
    }

    /// Files that are alike in all but their names, which tell no layer: as many as there are samples, or very many.
    private List<List<String>> alike(List<String> arrays) {
        Map<List<Object>, List<String>> groups = new LinkedHashMap<>();
        arrays.stream()
                .filter(name -> HookName.of(FileSeries.stem(name)).layer().isEmpty())
                .forEach(name -> groups.computeIfAbsent(kind(name), _ -> new ArrayList<>())
                        .add(name));
        return groups.values().stream()
                .filter(group -> group.size() >= MANY || (group.size() > 1 && lengths.contains((long) group.size())))
                .toList();
    }

    private List<Object> kind(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        var folder = name.substring(0, name.lastIndexOf('/') + 1);
        var shapes =
                files.inspect(name).tensors().stream().map(TensorInfo::shape).toList();
        return List.of(folder, ending, shapes);
    }

    /// One candidate for each tensor that all files of a group have; none where they are no series of matrices.
    private List<Candidate> series(List<String> group, List<String> arrays) {
        var series = FileSeries.of(group, arrays);
        if (series.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        for (var tensor : files.inspect(group.getFirst()).tensors()) {
            var shapes = new ArrayList<List<Long>>();
            for (var name : series.get().names()) {
                files.inspect(name).tensors().stream()
                        .filter(other -> other.tensor().equals(tensor.tensor()) && mayFollow(other, tensor))
                        .findFirst()
                        .ifPresent(other -> shapes.add(other.shape()));
            }
            if (shapes.size() == group.size() && maySeriesBeMatrix(shapes, group.getFirst(), tensor)) {
                found.add(new Candidate(
                        series.get().pattern(),
                        tensor.tensor().orElse(null),
                        List.copyOf(shapes),
                        hook(group.getFirst(), tensor.tensor())));
            }
        }
        return found;
    }

    private static boolean mayFollow(TensorInfo other, TensorInfo first) {
        return other.dtype() == first.dtype()
                && other.shape().size() == first.shape().size()
                && other.dtype() != Dtype.TEXT
                && other.shape()
                        .subList(
                                Math.min(1, other.shape().size()), other.shape().size())
                        .equals(first.shape()
                                .subList(
                                        Math.min(1, first.shape().size()),
                                        first.shape().size()));
    }

    private boolean maySeriesBeMatrix(List<List<Long>> shapes, String file, TensorInfo tensor) {
        if (shapes.stream().anyMatch(shape -> longAxes(shape).size() >= 2)) {
            return true;
        }
        var name = tensor.tensor().orElse(FileSeries.stem(file));
        return shapes.stream().allMatch(shape -> longAxes(shape).size() == 1 && shape.equals(shapes.getFirst()))
                && !LabelingPlanner.isLabelName(name)
                && !ImportPlanner.isIdName(name)
                && !FileSeries.stem(file).toLowerCase(Locale.ROOT).contains("label");
    }

    private static List<Candidate> single(FileContents contents) {
        return contents.tensors().stream()
                .filter(tensor -> tensor.dtype() != Dtype.TEXT
                        && (tensor.shape().isEmpty() || longAxes(tensor.shape()).size() >= 2))
                .map(tensor -> new Candidate(
                        contents.file(),
                        tensor.tensor().orElse(null),
                        List.of(tensor.shape()),
                        hook(contents.file(), tensor.tensor())))
                .toList();
    }

    private static HookName hook(String file, Optional<String> tensor) {
        var ofFile = HookName.of(FileSeries.stem(file));
        return tensor.map(name -> HookName.of(name).orElse(ofFile)).orElse(ofFile);
    }

    /// Different layers or sites, each told by its name.
    private static boolean allAreLayers(List<Candidate> found) {
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
    private static Matrix named(Candidate candidate, List<Candidate> all) {
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

    private Candidate candidate(Matrix asked, String field) {
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
        return new Candidate(file, found.orElse(null), shapes, hook(file.replace("*", ""), found));
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
        var matrices = single(arrays);
        return matrices.size() == 1 ? Optional.ofNullable(matrices.getFirst().tensor()) : Optional.empty();
    }

    private String onlyFile(String field) {
        var found = candidates().stream().map(Candidate::file).distinct().toList();
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
            Matrix asked, Candidate candidate, String field, boolean ask, List<Matrix> sure, List<Matrix> likely) {
        var given = asked.axes();
        var axes = given != null ? Axes.of(given) : axes(candidate, field, ask);
        sure.add(filled(asked, candidate, axes.sure()));
        likely.add(filled(asked, candidate, axes.guess()));
    }

    private Matrix filled(Matrix asked, Candidate candidate, @Nullable List<String> axes) {
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
    private Optional<String> neuronsOf(Candidate candidate) {
        if (candidate.isSeries() || !(files.inspect(candidate.file()) instanceof FileContents.Arrays arrays)) {
            return Optional.empty();
        }
        return arrays.tensors().stream()
                .filter(tensor -> longAxes(tensor.shape()).size() <= 1
                        && candidate.shape().contains(tensor.shape().stream().reduce(1L, Math::multiplyExact)))
                .flatMap(tensor -> tensor.tensor().stream())
                .filter(name -> NEURON_NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Axes axes(Candidate candidate, String field, boolean ask) {
        var axes = candidate.isSeries() ? ofSeries(candidate) : ofSingle(candidate.shape());
        if (axes.sure() == null && ask) {
            questions.add(question(candidate, field));
        }
        return axes;
    }

    private static BadInput question(Candidate candidate, String field) {
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

    /// Samples before neurons, as all the field writes them; the lengths are held against the labels later.
    private Axes ofSingle(List<Long> shape) {
        var long_ = longAxes(shape);
        if (long_.size() > 3) {
            return new Axes(null, null);
        }
        if (long_.size() == 3) {
            return new Axes(null, threeAxes(shape, long_));
        }
        var axes = new ArrayList<String>();
        var names = new ArrayList<>(List.of("sample", "neuron"));
        for (var i = 0; i < shape.size(); i++) {
            var mustKeep = shape.size() - i <= names.size();
            axes.add((shape.get(i) == 1 && !mustKeep) || names.isEmpty() ? DROP : names.removeFirst());
        }
        var turned = long_.size() == 2
                && !lengths.contains(shape.get(long_.getFirst()))
                && lengths.contains(shape.get(long_.getLast()));
        if (!turned) {
            return Axes.of(axes);
        }
        var guess = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
        guess.set(long_.getFirst(), "neuron");
        guess.set(long_.getLast(), "sample");
        return new Axes(axes, guess);
    }

    private List<String> threeAxes(List<Long> shape, List<Integer> long_) {
        var sample = long_.stream()
                .filter(axis -> lengths.contains(shape.get(axis)))
                .findFirst()
                .orElse(long_.getFirst());
        var others = long_.stream().filter(axis -> !axis.equals(sample)).toList();
        var layerFirst = shape.get(others.getFirst()) <= shape.get(others.getLast());
        var guess = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
        guess.set(sample, "sample");
        guess.set(layerFirst ? others.getFirst() : others.getLast(), "layer");
        guess.set(layerFirst ? others.getLast() : others.getFirst(), "neuron");
        return guess;
    }

    private Axes ofSeries(Candidate candidate) {
        var shape = candidate.shape();
        var long_ = longAxes(shape);
        var rows = candidate.shapes().stream().mapToLong(List::getFirst).sum();
        var stacked = lengths.contains((long) candidate.shapes().size()) && !lengths.contains(rows);
        var joined = !candidate.alike()
                || (lengths.contains(rows)
                        && !lengths.contains((long) candidate.shapes().size()));
        if (joined) {
            var longest = candidate.shapes().stream()
                    .max((one, other) -> Long.compare(one.getFirst(), other.getFirst()))
                    .orElse(shape);
            return ofSingle(longest);
        }
        if (long_.size() == 1) {
            var axes = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
            axes.set(long_.getFirst(), "neuron");
            return Axes.of(axes);
        }
        if (long_.size() == 2 && (stacked || candidate.shapes().size() >= MANY)) {
            var guess = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
            guess.set(long_.getFirst(), "layer");
            guess.set(long_.getLast(), "neuron");
            return new Axes(null, guess);
        }
        return new Axes(null, ofSingle(shape).guess());
    }
}
