package org.histogrid.base;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders and files that nobody but the user of the server may open. On file systems without POSIX rights the
/// rights of the parent folder hold.
public final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /// The folder with rights 0700, made if missing, tightened if there.
    public static Path directory(Path folder) throws IOException {
        Files.createDirectories(folder, rights("rwx------"));
        restrict(folder, "rwx------");
        return folder;
    }

    /// Writes a file with rights 0600, whole or not at all.
    public static void write(Path file, String text) throws IOException {
        var unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", rights("rw-------"));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static void restrict(Path path, String rights) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }
}
