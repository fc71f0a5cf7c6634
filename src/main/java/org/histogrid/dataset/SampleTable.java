package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.tensor.FileContents;
import org.jspecify.annotations.Nullable;

/// The samples of an import: the rows of its table, if it has one, and the labels from files of their own as
/// further columns. Checked when made, streamed when written.
final class SampleTable {

    interface Consumer {
        void accept(int ordinal, String id, String text, Map<String, String> attributes);
    }

    private static final int MOST_LISTED = 20;

    /// A row of the table that belongs to no sample.
    private static final int NONE = -1;

    private final ImportFiles files;
    private final @Nullable String file;
    private final @Nullable String id;
    private final @Nullable String text;
    private final int samples;
    private final Optional<List<String>> rowIds;
    private final int[] ordinalOfRow;
    private final List<SampleColumn> columns = new ArrayList<>();
    private final Map<String, List<String>> added = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /// @param rowIds  the ids of the samples where they come with the matrices: then the table is joined by
    ///                them
    /// @param neurons columns of the table that are neurons and no attributes
    /// @throws BadInput if the table has another number of rows and is not joined by ids, lacks a column that
    ///                  is named, has an id twice, or none of its ids is one of the matrices'
    SampleTable(
            ImportFiles files,
            ImportSpec.@Nullable Samples asked,
            int samples,
            String matrixFile,
            Optional<List<String>> rowIds,
            Set<String> neurons) {
        this.files = files;
        this.samples = samples;
        this.rowIds = rowIds;
        this.file = asked == null || asked.isWithoutTable() ? null : asked.file();
        this.id = asked == null ? null : asked.id();
        this.text = asked == null ? null : asked.text();
        if (file == null) {
            ordinalOfRow = new int[0];
            return;
        }
        requireColumn(file, id, "samples.id");
        requireColumn(file, text, "samples.text");
        if (files.inspect(file) instanceof FileContents.Table described) {
            described.columns().stream()
                    .filter(column -> !column.name().equals(id)
                            && !column.name().equals(text)
                            && !neurons.contains(column.name()))
                    .forEach(column -> columns.add(
                            new SampleColumn(column.name(), column.type().name())));
        }
        ordinalOfRow = id != null && rowIds.isPresent() ? joined(file, id, rowIds.get()) : inOrder(file, matrixFile);
    }

    private int[] inOrder(String table, String matrixFile) {
        LabelReader.requireSamples(files.table(table).rows(), samples, table, "rows", matrixFile);
        if (id != null) {
            SampleIds.requireDistinct(
                    ImportFiles.reading(() -> files.table(table).column(id)), table, id);
        }
        var ordinals = new int[samples];
        Arrays.setAll(ordinals, row -> row);
        return ordinals;
    }

    private int[] joined(String table, String column, List<String> wanted) {
        var ids = ImportFiles.reading(() -> files.table(table).column(column));
        SampleIds.requireDistinct(ids, table, column);
        var ordinalOf = new HashMap<String, Integer>();
        for (var ordinal = 0; ordinal < wanted.size(); ordinal++) {
            ordinalOf.put(wanted.get(ordinal), ordinal);
        }
        var ordinals = new int[ids.size()];
        var unknown = new ArrayList<String>();
        for (var row = 0; row < ordinals.length; row++) {
            var ordinal = ordinalOf.remove(ids.get(row));
            ordinals[row] = ordinal == null ? NONE : ordinal;
            if (ordinal == null) {
                unknown.add(ids.get(row));
            }
        }
        if (unknown.size() == ids.size()) {
            throw new BadInput("No id of %s is one of the matrices': they begin with %s and %s."
                            .formatted(table, ids.getFirst(), wanted.getFirst()))
                    .inFile(table)
                    .inColumn(column)
                    .forField("samples.id");
        }
        warnOf(
                unknown,
                "%d of the rows of %s belong to no sample and are left out: %s."
                        .formatted(unknown.size(), table, listed(unknown)));
        var missing = wanted.stream().filter(ordinalOf::containsKey).toList();
        warnOf(missing, "%d samples have no row in %s: %s.".formatted(missing.size(), table, listed(missing)));
        return ordinals;
    }

