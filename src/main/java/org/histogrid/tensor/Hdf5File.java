package org.histogrid.tensor;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.tensor.child.ChildAnswer;
import org.histogrid.tensor.child.ChildMain;
import org.jspecify.annotations.Nullable;

/// An HDF5 file: arrays by path, such as `group/acts`. A child process reads what is written in it; values that
/// lie in one piece are then read in place, others are unpacked to scratch files by another one.
final class Hdf5File implements SourceFile {

    private static final String DESCRIPTION = "hdf5";

    private final Origin origin;
    private @Nullable Description description;

    Hdf5File(Origin origin) {
        this.origin = origin;
    }

    /// @param datasets by name, in the order of the file
    /// @param problems why others cannot be read, by name
    private record Description(
            Map<String, ChildDataset> datasets, List<String> names, Map<String, ChildAnswer.Problem> problems) {}

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        Description described = description();
        List<TensorInfo> infos =
                described.datasets().values().stream().map(ChildDataset::info).toList();
        return new FileContents.Arrays(
                name(), "HDF5", infos, ChildDataset.notes(described.problems().values()));
    }

    @Override
    public synchronized Tensor tensor(Optional<String> wanted) {
        Description described = description();
        wanted.map(described.problems()::get).ifPresent(problem -> {
            throw ChildDataset.refused(origin, problem);
        });
        String name = Named.choose(origin, described.names(), wanted);
        ChildDataset dataset = described.datasets().get(name);
        if (dataset == null) {
            throw new IllegalStateException("chosen from the names");
        }
        return dataset.inPlace()
                .orElseGet(() -> extracted(dataset, described.names().indexOf(name)));
    }

    private Tensor extracted(ChildDataset dataset, int index) {
        String suffix = DESCRIPTION + "." + index;
        Path scratch = origin.scratchPath(suffix);
        if (!Files.exists(scratch)) {
            List<String> arguments = List.of(
                    ChildMain.EXTRACT_HDF5, origin.file().toAbsolutePath().toString(), most(), Integer.toString(index));
            ChildProcess.of(origin).run(arguments, (answer, folder) -> {
                if (!(answer instanceof ChildAnswer.Values)) {
                    throw ChildDataset.lies(origin);
                }
                return ChildProcess.keep(folder.resolve(ChildAnswer.Values.FILE), origin, suffix);
            });
        }
        return dataset.extracted(origin.mapScratch(scratch));
    }

    /// Depends on nothing that changes, so that each child sees the same datasets.
    private String most() {
        return Long.toString(Budget.most(origin.workspace(), origin.size()));
    }

    @Override
    public Table table() {
        throw Named.noTable(origin, "arrays");
    }

    private synchronized Description description() {
        Description known = description;
        if (known == null) {
            known = described();
            description = known;
        }
        return known;
    }

    private Description described() {
        Path scratch = origin.scratchPath(DESCRIPTION);
        if (!Files.exists(scratch)) {
            List<String> arguments = List.of(
                    ChildMain.DESCRIBE_HDF5, origin.file().toAbsolutePath().toString(), most());
            ChildProcess.of(origin).run(arguments, (answer, folder) -> {
                // Looked at before it is kept
                described(answer);
                return ChildProcess.keep(folder.resolve(ChildAnswer.FILE), origin, DESCRIPTION);
            });
        }
        try (InputStream in = Files.newInputStream(scratch)) {
            return described(ChildAnswer.read(new DataInputStream(new BufferedInputStream(in))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Description described(ChildAnswer answer) {
        if (!(answer instanceof ChildAnswer.Arrays arrays)) {
            throw ChildDataset.lies(origin);
        }
        Map<String, ChildDataset> datasets = new LinkedHashMap<>();
        arrays.datasets().forEach(dataset -> datasets.put(dataset.name(), ChildDataset.of(origin, dataset)));
        Map<String, ChildAnswer.Problem> problems = new LinkedHashMap<>();
        arrays.problems().forEach(problem -> problems.put(problem.name(), problem));
        if (datasets.isEmpty()) {
            throw problems.values().stream()
                    .findFirst()
                    .map(problem -> ChildDataset.refused(origin, problem))
                    .orElseGet(() -> origin.refused("holds no datasets."));
        }
        return new Description(datasets, new ArrayList<>(datasets.keySet()), problems);
    }
}
