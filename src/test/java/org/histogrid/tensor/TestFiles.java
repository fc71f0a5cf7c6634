package org.histogrid.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens files for as long as something uses them, with a scratch folder of their own.
final class TestFiles {

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

    static Workspace workspace() {
        try {
            Path folder = Files.createTempDirectory("histogrid-unpacked");
            folder.toFile().deleteOnExit();
            return Workspace.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
