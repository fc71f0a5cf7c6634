package org.histogrid.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.ArrayFile;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.Inspection;
import org.histogrid.tensor.TableFile;
import org.histogrid.tensor.UnreadableFile;

/// The staged files of one import by the names their owner gave them; each is opened once and closed with this.
final class ImportFiles implements AutoCloseable {

    private final Map<String, Path> paths = new LinkedHashMap<>();
    private final Map<String, FileContents> contents = new LinkedHashMap<>();
    private final Map<String, ArrayFile> arrays = new LinkedHashMap<>();
    private final Map<String, TableFile> tables = new LinkedHashMap<>();

    ImportFiles(List<StagedFile> files, Function<StagedFile, Path> locate) {
        files.forEach(file -> paths.put(file.name(), locate.apply(file)));
    }

    List<FileContents> inspect() {
        return paths.keySet().stream().map(this::inspect).toList();
    }

    FileLook look(StagedFile file) {
        try {
            return new FileLook(file, Optional.of(inspect(file.name())), Optional.empty());
        } catch (BadInput e) {
            return new FileLook(file, Optional.empty(), Optional.of(e));
        }
    }

    FileContents inspect(String name) {
        return contents.computeIfAbsent(name, key -> reading(() -> Inspection.inspect(path(key), key)));
    }

    ArrayFile array(String name) {
        return arrays.computeIfAbsent(name, key -> reading(() -> ArrayFile.open(path(key), key)));
    }

    TableFile table(String name) {
        return tables.computeIfAbsent(name, key -> reading(() -> TableFile.open(path(key), key)));
    }

    boolean isTable(String name) {
        return inspect(name) instanceof FileContents.Table;
    }

    List<String> names() {
        return List.copyOf(paths.keySet());
    }

    private Path path(String name) {
        var path = paths.get(name);
        if (path == null) {
            throw new BadInput("No file of this import is called %s.".formatted(name))
                    .inFile(name)
                    .withChoices(names());
        }
        return path;
    }

    /// A file's own complaint, as this application tells complaints.
    static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (UnreadableFile e) {
            throw problem(e);
        }
    }

    static BadInput problem(UnreadableFile e) {
        var problem = new BadInput(String.valueOf(e.getMessage()), e).inFile(e.file());
        e.tensor().ifPresent(problem::inTensor);
        e.row().ifPresent(problem::inRow);
        e.column().ifPresent(problem::inColumn);
        return problem;
    }

    @Override
    public void close() {
        new ArrayList<>(arrays.values()).forEach(ArrayFile::close);
        arrays.clear();
    }
}
