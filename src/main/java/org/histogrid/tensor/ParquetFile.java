package org.histogrid.tensor;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.tensor.child.ChildAnswer;
import org.histogrid.tensor.child.ChildMain;
import org.jspecify.annotations.Nullable;

/// A Parquet file. A child process converts it to scratch files once: columns of floating-point numbers to one
/// array, lists to an array each, all others to CSV.
final class ParquetFile implements SourceFile {

    private static final String KEY = "parquet";

    private final Origin origin;
    private @Nullable ConvertedTable converted;

    ParquetFile(Origin origin) {
        this.origin = origin;
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        return converted().contents();
    }

    @Override
    public Tensor tensor(Optional<String> tensor) {
        return converted().tensor(tensor);
    }

    @Override
    public Table table() {
        return converted().table();
    }

    private synchronized ConvertedTable converted() {
        ConvertedTable known = converted;
        if (known == null) {
            Path description = origin.scratchPath(KEY);
            if (!Files.exists(description)) {
                convert();
            }
            try (InputStream in = Files.newInputStream(description)) {
                known = table(table(ChildAnswer.read(new DataInputStream(new BufferedInputStream(in)))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            converted = known;
        }
        return known;
    }

    private void convert() {
        List<String> arguments = List.of(
                ChildMain.CONVERT_PARQUET,
                origin.file().toAbsolutePath().toString(),
                Long.toString(origin.budget().left()));
        ChildProcess.of(origin).run(arguments, (answer, folder) -> {
            ChildAnswer.Table table = table(answer);
            for (String file : files(table)) {
                ChildProcess.keep(folder.resolve(file), origin, KEY + "." + file);
            }
            // Last: where it is, the others are
            return ChildProcess.keep(folder.resolve(ChildAnswer.FILE), origin, KEY);
        });
    }

    private ChildAnswer.Table table(ChildAnswer answer) {
        if (!(answer instanceof ChildAnswer.Table table) || table.rows() < 1) {
            throw ChildDataset.lies(origin);
        }
        return table;
    }

    private static List<String> files(ChildAnswer.Table table) {
        List<String> files = new ArrayList<>();
        if (table.columns().stream().anyMatch(ChildAnswer.Column::number)) {
            files.add(ChildAnswer.Table.NUMBERS);
        }
        if (!table.columns().stream().allMatch(ChildAnswer.Column::number)) {
            files.add(ChildAnswer.Table.CELLS);
        }
        for (int i = 0; i < table.vectors().size(); i++) {
            files.add(ChildAnswer.Table.vectorFile(i));
        }
        return files;
    }

    private ConvertedTable table(ChildAnswer.Table said) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < said.vectors().size(); i++) {
            ChildAnswer.Dataset vector = said.vectors().get(i);
            if (vector.shape().isEmpty() || vector.shape().getFirst() != said.rows()) {
                throw ChildDataset.lies(origin);
            }
            Path file = origin.scratchPath(KEY + "." + ChildAnswer.Table.vectorFile(i));
            tensors.put(vector.name(), ChildDataset.of(origin, vector).extracted(origin.mapScratch(file)));
        }
        Optional<ConvertedTable.Numbers> numbers = numbers(said);
        Optional<CsvFile> cells = cells(said);
        Map<String, ColumnInfo> infos = new HashMap<>();
        numbers.ifPresent(block -> NumberColumns.infos(block).forEach(info -> infos.put(info.name(), info)));
        cells.ifPresent(table -> {
            table.contents().columns().forEach(info -> infos.put(info.name(), info));
            // Text that lists numbers
            table.contents()
                    .tensors()
                    .forEach(info -> info.tensor().ifPresent(name -> tensors.put(name, table.tensor(info.tensor()))));
        });
        List<ColumnInfo> columns = said.columns().stream()
                .map(ChildAnswer.Column::name)
                .filter(infos::containsKey)
                .map(infos::get)
                .toList();
        List<String> notes = ChildDataset.notes(said.problems());
        return new ConvertedTable(origin, "Parquet", said.rows(), columns, cells, numbers, tensors, notes);
    }

    private Optional<ConvertedTable.Numbers> numbers(ChildAnswer.Table said) {
        List<String> names = names(said, true);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Dtype dtype = ChildDataset.dtype(origin, said.numbers());
        MemorySegment data = origin.mapScratch(origin.scratchPath(KEY + "." + ChildAnswer.Table.NUMBERS));
        long width = (long) names.size() * dtype.bytes();
        if (width == 0 || data.byteSize() % width != 0 || data.byteSize() / width != said.rows()) {
            throw ChildDataset.lies(origin);
        }
        List<Long> shape = List.of(said.rows(), (long) names.size());
        MappedTensor values = new MappedTensor(
                origin, Optional.empty(), shape, Strides.fortran(shape), ElementType.little(dtype), data);
        return Optional.of(new ConvertedTable.Numbers(names, values));
    }

    private Optional<CsvFile> cells(ChildAnswer.Table said) {
        List<String> names = names(said, false);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Path file = origin.scratchPath(KEY + "." + ChildAnswer.Table.CELLS);
        CsvFile cells =
                CsvFile.of(origin.scratchOrigin(origin.name(), KEY + ".cells", file), new TableShape(',', true));
        Set<String> found = new HashSet<>(cells.columnNames());
        cells.contents().tensors().forEach(info -> info.tensor().ifPresent(found::add));
        if (cells.rows() != said.rows() || !found.equals(new HashSet<>(names))) {
            throw ChildDataset.lies(origin);
        }
        return Optional.of(cells);
    }

    private List<String> names(ChildAnswer.Table said, boolean number) {
        List<String> names = said.columns().stream()
                .filter(column -> column.number() == number)
                .map(ChildAnswer.Column::name)
                .toList();
        if (new HashSet<>(names).size() != names.size()) {
            throw ChildDataset.lies(origin);
        }
        return names;
    }
}
