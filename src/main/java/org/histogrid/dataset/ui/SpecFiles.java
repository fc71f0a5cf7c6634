package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;
import org.jspecify.annotations.Nullable;

/// Keeps a mapping in step with the files: what was removed is dropped from it, a new matrix gets its place. What
/// was typed for files that are still there stays.
final class SpecFiles {

    private SpecFiles() {}

    static ImportSpec fit(ImportSpec spec, List<FileContents> contents) {
        var names = contents.stream().map(FileContents::file).collect(Collectors.toSet());
        var matrices = new ArrayList<>(Optional.ofNullable(spec.matrices()).orElse(List.of()));
        matrices.removeIf(matrix -> !names.contains(String.valueOf(matrix.file())));
        contents.stream()
                .filter(SpecFiles::isMatrix)
                .map(FileContents::file)
                .filter(file -> matrices.stream().noneMatch(matrix -> file.equals(matrix.file())))
                .forEach(file -> matrices.add(Matrix.in(file, null)));
        var samples = Optional.ofNullable(spec.samples())
                .filter(table -> names.contains(String.valueOf(table.file())))
                .orElse(null);
        return new ImportSpec(
                spec.name(),
                spec.model(),
                spec.description(),
                spec.dataset(),
                matrices.isEmpty() ? null : matrices,
                samples,
                labelings(spec, names));
    }

    private static @Nullable List<Labels> labelings(ImportSpec spec, Set<String> names) {
        var asked = spec.labelings();
        if (asked != null && asked.isEmpty()) {
            return asked;
        }
        var kept = Optional.ofNullable(asked).orElse(List.of()).stream()
                .filter(labels -> names.contains(String.valueOf(labels.file())))
                .toList();
        return kept.isEmpty() ? null : kept;
    }

    static boolean isMatrix(FileContents contents) {
        return contents instanceof FileContents.Arrays arrays
                && arrays.tensors().stream()
                        .anyMatch(tensor -> tensor.shape().stream()
                                        .filter(length -> length != 1)
                                        .count()
                                >= 2);
    }
}
