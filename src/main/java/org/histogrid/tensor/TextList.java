package org.histogrid.tensor;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// Many texts in little memory: their bytes one behind the other, made texts again one by one.
final class TextList extends AbstractList<String> implements RandomAccess {

    static final long MOST_BYTES = 128L << 20;

    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final Origin origin;
    private final String column;
    private final List<byte[]> chunks = new ArrayList<>();
    private final int[] ends;
    private int size;
    private long bytes;

    private TextList(Origin origin, String column, int rows) {
        this.origin = origin;
        this.column = column;
        this.ends = new int[rows];
    }

    /// An empty list for the cells of a column.
    ///
    /// @throws UnreadableFile if there are more than 20,000,000 rows
    static TextList of(Origin origin, String column, long rows) {
        if (rows > TensorVector.MOST_VALUES) {
            throw origin.refused("has " + Sentences.grouped(rows) + " rows; a list of labels or ids may hold up to "
                    + Sentences.grouped(TensorVector.MOST_VALUES) + ".");
        }
        return new TextList(origin, column, (int) rows);
    }

    void append(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        append(encoded, 0, encoded.length);
    }

    /// Takes a cell as its UTF-8 bytes.
    ///
    /// @throws UnreadableFile if the texts take more than 128 MiB
    void append(byte[] from, int offset, int length) {
        if (bytes + length > MOST_BYTES) {
            throw new UnreadableFile(
                    origin.name(),
                    "holds too much text in the column " + Sentences.quoted(column) + ".",
                    size + 1L,
                    column);
        }
        int done = 0;
        while (done < length) {
            int at = (int) (bytes & (CHUNK - 1));
            if (at == 0) {
                chunks.add(new byte[CHUNK]);
            }
            int count = Math.min(length - done, CHUNK - at);
            System.arraycopy(from, offset + done, chunks.getLast(), at, count);
            done += count;
            bytes += count;
        }
        ends[size++] = (int) bytes;
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, size);
        int start = index == 0 ? 0 : ends[index - 1];
        int length = ends[index] - start;
        if (length == 0) {
            return "";
        }
        int at = start & (CHUNK - 1);
        if (at + length <= CHUNK) {
            return new String(chunks.get(start >>> CHUNK_BITS), at, length, StandardCharsets.UTF_8);
        }
        byte[] joined = new byte[length];
        for (int done = 0; done < length; ) {
            int position = start + done;
            int count = Math.min(length - done, CHUNK - (position & (CHUNK - 1)));
            System.arraycopy(chunks.get(position >>> CHUNK_BITS), position & (CHUNK - 1), joined, done, count);
            done += count;
        }
        return new String(joined, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }
}