    private void warnOf(List<String> ids, String sentence) {
        if (!ids.isEmpty()) {
            warnings.add(sentence);
        }
    }

    private static String listed(List<String> ids) {
        var first = ids.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return ids.size() <= MOST_LISTED ? first : "%s and %d more".formatted(first, ids.size() - MOST_LISTED);
    }

    private void requireColumn(String table, @Nullable String column, String field) {
        var known = files.table(table).columnNames();
        if (column != null && !known.contains(column)) {
            throw new BadInput("%s has no column %s.".formatted(table, column))
                    .inFile(table)
                    .inColumn(column)
                    .forField(field)
                    .withChoices(
                            known.stream().limit(LabelingPlanner.MOST_CHOICES).toList());
        }
    }

    boolean isFrom(@Nullable String otherFile) {
        return file != null && file.equals(otherFile);
    }

    /// The table's name, or empty where there is none.
    String name() {
        return file == null ? "" : file;
    }

    /// What the user should know of how the table was joined.
    List<String> warnings() {
        return warnings;
    }

    /// The external ids of the samples in their order, where there are any.
    Optional<List<String>> ids() {
        return rowIds.isPresent() || file == null || id == null ? rowIds : Optional.of(column(id));
    }

    /// A column in the order of the samples, empty where a sample has none.
    List<String> column(String name) {
        var known = added.get(name);
        if (known != null) {
            return known;
        }
        var cells = ImportFiles.reading(() -> files.table(name()).column(name));
        var inOrder = new String[samples];
        Arrays.fill(inOrder, "");
        for (var row = 0; row < cells.size(); row++) {
            if (ordinalOfRow[row] != NONE) {
                inOrder[ordinalOfRow[row]] = cells.get(row);
            }
        }
        return Arrays.asList(inOrder);
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

    /// Each sample once, in the order of the table and then those without a row in it; without a table samples
    /// have no text, and only what was added as attributes.
    void forEach(Consumer consumer) {
        var written = new boolean[samples];
        if (file != null) {
            forEachRow(files, file, consumer, written);
        }
        for (var ordinal = 0; ordinal < samples; ordinal++) {
            if (!written[ordinal]) {
                consumer.accept(ordinal, idOf(ordinal), "", added(ordinal));
            }
        }
    }

    private void forEachRow(ImportFiles opened, String table, Consumer consumer, boolean[] written) {
        var wanted = new ArrayList<String>();
        Optional.ofNullable(id).ifPresent(wanted::add);
        Optional.ofNullable(text).ifPresent(wanted::add);
        var before = wanted.size();
        columns.stream()
                .map(SampleColumn::name)
                .filter(name -> !added.containsKey(name))
                .forEach(wanted::add);
        ImportFiles.reading(() -> {
            opened.table(table).forEachRow(wanted, (row, cells) -> {
                var ordinal = ordinalOfRow[(int) (row - 1)];
                if (ordinal == NONE) {
                    return;
                }
                var attributes = new LinkedHashMap<String, String>();
                for (var i = before; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        attributes.put(wanted.get(i), cells.get(i));
                    }
                }
                attributes.putAll(added(ordinal));
                written[ordinal] = true;
                consumer.accept(
                        ordinal,
                        id == null ? idOf(ordinal) : cells.getFirst(),
                        text == null ? "" : cells.get(before - 1),
                        attributes);
            });
            return samples;
        });
    }

    private String idOf(int ordinal) {
        return rowIds.map(ids -> ids.get(ordinal)).orElse("");
    }

    private Map<String, String> added(int ordinal) {
        var values = new LinkedHashMap<String, String>();
        added.forEach((name, column) -> values.put(name, column.get(ordinal)));
        return values;
    }
}
