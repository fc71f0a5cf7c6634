package org.histogrid.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.OpenedFile;
import org.histogrid.tensor.SourceFile;
import org.histogrid.tensor.Table;
import org.histogrid.tensor.Tensor;
import org.histogrid.tensor.UnreadableFile;
import org.histogrid.tensor.Workspace;

/// The files of one import by name: those that were uploaded, and the members of uploaded archives as
/// `archive.zip/member`. Each upload is opened once and closed with this.
final class ImportFiles implements AutoCloseable {

    private final Map<String, StagedFile> uploads = new LinkedHashMap<>();
    private final Function<StagedFile, Path> locate;
    private final Workspace workspace;
    private final Map<String, OpenedFile> opened = new LinkedHashMap<>();
    private final Map<String, SourceFile> entries = new LinkedHashMap<>();
    private final Map<String, FileContents> contents = new HashMap<>();
    private final Map<String, BadInput> passedOver = new LinkedHashMap<>();

    ImportFiles(List<StagedFile> files, Function<StagedFile, Path> locate, Workspace workspace) {
        files.forEach(file -> uploads.put(file.name(), file));
        this.locate = locate;
        this.workspace = workspace;
    }

    /// What is inside all files that can be read. A file that was uploaded by itself must be readable; a member
    /// of an archive, such as a README, may be passed over.
    List<FileContents> inspect() {
        return names().stream().flatMap(name -> inspectMember(name).stream()).toList();
    }

    private Optional<FileContents> inspectMember(String name) {
        if (passedOver.containsKey(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(inspect(name));
        } catch (BadInput e) {
            if (!isMember(name)) {
                throw e;
            }
            passedOver.put(name, e);
            return Optional.empty();
        }
    }

    private static boolean isMember(String name) {
        return name.indexOf('/') >= 0;
    }

    /// Why members of archives are not read, by their names.
    Map<String, BadInput> passedOver() {
        return passedOver;
    }

    FileLook look(StagedFile file) {
        try {
            var names = open(file).entries().stream().map(SourceFile::name).toList();
            var inside =
                    names.stream().flatMap(name -> inspectMember(name).stream()).toList();
            var problems = names.stream()
                    .flatMap(name -> Optional.ofNullable(passedOver.get(name)).stream())
                    .toList();
            return inside.isEmpty() && !problems.isEmpty()
                    ? new FileLook(file, List.of(), List.of(), Optional.of(problems.getFirst()))
                    : new FileLook(file, inside, problems, Optional.empty());
        } catch (BadInput e) {
            return new FileLook(file, List.of(), List.of(), Optional.of(e));
        }
    }

    FileContents inspect(String name) {
        return contents.computeIfAbsent(name, key -> reading(() -> entry(key).contents()));
    }

    boolean isFile(String name) {
        return names().contains(name);
    }

    /// The one file of this name, or those of a series in natural order.
    List<String> series(String name) {
        if (!FileSeries.isPattern(name)) {
            return List.of(name);
        }
        var matching = FileSeries.matching(name, names());
        if (matching.isEmpty()) {
            throw new BadInput("No file of this import is called %s, with something in the place of *.".formatted(name))
                    .inFile(name)
                    .withChoices(
                            names().stream().limit(LabelingPlanner.MOST_CHOICES).toList());
        }
        return matching;
    }

    /// A tensor of each file of a series.
    List<Tensor> tensors(String name, Optional<String> tensor) {
        return series(name).stream().map(one -> tensor(one, tensor)).toList();
    }

    /// The values of a vector, or of those of a series one after the other.
    List<String> vectors(String name, Optional<String> tensor) {
        var tensors = tensors(name, tensor);
        if (tensors.size() == 1) {
            return tensors.getFirst().texts();
        }
        var all = new ArrayList<String>();
        tensors.forEach(one -> all.addAll(one.texts()));
        return all;
    }

    Tensor tensor(String name, Optional<String> tensor) {
        return reading(() -> entry(name).tensor(tensor));
    }

    Table table(String name) {
        return reading(() -> entry(name).table());
    }

    boolean isTable(String name) {
        return inspect(name) instanceof FileContents.Table;
    }

    /// All files that can be read, uploads in the order in which they came, members of archives in natural
    /// order.
    List<String> names() {
        uploads.values().forEach(this::open);
        return List.copyOf(entries.keySet());
    }

    private SourceFile entry(String name) {
        // A member's upload is opened by its name alone, so that a damaged file beside it does not matter
        var slash = name.indexOf('/');
        var upload = uploads.get(slash < 0 ? name : name.substring(0, slash));
        if (upload != null) {
            open(upload);
        }
        var entry = entries.get(name);
        if (entry == null) {
            throw new BadInput("No file of this import is called %s.".formatted(name))
                    .inFile(name)
                    .withChoices(
                            names().stream().limit(LabelingPlanner.MOST_CHOICES).toList());
        }
        return entry;
    }

    private OpenedFile open(StagedFile file) {
        var known = opened.get(file.name());
        if (known != null) {
            return known;
        }
        var now = reading(() -> OpenedFile.open(locate.apply(file), file.name(), workspace));
        opened.put(file.name(), now);
        now.entries().forEach(entry -> entries.put(entry.name(), entry));
        return now;
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
        opened.values().forEach(OpenedFile::close);
        opened.clear();
        entries.clear();
        contents.clear();
        passedOver.clear();
    }
}
