package org.histogrid.base.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.histogrid.base.OwnerOnly;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the class path into a folder that only the user of the server may
/// open. They stay there between starts; a folder of other binaries is removed.
final class PostgresBinaries {

    private static final String PREFIX = "binaries-";
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    private final Path folder;
    private final Path output;

    private PostgresBinaries(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    static PostgresBinaries unpackedIn(Path home) throws IOException {
        byte[] archive = archive();
        var folder = home.resolve(PREFIX + fingerprint(archive));
        if (!Files.isDirectory(folder)) {
            // Under another name until complete: a start that is killed here leaves nothing that looks whole
            var unfinished = home.resolve(PREFIX + "unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            unpack(archive, OwnerOnly.directory(unfinished));
            Files.move(unfinished, folder);
        }
        try (var others = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (var other : others) {
                if (!other.equals(folder)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
        return new PostgresBinaries(folder, home.resolve("command.log"));
    }

    /// The number before the dot of the version: files of another major version cannot be read.
    String majorVersion() throws IOException {
        // Says "postgres (PostgreSQL) 18.6"
        return run("postgres", "--version").strip().replaceFirst(".* (\\d+).*", "$1");
    }

    /// Runs a program to its end and returns what it said.
    String run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own root has another number
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(
                folder.resolve("bin").resolve(program + (WINDOWS ? ".exe" : "")).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        int exit = exitOf(builder.start());
        var said = Files.readString(output);
        if (exit != 0) {
            throw new PostgresFailure(program + " ended with " + exit + ": " + said.strip());
        }
        return said;
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private static byte[] archive() throws IOException {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var system = WINDOWS ? "Windows" : name.contains("mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch", "");
        try (var stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, "amd64".equals(machine) ? "x86_64" : machine)) {
            return stream.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StoreUnavailableException(
                    "There is no embedded PostgreSQL for " + name + " on " + machine
                            + ". Set HISTOGRID_DB_URL to a PostgreSQL of your own.",
                    e);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive of PostgreSQL names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if (path.startsWith(target.resolve("bin")) && !path.toFile().setExecutable(true, true)) {
                throw new IOException("The program " + path + " could not be made executable");
            }
        }
    }
}
