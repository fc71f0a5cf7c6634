package org.histogrid.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.account.AccountId;
import org.histogrid.base.Json;

/// Where files wait that are sent in pieces: a folder an account and in it a folder an upload, under ids of our own.
/// The bytes that are there are the offset: nothing else keeps it, so nothing can disagree after a crash.
final class UploadFolder {

    /// What is known from the beginning and never changes.
    record Info(String name, String metadata, long length) {}

    private static final String DATA = "data";
    private static final String INFO = "info.json";

    private final Path folder;

    private UploadFolder(Path folder) {
        this.folder = folder;
    }

    static UploadFolder of(Path root, AccountId owner, UploadId id) {
        return new UploadFolder(rootOf(root, owner).resolve(id.toString()));
    }

    static List<UploadFolder> ofOwner(Path root, AccountId owner) {
        return foldersIn(rootOf(root, owner)).map(UploadFolder::new).toList();
    }

    static List<UploadFolder> all(Path root) {
        return foldersIn(root)
                .flatMap(owner -> foldersIn(owner))
                .map(UploadFolder::new)
                .toList();
    }

    private static Path rootOf(Path root, AccountId owner) {
        return root.resolve(owner.value().toString());
    }

    private static Stream<Path> foldersIn(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).toList().stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return String.valueOf(folder.getFileName());
    }

    Path data() {
        return folder.resolve(DATA);
    }

    boolean hasData() {
        return Files.exists(data());
    }

    void create(Info info, Instant now) throws IOException {
        Files.createDirectories(folder);
        Files.createFile(data());
        touch(now);
        var written = Files.writeString(folder.resolve(INFO + ".new"), Json.write(info));
        Files.move(written, folder.resolve(INFO), StandardCopyOption.ATOMIC_MOVE);
    }

    Optional<Info> info() throws IOException {
        try {
            return Optional.of(Json.read(Files.readString(folder.resolve(INFO)), Info.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// When the last byte came; none where the bytes are gone already.
    Optional<Instant> lastTouched() throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(data()).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void touch(Instant now) throws IOException {
        Files.setLastModifiedTime(data(), FileTime.from(now));
    }

    /// A second name for the bytes; where the disk cannot do that, a copy.
    void linkTo(Path file) throws IOException {
        Files.deleteIfExists(file);
        try {
            Files.createLink(file, data());
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(data(), file);
        }
    }

    /// The bytes go at once, and the rest a while later: meanwhile one learns that they are gone, not that they never
    /// were.
    void sweep(Instant unusedSince, Instant now) throws IOException {
        var touched = lastTouched();
        if (touched.isPresent()) {
            if (touched.get().isBefore(unusedSince)) {
                Files.delete(data());
                Files.setLastModifiedTime(folder, FileTime.from(now));
            }
        } else if (Files.getLastModifiedTime(folder).toInstant().isBefore(unusedSince)) {
            delete();
        }
    }

    void delete() throws IOException {
        for (var name : List.of(DATA, INFO, INFO + ".new")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
