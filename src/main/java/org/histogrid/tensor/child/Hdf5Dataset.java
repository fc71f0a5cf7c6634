package org.histogrid.tensor.child;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A dataset whose values can be read.
///
/// @param header its object header
/// @param type   how its values lie
/// @param shape  the length of each axis
/// @param bytes  the size of all values, in bytes
record Hdf5Dataset(ObjectHeader header, Hdf5Type type, List<Long> shape, long bytes) {

    private static final long UNDEFINED = -1;

    private static final int NULL_SPACE = 2;

    /// Deflate, shuffle, checksum, LZF, bitshuffle, LZ4.
    private static final List<Integer> FILTERS = List.of(1, 2, 3, 32_000, 32_008, 32_004);

    private static final Map<Integer, String> UNREAD_FILTERS = Map.of(
            4,
            "szip",
            5,
            "n-bit",
            6,
            "scale-offset",
            307,
            "bzip2",
            32_001,
            "Blosc",
            32_013,
            "zfp",
            32_015,
            "Zstandard");

    /// @param most how many bytes it may have
    /// @throws Refusal if its values are not read
    static Hdf5Dataset of(ObjectHeader header, long most) {
        Hdf5Type type =
                Hdf5Type.of(header.getMessageOfType(DataTypeMessage.class).getDataType());
        DataSpace space = header.getMessageOfType(DataSpaceMessage.class).getDataSpace();
        if (space.getType() == NULL_SPACE) {
            throw new Refusal("holds no values.");
        }
        List<Long> shape = Arrays.stream(space.getDimensionsAsLong()).boxed().toList();
        if (shape.size() > ChildAnswer.MOST_AXES) {
            throw new Refusal("has " + shape.size() + " axes; up to " + ChildAnswer.MOST_AXES + " are read.");
        }
        long bytes = type.width();
        for (long length : shape) {
            if (length < 0) {
                throw new Refusal("declares an axis of a negative length.");
            }
            long high = Math.multiplyHigh(bytes, length);
            bytes *= length;
            if (high != 0 || bytes < 0 || bytes > most) {
                throw new Refusal(
                        "declares more values than a file of this size can hold: its shape is " + shape + ".");
            }
        }
        if (type.isText() && shape.stream().filter(length -> length != 1).count() > 1) {
            throw new Refusal("holds text in several axes; lists of text are read.");
        }
        requireFilters(header);
        return new Hdf5Dataset(header, type, shape, bytes);
    }

    private static void requireFilters(ObjectHeader header) {
        for (FilterPipelineMessage message : header.getMessagesOfType(FilterPipelineMessage.class)) {
            for (FilterInfo filter : message.getFilters()) {
                if (!FILTERS.contains(filter.getId())) {
                    throw new Refusal("is packed with the filter "
                            + UNREAD_FILTERS.getOrDefault(filter.getId(), "number " + filter.getId())
                            + ", which is not read. Write it again with gzip or without a filter.");
                }
            }
        }
    }

    DataLayoutMessage layout() {
        return header.getMessageOfType(DataLayoutMessage.class);
    }

    /// Where the values lie in one piece; -1 if they do not, or were never written.
    ///
    /// @param base where the addresses of the file begin
    long offset(long base) {
        return layout() instanceof ContiguousDataLayoutMessage piece
                        && piece.getAddress() != UNDEFINED
                        && !type.isText()
                ? Math.addExact(piece.getAddress(), base)
                : -1;
    }
}
