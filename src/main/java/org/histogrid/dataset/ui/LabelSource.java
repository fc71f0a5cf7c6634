package org.histogrid.dataset.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;

/// Where labels may stand: a column of a table, or a file that is a vector.
record LabelSource(String file, Optional<String> column) {

    static List<LabelSource> all(List<FileContents> contents) {
        return contents.stream().flatMap(LabelSource::in).toList();
    }

    private static Stream<LabelSource> in(FileContents contents) {
        return switch (contents) {
            case FileContents.Table table ->
                table.columns().stream().map(column -> new LabelSource(table.file(), Optional.of(column.name())));
            case FileContents.Arrays arrays ->
                SpecFiles.isMatrix(arrays)
                        ? Stream.empty()
                        : Stream.of(new LabelSource(arrays.file(), Optional.empty()));
        };
    }

    static Optional<LabelSource> of(Labels labels) {
        return Optional.ofNullable(labels.file())
                .map(file -> new LabelSource(file, Optional.ofNullable(labels.column())));
    }

    /// Values to choose from, as far as the look into the file kept any.
    List<String> examples(List<FileContents> contents) {
        return contents.stream()
                .filter(one -> one.file().equals(file))
                .filter(FileContents.Table.class::isInstance)
                .flatMap(one -> ((FileContents.Table) one).columns().stream())
                .filter(one -> column.equals(Optional.of(one.name())))
                .map(ColumnInfo::examples)
                .findFirst()
                .orElse(List.of());
    }

    String inWords() {
        return column.map(name -> "%s, column %s".formatted(file, name)).orElse(file);
    }
}
