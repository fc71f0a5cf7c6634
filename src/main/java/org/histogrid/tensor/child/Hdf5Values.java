package org.histogrid.tensor.child;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jhdf.GlobalHeap;
import io.jhdf.filter.FilterManager;
import io.jhdf.filter.FilterPipeline;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FillValueOldMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import io.jhdf.storage.HdfBackingStorage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Writes the values of a dataset to a file, piece by piece. The bytes are read here and nowhere else: nothing
/// in a parser opens another file or maps this one.
final class Hdf5Values {

    /// What a chunk may take: it is unpacked on the heap.
    private static final int MOST_CHUNK_BYTES = 96 << 20;

    private static final int BLOCK_BYTES = 1 << 20;

    private static final int DEFLATE = 1;

    private static final long UNDEFINED = -1;

    private static final int MOST_HEAPS = 64;

    private final HdfBackingStorage storage;
    private final Path path;
    private final Hdf5Dataset dataset;
    private final Hdf5Type type;
    private final long most;

    Hdf5Values(HdfBackingStorage storage, Path path, Hdf5Dataset dataset, long most) {
        this.storage = storage;
        this.path = path;
        this.dataset = dataset;
        this.type = dataset.type();
        this.most = most;
    }

    void write(Path target) throws IOException {
        Path raw = type.isText() ? target.resolveSibling("raw") : target;
        try (Arena arena = Arena.ofConfined();
                FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        raw, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment values = dataset.bytes() == 0
                    ? MemorySegment.NULL
                    : out.map(FileChannel.MapMode.READ_WRITE, 0, dataset.bytes(), arena);
            fill(values);
            copy(file, values);
            if (type.isText()) {
                writeTexts(values, target);
            }
        }
        if (type.isText()) {
            Files.delete(raw);
        }
    }

    /// What was never written has the fill value; a new file is full of zeros anyway.
    private void fill(MemorySegment values) {
        Optional<byte[]> fill = fillValue();
        if (fill.isPresent() && !(dataset.layout() instanceof CompactDataLayoutMessage)) {
            MemorySegment value = MemorySegment.ofArray(fill.get());
            for (long at = 0; at < values.byteSize(); at += type.width()) {
                MemorySegment.copy(value, 0, values, at, type.width());
            }
        }
    }

    private Optional<byte[]> fillValue() {
        ByteBuffer fill = null;
        for (FillValueMessage message : dataset.header().getMessagesOfType(FillValueMessage.class)) {
            if (message.isFillValueDefined()) {
                fill = message.getFillValue();
            }
        }
        for (FillValueOldMessage message : dataset.header().getMessagesOfType(FillValueOldMessage.class)) {
            fill = fill == null ? message.getFillValue() : fill;
        }
        if (fill == null || fill.remaining() != type.width() || type.text() == Hdf5Type.Text.VARIABLE) {
            return Optional.empty();
        }
        byte[] bytes = new byte[type.width()];
        fill.get(bytes);
        for (byte b : bytes) {
            if (b != 0) {
                return Optional.of(bytes);
            }
        }
        return Optional.empty();
    }

    private void copy(FileChannel file, MemorySegment values) throws IOException {
        DataLayoutMessage layout = dataset.layout();
        switch (layout) {
            case CompactDataLayoutMessage compact -> {
                ByteBuffer bytes = compact.getDataBuffer();
                if (bytes.remaining() != values.byteSize()) {
                    throw refused("declares " + values.byteSize() + " bytes and holds " + bytes.remaining() + ".");
                }
                MemorySegment.copy(MemorySegment.ofBuffer(bytes), 0, values, 0, values.byteSize());
            }
            case ContiguousDataLayoutMessage piece -> {
                if (piece.getAddress() != UNDEFINED) {
                    contiguous(file, piece.getAddress() + storage.getUserBlockSize(), values);
                }
            }
            case ChunkedDataLayoutMessage _, ChunkedDataLayoutMessageV4 _ -> chunks(file, values);
            default -> throw refused("is stored in a way that is not read.");
        }
    }

