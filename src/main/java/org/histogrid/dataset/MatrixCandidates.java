package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// Finds what may be a matrix among the files: arrays, series of files, columns of vectors, tables of numbers.
final class MatrixCandidates {

    /// Fewer files than this are as likely batches or layers as one a sample.
    static final int MANY = 50;

    private final ImportFiles files;
    private final Set<Long> lengths;

    /// @param lengths how many samples there may be
    MatrixCandidates(ImportFiles files, Set<Long> lengths) {
        this.files = files;
        this.lengths = lengths;
    }

    List<MatrixCandidate> all() {
        var arrays = files.inspect().stream()
                .filter(FileContents.Arrays.class::isInstance)
                .map(FileContents::file)
                .toList();
        var found = new ArrayList<MatrixCandidate>();
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
                .forEach(tensor -> found.add(new MatrixCandidate(
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

    private List<MatrixCandidate> wideTables() {
        return tables().filter(
                        table -> NeuronColumns.of(table, ImportSpec.EMPTY).size() >= 2)
                .map(table -> new MatrixCandidate(
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
    private List<MatrixCandidate> series(List<String> group, List<String> arrays) {
        var series = FileSeries.of(group, arrays);
        if (series.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<MatrixCandidate>();
        for (var tensor : files.inspect(group.getFirst()).tensors()) {
            var shapes = new ArrayList<List<Long>>();
            for (var name : series.get().names()) {
                files.inspect(name).tensors().stream()
                        .filter(other -> other.tensor().equals(tensor.tensor()) && mayFollow(other, tensor))
                        .findFirst()
                        .ifPresent(other -> shapes.add(other.shape()));
            }
            if (shapes.size() == group.size() && maySeriesBeMatrix(shapes, group.getFirst(), tensor)) {
                found.add(new MatrixCandidate(
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
        if (shapes.stream().anyMatch(shape -> AxesPlanner.longAxes(shape).size() >= 2)) {
            return true;
        }
        var name = tensor.tensor().orElse(FileSeries.stem(file));
        return shapes.stream()
                        .allMatch(shape -> AxesPlanner.longAxes(shape).size() == 1 && shape.equals(shapes.getFirst()))
                && !LabelingPlanner.isLabelName(name)
                && !ImportPlanner.isIdName(name)
                && !FileSeries.stem(file).toLowerCase(Locale.ROOT).contains("label");
    }

    static List<MatrixCandidate> single(FileContents contents) {
        return contents.tensors().stream()
                .filter(tensor -> tensor.dtype() != Dtype.TEXT
                        && (tensor.shape().isEmpty()
                                || AxesPlanner.longAxes(tensor.shape()).size() >= 2))
                .map(tensor -> new MatrixCandidate(
                        contents.file(),
                        tensor.tensor().orElse(null),
                        List.of(tensor.shape()),
                        hook(contents.file(), tensor.tensor())))
                .toList();
    }

    static HookName hook(String file, Optional<String> tensor) {
        var ofFile = HookName.of(FileSeries.stem(file));
        return tensor.map(name -> HookName.of(name).orElse(ofFile)).orElse(ofFile);
    }
}
