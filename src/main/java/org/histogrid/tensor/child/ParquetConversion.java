package org.histogrid.tensor.child;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ParquetFileReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes a Parquet file out as a [ChildAnswer.Table] and the files beside it.
final class ParquetConversion {

    private static final int THREADS = 2;
    private static final int MOST_COLUMNS = 65_536;
    private static final int LONGEST_NAME = 1_000;

    /// So many columns of whole numbers are neurons; fewer are labels and counts.
    private static final int MANY = 16;

    private final ParquetBatches batches;
    private final long rows;
    private final long most;
    private final Path folder;
    private final List<ChildAnswer.Problem> problems = new ArrayList<>();
    private final Set<String> floatingProblems = new HashSet<>();

    private ParquetConversion(ParquetBatches batches, long rows, long most, Path folder) {
        this.batches = batches;
        this.rows = rows;
        this.most = most;
        this.folder = folder;
    }

    /// @param most how many bytes may be written
    static ChildAnswer convert(Path path, long most, Path folder) throws IOException {
        try (HardwoodContext context = HardwoodContext.create(THREADS);
                ParquetFileReader reader = ParquetFileReader.open(InputFile.of(path), context)) {
            long rows = rows(reader.getFileMetaData());
            ParquetColumn.Columns columns = ParquetColumn.of(reader.getFileSchema());
            requireNames(columns.columns());
            ParquetConversion conversion = new ParquetConversion(new ParquetBatches(reader), rows, most, folder);
            conversion.problems.addAll(columns.problems());
            return conversion.convert(columns.columns());
        }
    }

    private static long rows(FileMetaData data) {
        long rows = 0;
        for (RowGroup group : data.rowGroups()) {
            if (group.numRows() < 0) {
                throw new Refusal("is damaged: it declares a number of rows below zero.");
            }
            rows = Math.addExact(rows, group.numRows());
        }
        if (rows != data.numRows()) {
            throw new Refusal("declares " + data.numRows() + " rows, but its row groups declare " + rows + ".");
        }
        if (rows == 0) {
            throw new Refusal("has no rows.");
        }
        return rows;
    }

    private static void requireNames(List<ParquetColumn> columns) {
        if (columns.size() > MOST_COLUMNS) {
            throw new Refusal("has more than " + MOST_COLUMNS + " columns.");
        }
        Set<String> names = new HashSet<>();
        for (ParquetColumn column : columns) {
            if (column.name().length() > LONGEST_NAME) {
                throw new Refusal("has a column whose name is longer than " + LONGEST_NAME + " characters.");
            }
            if (!names.add(column.name())) {
                throw new Refusal("has two columns of the name \"" + column.name() + "\".");
            }
        }
    }

    private ChildAnswer convert(List<ParquetColumn> columns) throws IOException {
        List<ParquetColumn> single =
                columns.stream().filter(column -> column.depth() == 0).toList();
        Optional<ParquetNumber> type = commonest(single);
        List<ParquetColumn> numbers = type.isEmpty()
                ? List.of()
                : numbers(
                        single.stream()
                                .filter(column -> column.type().equals(type))
                                .toList(),
                        type.get());
        List<ParquetColumn> texts = new ArrayList<>(single);
        Set<ParquetColumn> numberColumns = new HashSet<>(numbers);
        texts.removeIf(numberColumns::contains);
        List<ParquetColumn> cells = cells(texts);
        List<ChildAnswer.Dataset> vectors = new ArrayList<>();
        for (ParquetColumn column : columns) {
            if (column.depth() > 0) {
                vectors(column, vectors.size()).ifPresent(vectors::add);
            }
        }
        requireNumbers(!numbers.isEmpty() || !vectors.isEmpty());
        if (numbers.isEmpty() && cells.isEmpty() && vectors.isEmpty()) {
            throw problems.isEmpty() ? new Refusal("has no columns.") : Refusal.of(problems.getFirst());
        }
        Set<ParquetColumn> cellColumns = new HashSet<>(cells);
        List<ChildAnswer.Column> kept = single.stream()
                .filter(column -> numberColumns.contains(column) || cellColumns.contains(column))
                .map(column -> new ChildAnswer.Column(column.name(), numberColumns.contains(column)))
                .toList();
        String dtype = numbers.isEmpty() ? "" : type.map(Enum::name).orElse("");
        return new ChildAnswer.Table(rows, kept, dtype, vectors, problems);
    }

