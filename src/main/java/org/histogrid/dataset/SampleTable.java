package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.histogrid.base.BadInput;
import org.histogrid.tensor.FileContents;
import org.jspecify.annotations.Nullable;

/// The samples of an import: the rows of its table, if it has one, and the labels from files of their own as
/// further columns. Checked when made, streamed when written.
final class SampleTable {

    interface Consumer {
        void accept(int ordinal, String id, String text, Map<String, String> attributes);
    }

    private final ImportFiles files;
    private final @Nullable String file;
    private final @Nullable String id;
    private final @Nullable String text;
    private final int samples;
    private final List<SampleColumn> columns = new ArrayList<>();
    private final Map<String, List<String>> added = new LinkedHashMap<>();

    /// @throws BadInput if the table has another number of rows, lacks a column that is named, or has an id
    ///                  twice
    SampleTable(ImportFiles files, ImportSpec.@Nullable Samples asked, int samples, String matrixFile) {
        this.files = files;
        this.samples = samples;
        this.file = asked == null ? null : asked.file();
        this.id = asked == null ? null : asked.id();
        this.text = asked == null ? null : asked.text();
        if (file != null) {
            check(file, matrixFile);
        }
    }

    private void check(String table, String matrixFile) {
        LabelReader.requireSamples(files.table(table).rows(), samples, table, "rows", matrixFile);
        requireColumn(table, id, "samples.id");
        requireColumn(table, text, "samples.text");
        if (files.inspect(table) instanceof FileContents.Table described) {
            described.columns().stream()
                    .filter(column ->
                            !column.name().equals(id) && !column.name().equals(text))
                    .forEach(column -> columns.add(
                            new SampleColumn(column.name(), column.type().name())));
        }
        if (id != null) {
            requireDistinct(table, id);
        }
    }

    private void requireColumn(String table, @Nullable String column, String field) {
        var known = files.table(table).columnNames();
        if (column != null && !known.contains(column)) {
            throw new BadInput("%s has no column %s.".formatted(table, column))
                    .inFile(table)
                    .inColumn(column)
                    .forField(field)
                    .withChoices(known);
        }
    }

    private void requireDistinct(String table, String column) {
        var ids = ImportFiles.reading(() -> files.table(table).column(column));
        var seen = new HashMap<String, Integer>();
        for (var i = 0; i < ids.size(); i++) {
            var before = seen.putIfAbsent(ids.get(i), i);
            if (before != null) {
                throw new BadInput("%s has the id %s twice, in rows %d and %d: ids of samples must differ."
                                .formatted(table, ids.get(i), before + 1, i + 1))
                        .inFile(table)
                        .inColumn(column)
                        .inRow(i + 1L);
            }
        }
    }

    boolean isFrom(@Nullable String otherFile) {
        return file != null && file.equals(otherFile);
    }

    /// Makes labels from a file of their own a column of the samples, so that other labelings can be made of
    /// them. Returns the name it got.
    String add(String name, @Nullable String fromFile, List<String> values) {
        var taken = columns.stream().anyMatch(column -> column.name().equals(name));
        var column = taken ? "%s (%s)".formatted(name, fromFile) : name;
        columns.add(new SampleColumn(column, "TEXT"));
        added.put(column, values);
        return column;
    }

    List<SampleColumn> columns() {
        return columns;
    }

    /// In order; without a table samples have no id, no text, and only what was added as attributes.
    void forEach(Consumer consumer) {
        if (file == null) {
            for (var ordinal = 0; ordinal < samples; ordinal++) {
                consumer.accept(ordinal, "", "", added(ordinal));
            }
            return;
        }
        var table = files.table(file);
        var names = table.columnNames();
        var idAt = id == null ? -1 : names.indexOf(id);
        var textAt = text == null ? -1 : names.indexOf(text);
        ImportFiles.reading(() -> {
            table.forEachRow(names, (row, cells) -> {
                var ordinal = (int) (row - 1);
                var attributes = new LinkedHashMap<String, String>();
                for (var i = 0; i < cells.size(); i++) {
                    if (i != idAt && i != textAt && !cells.get(i).isEmpty()) {
                        attributes.put(names.get(i), cells.get(i));
                    }
                }
                attributes.putAll(added(ordinal));
                consumer.accept(
                        ordinal, idAt < 0 ? "" : cells.get(idAt), textAt < 0 ? "" : cells.get(textAt), attributes);
            });
            return samples;
        });
    }

    private Map<String, String> added(int ordinal) {
        var values = new LinkedHashMap<String, String>();
        added.forEach((name, column) -> values.put(name, column.get(ordinal)));
        return values;
    }
}
