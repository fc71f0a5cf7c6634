package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;

/// Keeps a mapping in step with the files: what was removed is dropped from it, a new matrix gets its place. What
/// was typed for files that are still there stays, and what was left out stays left out.
final class SpecFiles {

    /// Fields for more than this help nobody
    private static final int MOST_MATRICES = 200;

    private SpecFiles() {}

    /// `fresh` is what the files suggest without what was said.
    static ImportSpec fit(
            ImportSpec spec, Set<String> before, List<FileContents> contents, Supplier<ImportSpec> fresh) {
        var names = contents.stream().map(FileContents::file).collect(Collectors.toSet());
        var samples = Optional.ofNullable(spec.samples())
                .filter(table -> "".equals(table.file()) || names.contains(String.valueOf(table.file())))
                .orElse(null);
        return new ImportSpec(
                spec.name(),
                spec.model(),
                spec.description(),
                spec.dataset(),
                matrices(spec, before, names, fresh),
                samples,
                labelings(spec, names));
    }

    private static @Nullable List<Matrix> matrices(
            ImportSpec spec, Set<String> before, Set<String> names, Supplier<ImportSpec> fresh) {
        var asked = spec.matrices();
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        var matrices = new ArrayList<>(asked);
        matrices.removeIf(matrix -> names.stream().noneMatch(name -> isOf(matrix, name)));
        var added = names.stream().filter(name -> !before.contains(name)).collect(Collectors.toSet());
        if (!added.isEmpty()) {
            Optional.ofNullable(fresh.get().matrices()).orElse(List.of()).stream()
                    .filter(matrix -> added.stream().anyMatch(name -> isOf(matrix, name)))
                    .filter(matrix -> matrices.stream().noneMatch(known -> isSame(known, matrix)))
                    .forEach(matrices::add);
        }
        return matrices.isEmpty() ? null : matrices;
    }

    private static boolean isSame(Matrix one, Matrix other) {
        return String.valueOf(one.file()).equals(other.file())
                && String.valueOf(one.tensor()).equals(String.valueOf(other.tensor()));
    }

    /// Whether a matrix is in a file; its own name may stand for a series of files.
    static boolean isOf(Matrix matrix, String file) {
        var name = String.valueOf(matrix.file());
        var star = name.indexOf('*');
        return star < 0
                ? name.equals(file)
                : Pattern.matches(
                        Pattern.quote(name.substring(0, star)) + ".+" + Pattern.quote(name.substring(star + 1)), file);
    }

    static Optional<TensorInfo> tensor(Matrix matrix, List<FileContents> contents) {
        return contents.stream()
                .filter(one -> isOf(matrix, one.file()))
                .findFirst()
                .flatMap(one -> one.tensors().stream()
                        .filter(tensor ->
                                matrix.tensor() == null || tensor.tensor().equals(Optional.of(matrix.tensor())))
                        .findFirst());
    }

    private static @Nullable List<Labels> labelings(ImportSpec spec, Collection<String> names) {
        var asked = spec.labelings();
        if (asked != null && asked.isEmpty()) {
            return asked;
        }
        var kept = Optional.ofNullable(asked).orElse(List.of()).stream()
                .filter(labels -> names.contains(String.valueOf(labels.file())))
                .toList();
        return kept.isEmpty() ? null : kept;
    }

    /// All arrays with two long axes or more.
    static List<Matrix> matrices(List<FileContents> contents) {
        return contents.stream()
                .flatMap(one -> one.tensors().stream())
                .filter(SpecFiles::isMatrix)
                .limit(MOST_MATRICES)
                .map(tensor -> Matrix.in(tensor.file(), tensor.tensor().orElse(null)))
                .toList();
    }

    static ImportSpec with(ImportSpec spec, List<Matrix> matrices) {
        return new ImportSpec(
                spec.name(),
                spec.model(),
                spec.description(),
                spec.dataset(),
                matrices,
                spec.samples(),
                spec.labelings());
    }

    static boolean isMatrix(TensorInfo tensor) {
        return tensor.shape().stream().filter(length -> length != 1).count() >= 2;
    }

    static boolean isMatrix(FileContents contents) {
        return contents.tensors().stream().anyMatch(SpecFiles::isMatrix);
    }
}
