package org.histogrid.dataset.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// Where labels may stand: a column of a table, or a vector, which is a file or in one.
record LabelSource(String file, Optional<String> tensor, Optional<String> column) {

    private static final int MOST = 500;

    static List<LabelSource> all(List<FileContents> contents) {
        return contents.stream().flatMap(LabelSource::in).limit(MOST).toList();
    }

    private static Stream<LabelSource> in(FileContents contents) {
        return switch (contents) {
            case FileContents.Table table ->
                table.columns().stream()
                        .map(column -> new LabelSource(table.file(), Optional.empty(), Optional.of(column.name())));
            case FileContents.Arrays arrays ->
                arrays.tensors().stream()
                        .filter(LabelSource::isVector)
                        .map(tensor -> new LabelSource(arrays.file(), tensor.tensor(), Optional.empty()));
        };
    }

    private static boolean isVector(TensorInfo tensor) {
        return !tensor.shape().isEmpty() && !SpecFiles.isMatrix(tensor);
    }

    static Optional<LabelSource> of(Labels labels) {
        return Optional.ofNullable(labels.file())
                .map(file -> new LabelSource(
                        file, Optional.ofNullable(labels.tensor()), Optional.ofNullable(labels.column())));
    }

    Labels labels() {
        return Labels.in(file, tensor.orElse(null), column.orElse(null));
    }

    String inWords() {
        return column.map(name -> "%s, column %s".formatted(file, name))
                .or(() -> tensor.map(name -> "%s, %s".formatted(file, name)))
                .orElse(file);
    }
}
