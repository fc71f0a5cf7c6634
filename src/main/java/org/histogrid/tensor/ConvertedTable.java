package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A table that was converted to scratch files: cells of text to a CSV file, columns of numbers to one array,
/// and columns of vectors to an array each. Each part may be missing.
final class ConvertedTable implements SourceFile, Table {

    /// Columns whose cells are all numbers.
    ///
    /// @param columns their names, in the order of the second axis
    /// @param values  of shape (rows, columns)
    record Numbers(List<String> columns, MappedTensor values) {

        /// Copies the names.
        Numbers {
            columns = List.copyOf(columns);
        }
    }

    private final Origin origin;
    private final String format;
    private final long rows;
    private final List<ColumnInfo> columns;
    private final Optional<CsvFile> cells;
    private final Map<String, Integer> numberIndices = new HashMap<>();
    private final Optional<MappedTensor> numbers;
    private final Map<String, Tensor> tensors;
    private final List<String> notes;

    /// @param origin  the file it was converted from: it owns the scratch files, and its name begins messages
    /// @param format  the kind of file in words
    /// @param rows    how many rows each part has
    /// @param columns the columns of single values in the order of the file, each of which is a column of
    ///                `cells` or of `numbers`; where both have it, `numbers` are read
    /// @param cells   the columns of text; columns of lists of numbers in it are arrays too
    /// @param numbers the columns of numbers
    /// @param tensors the columns of vectors by name in the order of the file, their first axis the rows
    /// @param notes   what the user should know of how it was read, in sentences
    ConvertedTable(
            Origin origin,
            String format,
            long rows,
            List<ColumnInfo> columns,
            Optional<CsvFile> cells,
            Optional<Numbers> numbers,
            Map<String, ? extends Tensor> tensors,
            List<String> notes) {
        this.origin = origin;
        this.format = format;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.cells = cells;
        this.numbers = numbers.map(Numbers::values);
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        this.notes = List.copyOf(notes);
        List<String> names = numbers.map(Numbers::columns).orElse(List.of());
        for (int i = 0; i < names.size(); i++) {
            numberIndices.put(names.get(i), i);
        }
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        List<TensorInfo> infos = new ArrayList<>();
        cells.ifPresent(csv -> infos.addAll(csv.contents().tensors()));
        tensors.values().forEach(tensor -> infos.add(tensor.info()));
        return new FileContents.Table(name(), format, columns, rows, infos, notes);
    }

    @Override
    public Tensor tensor(Optional<String> tensor) {
        if (cells.isPresent()
                && (tensors.isEmpty() || tensor.filter(tensors::containsKey).isEmpty())) {
            return tensorOfCells(cells.get(), tensor);
        }
        if (tensors.isEmpty()) {
            throw origin.refused("is a table and holds no arrays.");
        }
        String name = Named.choose(origin, tensors.keySet(), tensor);
        return Objects.requireNonNull(tensors.get(name));
    }

    /// One that lies as text in the cells, or none.
    private Tensor tensorOfCells(CsvFile csv, Optional<String> tensor) {
        if (tensors.isEmpty() || tensor.filter(csv::hasVectors).isPresent()) {
            return csv.tensor(tensor);
        }
        Set<String> names = new LinkedHashSet<>();
        contents().tensors().forEach(info -> info.tensor().ifPresent(names::add));
        return Objects.requireNonNull(tensors.get(Named.choose(origin, names, tensor)));
    }

    @Override
    public Table table() {
        return this;
    }

