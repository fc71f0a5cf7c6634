package org.histogrid.tensor;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;

/// An uploaded file, open: one file to read, or an archive of several. What it hands out is usable until it is
/// closed.
///
/// The file must not be changed while it is open; one found to have been shortened is reported as unreadable.
/// Reading from several threads is allowed, closing while another thread reads is not.
public final class OpenedFile implements AutoCloseable {

    private final Arena arena;
    private final List<SourceFile> entries;

    private OpenedFile(Arena arena, List<SourceFile> entries) {
        this.arena = arena;
        this.entries = entries;
    }

    /// Opens a file of any format. The format is told by the first bytes, then by the name. Archives are
    /// unpacked, .npy and .safetensors files cost neither time nor heap, however large.
    ///
    /// @param path      where the file is; its own name must be unique in the workspace
    /// @param name      what the user called it, used in every message
    /// @param workspace where what is unpacked goes
    /// @throws UnreadableFile if it is of a format that is not read, which is named; or if it is damaged
    public static OpenedFile open(Path path, String name, Workspace workspace) {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try {
            List<SourceFile> entries = open(Origin.map(path, name, arena, workspace));
            opened = true;
            return new OpenedFile(arena, entries);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /// One for a file, the members in natural order for an archive.
    static List<SourceFile> open(Origin origin) {
        FileFormat format = FileFormat.of(origin);
        return switch (format) {
            case NPY -> List.of(new NpyFile(origin));
            case TABLE -> List.of(CsvFile.of(origin));
            case NPZ -> List.of(NpzFile.open(origin));
            case SAFETENSORS -> List.of(SafetensorsFile.open(origin));
            case TORCH -> List.of(TorchFile.open(origin));
            case GZIP -> GzipFile.entries(origin);
            case ZIP -> ZipArchive.entries(origin);
            case TAR -> TarArchive.entries(origin);
            case HDF5 -> List.of(new Hdf5File(origin));
            case JSON -> List.of(JsonFile.open(origin, false));
            case JSON_LINES -> List.of(JsonFile.open(origin, true));
            case PARQUET -> List.of(new ParquetFile(origin));
        };
    }

    /// The files to read: one, or the members of an archive in natural order ([NaturalOrder]).
    public List<SourceFile> entries() {
        return entries;
    }

    /// Unmaps the file. Closing again does nothing.
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
