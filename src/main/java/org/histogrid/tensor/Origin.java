package org.histogrid.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/// One file as a reader gets it: an uploaded file, or a member of an uploaded archive. Its bytes are mapped, so
/// that opening costs neither time nor heap.
///
/// @param name      what the user calls it, such as `acts.npy` or `acts.zip/layer_3.npy`; begins every message
/// @param bytes     its content, to be read only
/// @param key       its name among the scratch files, unique in the workspace, without any part of the user's
///                  name
/// @param path      the file on disk where the bytes are all of it; empty for members of archives
/// @param arena     lives as long as the uploaded file is open; everything that is mapped for it is mapped here
/// @param workspace where scratch files go
/// @param budget    how much all scratch files of the uploaded file may take
record Origin(
        String name,
        MemorySegment bytes,
        String key,
        Optional<Path> path,
        Arena arena,
        Workspace workspace,
        Budget budget) {

    /// How the names of scratch files end that are being written.
    static final String UNFINISHED = ".part";

    /// Writes a scratch file.
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static Origin map(Path path, String name, Arena arena, Workspace workspace) {
        MemorySegment bytes = mapped(path, name, arena);
        String key = path.getFileName().toString();
        Budget budget = Budget.of(workspace, key, bytes.byteSize());
        return new Origin(name, bytes, key, Optional.of(path), arena, workspace, budget);
    }

    private static MemorySegment mapped(Path path, String name, Arena arena) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            return size == 0 ? MemorySegment.NULL : channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        } catch (IOException e) {
            throw new UnreadableFile(name, "could not be read from the disk.", e);
        }
    }

    long size() {
        return bytes.byteSize();
    }

    /// A member that lies unpacked inside this file.
    Origin slice(String memberName, String memberKey, long offset, long length) {
        return member(memberName, memberKey, bytes.asSlice(offset, length));
    }

    /// A member whose bytes are mapped already, here or in a scratch file.
    Origin member(String memberName, String memberKey, MemorySegment memberBytes) {
        return new Origin(memberName, memberBytes, key + "." + memberKey, Optional.empty(), arena, workspace, budget);
    }

    /// A scratch file as an origin of its own, under the same name for the user.
    Origin scratchOrigin(String memberName, String memberKey, Path file) {
        return new Origin(
                memberName,
                mapped(file, memberName, arena),
                key + "." + memberKey,
                Optional.of(file),
                arena,
                workspace,
                budget);
    }

    /// The scratch file of this suffix, written now unless it is there already. A file that could not be
    /// written to its end leaves nothing behind.
    ///
    /// @param suffix letters, digits and points
    Path scratch(String suffix, Writing writing) {
        Path target = scratchPath(suffix);
        if (Files.exists(target)) {
            return target;
        }
        try {
            Files.createDirectories(workspace.folder());
            Path unfinished = Files.createTempFile(workspace.folder(), target.getFileName() + ".", UNFINISHED);
            try (Bounded out = new Bounded(Files.newOutputStream(unfinished), this)) {
                writing.to(out);
                out.flush();
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                out.keep();
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the scratch file of this suffix lies once it is written.
    Path scratchPath(String suffix) {
        return workspace.folder().resolve(key + "." + suffix);
    }

    /// The content of a scratch file.
    MemorySegment mapScratch(Path file) {
        return mapped(file, name, arena);
    }

    /// This file on disk: itself, or for members of archives a copy among the scratch files.
    Path file() {
        return path.orElseGet(() -> scratch("whole", out -> stream().transferTo(out)));
    }

    /// The bytes from first to last.
    InputStream stream() {
        return new InputStream() {

            private long at;

            @Override
            public int read() {
                return at < size() ? guarded(() -> bytes.get(JAVA_BYTE, at++) & 0xff) : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                int count = (int) Math.min(length, size() - at);
                if (count <= 0) {
                    return -1;
                }
                guarded(() -> {
                    MemorySegment.copy(bytes, JAVA_BYTE, at, target, offset, count);
                    return count;
                });
                at += count;
                return count;
            }
        };
    }

    UnreadableFile refused(String restOfSentence) {
        return new UnreadableFile(name, restOfSentence);
    }

    /// A mapped file that someone shortens faults where it is touched: that is the file's failure and no bug of
    /// ours.
    <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InternalError e) {
            throw new UnreadableFile(
                    name, "changed while it was read.", new IOException("fault in the memory-mapped file", e));
        }
    }
}