    private void contiguous(FileChannel file, long start, MemorySegment values) throws IOException {
        for (long at = 0; at < values.byteSize(); at += BLOCK_BYTES) {
            int length = (int) Math.min(BLOCK_BYTES, values.byteSize() - at);
            Progress.made();
            MemorySegment.copy(read(file, start + at, length), 0, values, JAVA_BYTE, at, length);
        }
    }

    private byte[] read(FileChannel file, long at, int length) throws IOException {
        if (at < 0 || length < 0 || at > file.size() - length) {
            throw refused("declares values behind the end of the file.");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw refused("declares values behind the end of the file.");
            }
        }
        return bytes.array();
    }

    private void chunks(FileChannel file, MemorySegment values) throws IOException {
        Hdf5Chunks chunks = Hdf5Chunks.of(storage, dataset);
        int[] lengths = chunks.lengths();
        long chunkBytes = type.width();
        for (int length : lengths) {
            if (length < 1) {
                throw refused("declares chunks of a length of " + length + ".");
            }
            // No overflow: each product stays below 2^27 * 2^31
            chunkBytes *= length;
            if (chunkBytes > MOST_CHUNK_BYTES) {
                throw refused("is stored in chunks of more than " + (MOST_CHUNK_BYTES >> 20)
                        + " MB, which are not read. Write it again with smaller chunks.");
            }
        }
        if (lengths.length != dataset.shape().size() || lengths.length == 0) {
            throw refused("declares chunks of " + lengths.length + " axes and values of "
                    + dataset.shape().size() + ".");
        }
        Map<BitSet, List<FilterInfo>> filters = new LinkedHashMap<>();
        for (Hdf5Chunks.Chunk chunk : chunks.all()) {
            Progress.made();
            byte[] packed = read(file, chunk.address() + storage.getUserBlockSize(), chunk.bytes());
            List<FilterInfo> applied = filters.computeIfAbsent(chunk.skippedFilters(), this::applied);
            byte[] unpacked = unpacked(packed, applied, (int) chunkBytes);
            place(unpacked, chunk.offset(), lengths, values);
        }
    }

    /// A filter that did not make a chunk smaller was left out for that chunk.
    private List<FilterInfo> applied(BitSet skipped) {
        List<FilterInfo> applied = new ArrayList<>();
        if (dataset.header().hasMessageOfType(FilterPipelineMessage.class)) {
            List<FilterInfo> all = dataset.header()
                    .getMessageOfType(FilterPipelineMessage.class)
                    .getFilters();
            for (int i = 0; i < all.size(); i++) {
                if (!skipped.get(i)) {
                    applied.add(all.get(i));
                }
            }
        }
        return applied;
    }

    private byte[] unpacked(byte[] packed, List<FilterInfo> filters, int chunkBytes) {
        byte[] bytes = packed;
        for (FilterInfo filter : filters.reversed()) {
            if (filter.getId() == DEFLATE) {
                bytes = inflated(bytes, filters.getFirst() == filter ? chunkBytes : MOST_CHUNK_BYTES, chunkBytes);
            } else {
                FilterPipeline pipeline = FilterManager.getPipeline(List.of(filter));
                bytes = pipeline.decode(bytes);
            }
        }
        if (bytes.length != chunkBytes) {
            throw refused("holds a chunk of " + bytes.length + " bytes where " + chunkBytes + " are declared.");
        }
        return bytes;
    }

    private byte[] inflated(byte[] packed, int mostBytes, int expected) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            byte[] bytes = new byte[expected];
            int length = 0;
            while (!inflater.finished()) {
                if (length == bytes.length) {
                    if (length >= mostBytes) {
                        // The end of the stream may be still to come
                        if (inflater.inflate(new byte[1]) > 0) {
                            throw refused("holds a chunk of more bytes than it declares.");
                        }
                        break;
                    }
                    bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, 2L * length + 64));
                }
                int count = inflater.inflate(bytes, length, bytes.length - length);
                if (count == 0 && !inflater.finished()) {
                    throw refused("holds a chunk that is cut short.");
                }
                length += count;
            }
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        } catch (DataFormatException e) {
            throw refused("holds a chunk that cannot be unpacked: it is damaged.");
        }
    }

    /// Copies the part of a chunk that lies inside the array, run by run of the last axis.
    private void place(byte[] chunk, long[] offset, int[] lengths, MemorySegment values) {
        int last = lengths.length - 1;
        long[] inside = new long[lengths.length];
        long[] strides = new long[lengths.length];
        long stride = type.width();
        long start = 0;
        for (int axis = last; axis >= 0; axis--) {
            long length = dataset.shape().get(axis);
            if (offset.length != lengths.length || offset[axis] < 0 || offset[axis] % lengths[axis] != 0) {
                throw refused("holds a chunk at a place where none can be.");
            }
            if (offset[axis] >= length) {
                // Left from a time when the array was longer
                return;
            }
            inside[axis] = Math.min(lengths[axis], length - offset[axis]);
            strides[axis] = stride;
            start += offset[axis] * stride;
            stride *= length;
        }
        int run = (int) (inside[last] * type.width());
        long[] index = new long[lengths.length];
        while (true) {
            long source = 0;
            long target = start;
            for (int axis = 0; axis < last; axis++) {
                source = source * lengths[axis] + index[axis];
                target += index[axis] * strides[axis];
            }
            source *= (long) lengths[last] * type.width();
            MemorySegment.copy(chunk, (int) source, values, JAVA_BYTE, target, run);
            int axis = last - 1;
            while (axis >= 0 && ++index[axis] == inside[axis]) {
                index[axis--] = 0;
            }
            if (axis < 0) {
                return;
            }
        }
    }

    private void writeTexts(MemorySegment values, Path target) throws IOException {
        Map<Long, GlobalHeap> heaps = new LinkedHashMap<>();
        long count = values.byteSize() / type.width();
        long written = 0;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            for (long i = 0; i < count; i++) {
                byte[] value = values.asSlice(i * type.width(), type.width()).toArray(JAVA_BYTE);
                byte[] text = type.text() == Hdf5Type.Text.VARIABLE ? variable(value, heaps) : fixed(value);
                written += text.length + Integer.BYTES;
                Progress.made();
                if (written > most) {
                    throw refused("holds more text than a file of this size can.");
                }
                out.writeInt(text.length);
                out.write(text);
            }
        }
    }

    private byte[] fixed(byte[] value) {
        int length = value.length;
        if (type.text() == Hdf5Type.Text.ENDS_WITH_ZERO) {
            length = 0;
            while (length < value.length && value[length] != 0) {
                length++;
            }
        } else {
            byte filling = (byte) (type.text() == Hdf5Type.Text.FILLED_WITH_BLANKS ? ' ' : 0);
            while (length > 0 && value[length - 1] == filling) {
                length--;
            }
        }
        return Arrays.copyOf(value, length);
    }

    /// A length, the address of a heap and a number in it, all little-endian.
    private byte[] variable(byte[] value, Map<Long, GlobalHeap> heaps) {
        MemorySegment reference = MemorySegment.ofArray(value);
        int offsetBytes = storage.getSizeOfOffsets();
        if (offsetBytes != Long.BYTES || value.length != Integer.BYTES + offsetBytes + Integer.BYTES) {
            throw refused("holds texts whose references are not read.");
        }
        long address = reference.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 4);
        int number = reference.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 12);
        if (number == 0) {
            return new byte[0];
        }
        GlobalHeap heap = heaps.get(address);
        if (heap == null) {
            if (heaps.size() >= MOST_HEAPS) {
                heaps.clear();
            }
            heap = new GlobalHeap(storage, address);
            heaps.put(address, heap);
        }
        ByteBuffer object = heap.getObjectData(number);
        byte[] text = new byte[object.remaining()];
        object.get(text);
        return text;
    }

    private Refusal refused(String reason) {
        return new Refusal(reason);
    }
}
