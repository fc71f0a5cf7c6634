package org.histogrid.tensor.child;

import io.jhdf.ObjectHeader;
import io.jhdf.dataset.NoParent;
import io.jhdf.dataset.chunked.ChunkOffset;
import io.jhdf.dataset.chunked.ChunkedDatasetV3;
import io.jhdf.dataset.chunked.ChunkedDatasetV4;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/// Where the chunks of a dataset lie. The parser's own way of putting chunks together leaves out fill values,
/// and unpacks chunks that were never packed.
///
/// @param lengths how long a chunk is along each axis
/// @param all     the chunks there are, in no order
record Hdf5Chunks(int[] lengths, Iterable<Chunk> all) {

    /// @param offset         the first value of the chunk along each axis
    /// @param skippedFilters the filters that were not applied to it, by their place in the pipeline
    record Chunk(long address, int bytes, long[] offset, BitSet skippedFilters) {

        static Chunk of(io.jhdf.dataset.chunked.Chunk chunk) {
            BitSet mask = chunk.getFilterMask();
            return new Chunk(
                    chunk.getAddress(), chunk.getSize(), chunk.getChunkOffset(), mask == null ? new BitSet() : mask);
        }
    }

    static Hdf5Chunks of(HdfBackingStorage storage, Hdf5Dataset dataset) {
        ObjectHeader header = dataset.header();
        if (dataset.layout() instanceof ChunkedDataLayoutMessage) {
            Version3 version3 = new Version3(storage, header);
            return new Hdf5Chunks(version3.getChunkDimensions(), chunks(version3.chunks()));
        }
        Version4 version4 = new Version4(storage, header);
        return new Hdf5Chunks(version4.getChunkDimensions(), chunks(version4.chunks()));
    }

    private static Iterable<Chunk> chunks(Collection<io.jhdf.dataset.chunked.Chunk> chunks) {
        Stream<Chunk> stream = chunks.stream().map(Chunk::of);
        return stream::iterator;
    }

    /// Opens the index of chunks to us.
    private static final class Version3 extends ChunkedDatasetV3 {

        Version3(HdfBackingStorage storage, ObjectHeader header) {
            super(storage, header.getAddress(), "", NoParent.INSTANCE, header);
        }

        Collection<io.jhdf.dataset.chunked.Chunk> chunks() {
            Map<ChunkOffset, io.jhdf.dataset.chunked.Chunk> chunks = getChunkLookup();
            return chunks.values();
        }
    }

    /// Opens the index of chunks to us.
    private static final class Version4 extends ChunkedDatasetV4 {

        Version4(HdfBackingStorage storage, ObjectHeader header) {
            super(storage, header.getAddress(), "", NoParent.INSTANCE, header);
        }

        Collection<io.jhdf.dataset.chunked.Chunk> chunks() {
            Map<ChunkOffset, io.jhdf.dataset.chunked.Chunk> chunks = getChunkLookup();
            return chunks.values();
        }
    }
}
