package org.histogrid.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where readers put what they unpack or convert, and how much of it there may be.
///
/// Scratch files are made once, whole or not at all, and found again by the next one who opens the same file.
/// Whoever owns the folder removes them, with the files they were made of.
///
/// @param folder       a folder of its own for one import; made when it is needed
/// @param mostUnpacked how many bytes all scratch files of one source may take
/// @param patience     how long a child process may work on one file before it is killed
public record Workspace(Path folder, long mostUnpacked, Duration patience) {

    /// 64 GiB and ten minutes.
    public static Workspace in(Path folder) {
        return new Workspace(folder, 64L << 30, Duration.ofMinutes(10));
    }

    /// Removes what a process that was killed had not finished: parts of scratch files and folders of children.
    /// What is whole stays. Only to be called while nobody reads in this workspace.
    public void removeUnfinished() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Workspace::isUnfinished).forEach(Workspace::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnfinished(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(ChildProcess.FOLDER) || name.endsWith(Origin.UNFINISHED);
    }

    private static void delete(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