    @Override
    public List<String> columnNames() {
        return columns.stream().map(ColumnInfo::name).toList();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<String> column(String column) {
        require(List.of(column));
        if (!numberIndices.containsKey(column)) {
            return cells.orElseThrow().column(column);
        }
        TextList texts = TextList.of(origin, column, rows);
        forEachRow(List.of(column), (row, one) -> texts.append(one.getFirst()));
        return texts;
    }

    @Override
    public void forEachRow(List<String> wanted, RowConsumer consumer) {
        require(wanted);
        int[] numberOf = wanted.stream()
                .mapToInt(column -> numberIndices.getOrDefault(column, -1))
                .toArray();
        List<String> texts = wanted.stream()
                .filter(column -> !numberIndices.containsKey(column))
                .distinct()
                .toList();
        int[] textOf = wanted.stream().mapToInt(texts::indexOf).toArray();
        RowConsumer joined = (row, cellsOfRow) -> {
            String[] all = new String[wanted.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = numberOf[i] < 0 ? cellsOfRow.get(textOf[i]) : text(row - 1, numberOf[i]);
            }
            consumer.accept(row, Arrays.asList(all));
        };
        if (texts.isEmpty()) {
            for (long row = 1; row <= rows; row++) {
                joined.accept(row, List.of());
            }
        } else {
            cells.orElseThrow().forEachRow(texts, joined);
        }
    }

    private String text(long row, int index) {
        MappedTensor values = numbers.orElseThrow();
        double number = values.value(row * values.shape().getLast() + index);
        boolean narrow = values.type().dtype() == Dtype.F16 || values.type().dtype() == Dtype.F32;
        return narrow ? NumberTexts.of((float) number) : NumberTexts.of(number);
    }

    @Override
    public Tensor matrix(List<String> wanted) {
        require(wanted);
        List<String> texts = wanted.stream()
                .filter(column -> !numberIndices.containsKey(column))
                .distinct()
                .toList();
        if (texts.size() == new HashSet<>(wanted).size()) {
            return cells.orElseThrow().matrix(wanted);
        }
        Optional<MappedTensor> neighbours = neighbours(wanted);
        if (neighbours.isPresent()) {
            return neighbours.get();
        }
        Optional<MappedTensor> parsed = texts.isEmpty()
                ? Optional.empty()
                : Optional.of(cells.orElseThrow().matrix(texts));
        return joined(wanted, texts, parsed);
    }

    /// Columns of numbers that follow one another are a part of their array.
    private Optional<MappedTensor> neighbours(List<String> wanted) {
        int first = wanted.isEmpty() ? -1 : numberIndices.getOrDefault(wanted.getFirst(), -1);
        for (int i = 0; i < wanted.size(); i++) {
            if (first < 0 || numberIndices.getOrDefault(wanted.get(i), -1) != first + i) {
                return Optional.empty();
            }
        }
        return numbers.filter(_ -> first >= 0).map(values -> values.columns(first, wanted.size()));
    }

    private MappedTensor joined(List<String> wanted, List<String> texts, Optional<MappedTensor> parsed) {
        Map<String, Integer> textIndices = new HashMap<>();
        texts.forEach(text -> textIndices.put(text, textIndices.size()));
        List<Elements> sources = new ArrayList<>();
        long[] positions = new long[wanted.size()];
        long[] rowStrides = new long[wanted.size()];
        for (int i = 0; i < positions.length; i++) {
            Integer index = numberIndices.get(wanted.get(i));
            MappedTensor source = index == null ? parsed.orElseThrow() : numbers.orElseThrow();
            sources.add(source.elements());
            positions[i] = (index == null ? textIndices.getOrDefault(wanted.get(i), 0) : index) * source.stride(1);
            rowStrides[i] = source.stride(0);
        }
        List<Long> shape = List.of(rows, (long) positions.length);
        String suffix = NumberScratch.suffix("joined", wanted);
        return NumberScratch.of(origin, Optional.empty(), shape, suffix, out -> {
            for (long row = 0; row < rows; row++) {
                for (int i = 0; i < positions.length; i++) {
                    out.put(sources.get(i).number(row * rowStrides[i] + positions[i]));
                }
            }
        });
    }

    private void require(List<String> wanted) {
        List<String> names = columnNames();
        HashSet<String> known = new HashSet<>(names);
        for (String column : wanted) {
            if (!known.contains(column)) {
                throw origin.refused(
                        "has no column " + Sentences.quoted(column) + "; it has " + Sentences.names(names) + ".");
            }
        }
    }
}
