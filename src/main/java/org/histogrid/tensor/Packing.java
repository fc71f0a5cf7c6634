package org.histogrid.tensor;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// Members of an archive unpacked one after another into one scratch file, so that tens of thousands of small
/// ones are one mapping. A damaged member takes none of the others with it.
final class Packing {

    /// Where each member begins in the scratch file, so that values of any type are aligned.
    private static final int ALIGNMENT = 64;

    private static final int INDEX_ENTRY = 16;

    private static final long DAMAGED = -1;

    /// Writes a member's content.
    @FunctionalInterface
    interface Member {
        void unpackTo(OutputStream out) throws IOException;
    }

    private final MemorySegment scratch;
    private final int count;

    private Packing(MemorySegment scratch, int count) {
        this.scratch = scratch;
        this.count = count;
    }

    /// Unpacks the members, unless this was done before.
    ///
    /// @throws UnreadableFile if they take more than they may
    static Packing of(Origin archive, List<Member> members) {
        if (members.isEmpty()) {
            return new Packing(MemorySegment.NULL, 0);
        }
        return new Packing(
                archive.mapScratch(archive.scratch("pack", out -> new Writer(out).write(members))), members.size());
    }

    /// The content of a member by its place in the list; empty if it is damaged.
    Optional<MemorySegment> content(int member) {
        long at = scratch.byteSize() - (long) INDEX_ENTRY * (count - member);
        long offset = scratch.get(Elements.longs(ByteOrder.LITTLE_ENDIAN), at);
        long length = scratch.get(Elements.longs(ByteOrder.LITTLE_ENDIAN), at + Long.BYTES);
        return offset == DAMAGED ? Optional.empty() : Optional.of(scratch.asSlice(offset, length));
    }

    /// Contents first, then for each member where it begins and how long it is.
    private static final class Writer extends FilterOutputStream {

        private long written;

        Writer(OutputStream out) {
            super(new BufferedOutputStream(out, 1 << 16));
        }

        void write(List<Member> members) throws IOException {
            long[] index = new long[2 * members.size()];
            for (int i = 0; i < members.size(); i++) {
                align();
                index[2 * i] = written;
                try {
                    members.get(i).unpackTo(this);
                    index[2 * i + 1] = written - index[2 * i];
                } catch (Damaged e) {
                    index[2 * i] = DAMAGED;
                }
            }
            for (long number : index) {
                for (int b = 0; b < Long.SIZE; b += Byte.SIZE) {
                    write((int) (number >>> b));
                }
            }
            flush();
        }

        private void align() throws IOException {
            while (written % ALIGNMENT != 0) {
                write(0);
            }
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            written += length;
        }
    }
}