    /// The type most columns have that may be neurons: they become one array.
    private static Optional<ParquetNumber> commonest(List<ParquetColumn> columns) {
        Map<ParquetNumber, Integer> counts = new LinkedHashMap<>();
        for (ParquetColumn column : columns) {
            column.type().filter(ParquetNumber::maybeNeuron).ifPresent(type -> counts.merge(type, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().floating() || entry.getValue() >= MANY)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /// A list of vectors that cannot be read is passed over where there are other numbers; else it is why the file
    /// cannot be read.
    private void requireNumbers(boolean others) {
        if (!others) {
            for (ChildAnswer.Problem problem : problems) {
                if (floatingProblems.contains(problem.name())) {
                    throw Refusal.of(problem);
                }
            }
        }
    }

    /// Writes columns of one type one after another.
    ///
    /// @return those without empty cells: the others are text
    private List<ParquetColumn> numbers(List<ParquetColumn> columns, ParquetNumber type) throws IOException {
        long columnBytes = bytes(List.of(rows), type);
        long bytes = bytes(List.of(rows, (long) columns.size()), type);
        List<ParquetColumn> kept = new ArrayList<>();
        try (FileChannel channel = create(ChildAnswer.Table.NUMBERS)) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment out = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
                for (List<ParquetColumn> group : batches.groups(columns)) {
                    boolean[] hasEmpty = new boolean[group.size()];
                    long first = kept.size() * columnBytes;
                    batches.forEach(group, rows, (row, count, readers) -> {
                        for (int i = 0; i < hasEmpty.length; i++) {
                            ColumnReader reader = readers.get(i);
                            hasEmpty[i] |= reader.getLeafValidity().hasNulls();
                            if (!hasEmpty[i]) {
                                type.write(reader, count, out, first + i * columnBytes + row * type.bytes());
                            }
                        }
                    });
                    for (int i = 0; i < hasEmpty.length; i++) {
                        if (!hasEmpty[i]) {
                            long target = kept.size() * columnBytes;
                            if (target != first + i * columnBytes) {
                                MemorySegment.copy(out, first + i * columnBytes, out, target, columnBytes);
                            }
                            kept.add(group.get(i));
                        }
                    }
                }
            }
            channel.truncate(kept.size() * columnBytes);
        }
        return kept;
    }

    /// Writes columns of single values as CSV, each cell in quotes.
    ///
    /// @return those that are text or have one
    private List<ParquetColumn> cells(List<ParquetColumn> columns) throws IOException {
        List<ParquetColumn> rest = new ArrayList<>(columns);
        while (!rest.isEmpty()) {
            try {
                writeCells(rest);
                return rest;
            } catch (NoText e) {
                rest.remove(e.column);
                problems.add(new ChildAnswer.Problem(e.column.name(), "holds bytes that are no text.", 0));
            }
        }
        return rest;
    }

    private static final class NoText extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ParquetColumn column;

        NoText(ParquetColumn column) {
            this.column = column;
        }
    }

    private void writeCells(List<ParquetColumn> columns) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(ChildAnswer.Table.CELLS))) {
            for (int i = 0; i < columns.size(); i++) {
                write(out, columns.get(i).name(), i);
            }
            batches.forEach(columns, rows, (row, count, readers) -> {
                for (int k = 0; k < count; k++) {
                    out.write('\n');
                    for (int i = 0; i < columns.size(); i++) {
                        write(out, cell(columns.get(i), readers.get(i), k, row + k + 1), i);
                    }
                }
            });
            out.write('\n');
        }
    }

    private static void write(BufferedWriter out, String cell, int index) throws IOException {
        out.write(index == 0 ? "\"" : ",\"");
        out.write(cell.indexOf('"') < 0 ? cell : cell.replace("\"", "\"\""));
        out.write('"');
    }

    private static String cell(ParquetColumn column, ColumnReader reader, int index, long row) {
        if (reader.getLeafValidity().isNull(index)) {
            return "";
        }
        try {
            return column.type().isPresent() ? column.type().get().text(reader, index) : ParquetText.of(reader, index);
        } catch (CharacterCodingException e) {
            if (ParquetColumn.mayBeBytes(reader.getColumnSchema())) {
                throw new NoText(column);
            }
            throw noCell(column, row, "a text that is no valid UTF-8, or longer than 1,048,576 bytes");
        } catch (DateTimeException | ArithmeticException e) {
            throw noCell(column, row, "a value that is none of its type");
        }
    }

    private static Refusal noCell(ParquetColumn column, long row, String what) {
        return Refusal.inCell(
                column.name(), row, "holds " + what + " in row " + row + " of the column \"" + column.name() + "\".");
    }

    private Optional<ChildAnswer.Dataset> vectors(ParquetColumn column, int index) throws IOException {
        ParquetNumber type = column.type().orElseThrow();
        Path file = folder.resolve(ChildAnswer.Table.vectorFile(index));
        try (FileChannel channel = create(ChildAnswer.Table.vectorFile(index));
                Arena arena = Arena.ofConfined()) {
            ParquetVectors vectors = new ParquetVectors(column, shape -> {
                List<Long> all = new ArrayList<>(List.of(rows));
                all.addAll(shape);
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(all, type), arena);
            });
            batches.forEach(
                    List.of(column), rows, (row, count, readers) -> vectors.take(readers.getFirst(), row, count));
            List<Long> shape = new ArrayList<>(List.of(rows));
            shape.addAll(vectors.shape());
            return Optional.of(
                    new ChildAnswer.Dataset(column.name(), type.name(), shape, false, bytes(shape, type), -1));
        } catch (ParquetVectors.Uneven e) {
            Files.delete(file);
            problems.add(e.problem());
            if (type.floating()) {
                floatingProblems.add(column.name());
            }
            return Optional.empty();
        }
    }

    private FileChannel create(String name) throws IOException {
        return FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private long bytes(List<Long> shape, ParquetNumber type) {
        long bytes = type.bytes();
        for (long length : shape) {
            if (Math.multiplyHigh(bytes, length) != 0 || bytes * length < 0 || bytes * length > most) {
                throw new Refusal("declares more values than a file of this size can hold.");
            }
            bytes *= length;
        }
        return bytes;
    }
}
