package org.histogrid.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// A memory-mapped .npy file.
final class NpyFile implements ArrayFile {

    private final String name;
    private final NpyHeader header;
    private final Arena arena;
    private final MemorySegment data;

    private NpyFile(String name, NpyHeader header, Arena arena, MemorySegment data) {
        this.name = name;
        this.header = header;
        this.arena = arena;
        this.data = data;
    }

    static NpyFile open(Path path, String name) {
        FileFormat.requireArrays(path, name);
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            NpyHeader header = NpyHeader.read(channel, name);
            MemorySegment data = header.dataBytes() == 0
                    ? MemorySegment.NULL
                    : channel.map(FileChannel.MapMode.READ_ONLY, header.dataOffset(), header.dataBytes(), arena);
            opened = true;
            return new NpyFile(name, header, arena, data);
        } catch (IOException e) {
            throw new UnreadableFile(name, "could not be read from the disk.", e);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    /// The header alone, without mapping.
    static TensorInfo inspect(Path path, String name) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return NpyHeader.read(channel, name).info(name);
        } catch (IOException e) {
            throw new UnreadableFile(name, "could not be read from the disk.", e);
        }
    }

    String name() {
        return name;
    }

    NpyHeader header() {
        return header;
    }

    MemorySegment data() {
        return data;
    }

    ByteOrder order() {
        return header.type().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public TensorInfo info() {
        return header.info(name);
    }

    @Override
    public long size() {
        return header.values();
    }

    @Override
    public List<String> texts() {
        return guarded(() -> new NpyVector(this).texts());
    }

    @Override
    public long[] integers() {
        return guarded(() -> new NpyVector(this).integers());
    }

    @Override
    public double value(long index) {
        Objects.checkIndex(index, size());
        Dtype dtype = header.type().dtype();
        if (dtype == Dtype.TEXT || dtype == Dtype.RAW16) {
            throw new UnreadableFile(name, "holds " + dtype.words() + " and no numbers.");
        }
        return guarded(() -> new Elements(data, dtype, order()).number(positionOf(index)));
    }

    private long positionOf(long rowMajorIndex) {
        if (!header.fortran()) {
            return rowMajorIndex;
        }
        long rest = rowMajorIndex;
        long position = 0;
        long stride = header.values();
        for (long length : header.shape().reversed()) {
            stride /= length;
            position += rest % length * stride;
            rest /= length;
        }
        return position;
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

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
