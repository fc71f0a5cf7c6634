package org.histogrid.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.TooLarge;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.Workspace;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// Files on their way in: one folder an import, under names of our own, so that no uploaded name is ever a
/// path.
@Component
class Staging {

    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final DataSize most;

    Staging(HistogridSettings settings) {
        this.folder = settings.staging();
        this.most = settings.uploadMax();
    }

    /// Takes an upload in. Whatever goes wrong, nothing of it is left behind.
    StagedFile receive(ImportId id, String givenName, InputStream in) {
        return receive(id, givenName, (name, file) -> copy(name, in, file));
    }

    /// The same for an upload that puts the file there itself; it is read once more, for its SHA-256.
    StagedFile receive(ImportId id, String givenName, ImportService.Upload upload) {
        return receive(id, givenName, (name, file) -> {
            upload.saveTo(file);
            return sha256(file);
        });
    }

    /// Puts the file in its place and answers its SHA-256.
    private interface Arrival {
        String at(String name, Path file) throws IOException;
    }

    private StagedFile receive(ImportId id, String givenName, Arrival arrival) {
        var name = plainName(givenName);
        var file = newFile(id);
        try {
            var sha256 = arrival.at(name, file);
            var bytes = Files.size(file);
            if (bytes == 0) {
                throw new BadInput("%s is empty.".formatted(name)).inFile(name);
            }
            return new StagedFile(name, file.getFileName().toString(), bytes, sha256);
        } catch (IOException e) {
            delete(file);
            throw StoreFull.translate(e, name);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /// Streams to disk, up to the most that one upload may have, and answers the SHA-256 of what came.
    private String copy(String name, InputStream in, Path file) throws IOException {
        var digest = digest();
        try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            var total = 0L;
            for (int read; (read = in.read(buffer)) >= 0; ) {
                total += read;
                if (total > most.toBytes()) {
                    throw new TooLarge("%s is larger than %s MB, the most that one upload may have."
                            .formatted(name, most.toMegabytes()));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(Path file) throws IOException {
        var digest = digest();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path newFile(ImportId id) {
        try {
            var own = Files.createDirectories(folder.resolve(id.toString()));
            for (var number = 0; ; number++) {
                try {
                    return Files.createFile(own.resolve("file-" + number));
                } catch (FileAlreadyExistsException e) {
                    // Taken by an upload of the same import: the next number.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(ImportId id, StagedFile file) {
        return folder.resolve(id.toString()).resolve(file.stored());
    }

    /// Where what is unpacked of an import's files goes; removed with them.
    Workspace workspace(ImportId id) {
        return Workspace.in(folder.resolve(id.toString()).resolve("unpacked"));
    }

    void remove(ImportId id, StagedFile file) {
        delete(path(id, file));
        var unpacked = workspace(id).folder();
        if (Files.isDirectory(unpacked)) {
            try (var files = Files.list(unpacked)) {
                files.filter(path -> path.getFileName().toString().startsWith(file.stored() + "."))
                        .forEach(Staging::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void clear(ImportId id) {
        var own = folder.resolve(id.toString());
        if (!Files.isDirectory(own)) {
            return;
        }
        try (var files = Files.walk(own)) {
            files.sorted(Comparator.reverseOrder()).forEach(Staging::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes what a crash left: the folders of imports that are no more, and what was being unpacked of the
    /// others.
    void sweep(List<ImportId> known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        known.forEach(id -> workspace(id).removeUnfinished());
        Set<String> keep = known.stream().map(ImportId::toString).collect(Collectors.toSet());
        try (var folders = Files.list(folder)) {
            folders.map(path -> path.getFileName().toString())
                    .filter(Staging::isId)
                    .filter(name -> !keep.contains(name))
                    .forEach(name -> clear(new ImportId(UUID.fromString(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isId(String name) {
        try {
            return UUID.fromString(name).toString().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String plainName(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = last.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            throw new BadInput("A file needs a name.");
        }
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
