package org.histogrid.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Writes archives for tests with a library that none of the readers knows.
final class Archives {

    private Archives() {}

    static Path zip(Path path, boolean deflated, Map<String, byte[]> members) {
        return zip(path, deflated, Zip64Mode.AsNeeded, members);
    }

    static Path zip(Path path, boolean deflated, Zip64Mode mode, Map<String, byte[]> members) {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(path.toFile())) {
            out.setUseZip64(mode);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                put(out, new ZipArchiveEntry(member.getKey()), deflated, member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    static void put(ZipArchiveOutputStream out, ZipArchiveEntry entry, boolean deflated, byte[] content)
            throws IOException {
        entry.setMethod(deflated ? ZipArchiveEntry.DEFLATED : ZipArchiveEntry.STORED);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    static Path tar(Path path, Map<String, byte[]> members) {
        return tar(path, TarArchiveOutputStream.LONGFILE_POSIX, members, entry -> {});
    }

    static Path tar(Path path, int longNames, Map<String, byte[]> members, Consumer<TarArchiveEntry> change) {
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(path))) {
            out.setLongFileMode(longNames);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), true);
                entry.setSize(member.getValue().length);
                change.accept(entry);
                out.putArchiveEntry(entry);
                out.write(member.getValue(), 0, (int) entry.getSize());
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] npy(Bits array) {
        try {
            Path file = Files.createTempFile("histogrid-member", ".npy");
            try {
                NpyWriter.writeIntegers(file, array.dtype(), false, false, 1, array.shape(), array.bits());
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
