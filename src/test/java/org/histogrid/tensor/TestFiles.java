package org.histogrid.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/// Opens files for as long as something uses them, with a scratch folder of their own.
final class TestFiles {

    private static final Path UNPACKED = unpacked();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestFiles() {}

    static SourceFile open(Path path, String name) {
        return OpenedFile.open(origin(path, name)).getFirst();
    }

    static FileContents inspect(Path path, String name) {
        return open(path, name).contents();
    }

    static Table table(Path path, String name) {
        return open(path, name).table();
    }

    static Origin origin(Path path, String name) {
        return Origin.map(path, name, Arena.ofAuto(), workspace());
    }

    /// A folder of its own, which is there only once something is unpacked: tests open tens of thousands of files.
    static Workspace workspace() {
        return Workspace.in(UNPACKED.resolve(Integer.toString(COUNT.incrementAndGet())));
    }

    private static Path unpacked() {
        try {
            Path folder = Files.createTempDirectory("histogrid-unpacked");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
