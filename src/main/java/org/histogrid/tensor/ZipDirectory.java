package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The directory at the end of a zip archive, with or without zip64 records and bytes before the archive.
///
/// It is read here and not by a library because its size has to be bounded before anything is kept of it: a
/// directory may list tens of millions of members.
final class ZipDirectory {

    static final int MOST_MEMBERS = 100_000;

    private static final int MOST_NAME_BYTES = 16 << 20;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final long NONE_32 = 0xffff_ffffL;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int UNIX = 3;

    private final Origin origin;
    private final MemorySegment bytes;
    private long entries;
    private long start;
    private long end;
    private long shift;
    private int nameBytes;

    private ZipDirectory(Origin origin) {
        this.origin = origin;
        this.bytes = origin.bytes();
    }

    /// The files of an archive in the order of the directory, folders left out.
    ///
    /// @throws UnreadableFile if it is cut off or damaged, has parts elsewhere, more than 100,000 members or
    ///                        16 MiB of names, a name twice, members that overlap, or any that is encrypted
    static List<ZipMember> read(Origin origin) {
        return origin.guarded(() -> new ZipDirectory(origin).read());
    }

    /// A member's bytes as they lie in the archive.
    ///
    /// @throws Damaged if the member's own header is not where and what the directory says
    static MemorySegment packed(Origin origin, ZipMember member) throws Damaged {
        return origin.guarded(() -> new ZipDirectory(origin).locate(member))
                .orElseThrow(() ->
                        new Damaged("is damaged: its header in the archive is not what the archive's directory says."));
    }

    private List<ZipMember> read() {
        findEnd();
        if (entries > MOST_MEMBERS) {
            throw origin.refused("has " + Sentences.grouped(entries) + " members; up to "
                    + Sentences.grouped(MOST_MEMBERS) + " are read.");
        }
        List<ZipMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long at = start;
        for (long i = 0; i < entries; i++) {
            require(at <= end - ENTRY_BYTES && int32(at) == ENTRY);
            long next = at + ENTRY_BYTES + int16(at + 28) + int16(at + 30) + int16(at + 32);
            require(next <= end);
            ZipMember member = member(at);
            if (!names.add(member.name())) {
                throw origin.refused("has two members named " + Sentences.quoted(member.name()) + ".");
            }
            members.add(member);
            at = next;
        }
        require(at == end);
        requireNoOverlap(members);
        members.removeIf(member -> member.name().endsWith("/"));
        return members;
    }

    private void findEnd() {
        long at = endRecord();
        entries = int16(at + 10);
        long size = unsigned32(at + 12);
        long offset = unsigned32(at + 16);
        long disks = int16(at + 4) | int16(at + 6);
        end = at;
        long locator = at - LOCATOR_64_BYTES;
        if (locator >= END_64_BYTES && int32(locator) == LOCATOR_64) {
            long record = locator - END_64_BYTES;
            require(int32(record) == END_64);
            entries = int64(record + 32);
            size = int64(record + 40);
            offset = int64(record + 48);
            disks = int32(record + 16) | int32(record + 20);
            end = record;
        }
        if (disks != 0) {
            throw origin.refused("is one part of a zip archive of several parts. Join them first.");
        }
        require(entries >= 0 && size >= 0 && size <= end);
        start = end - size;
        // Bytes before the archive shift every offset in it
        shift = start - offset;
        require(offset >= 0 && shift >= 0);
    }

    private long endRecord() {
        long last = bytes.byteSize() - END_BYTES;
        for (long at = last; at >= Math.max(0, last - 0xffff); at--) {
            if (int32(at) == END && int16(at + 20) == last - at) {
                return at;
            }
        }
        throw origin.refused("is cut off or no zip archive: it does not end with the directory of one.");
    }

    private ZipMember member(long at) {
        int length = int16(at + 28);
        nameBytes += length;
        if (nameBytes > MOST_NAME_BYTES) {
            throw origin.refused("has member names of more than " + Sentences.grouped(MOST_NAME_BYTES) + " bytes.");
        }
        String name = name(at + ENTRY_BYTES, length);
        if ((int16(at + 8) & ENCRYPTED) != 0) {
            throw origin.refused(
                    "has the encrypted member " + Sentences.quoted(name) + ". Save it without a password.");
        }
        long[] sizes = {unsigned32(at + 24), unsigned32(at + 20), unsigned32(at + 42)};
        long extra = at + ENTRY_BYTES + length;
        wide(sizes, extra, extra + int16(at + 30));
        require(sizes[0] >= 0 && sizes[1] >= 0 && sizes[2] >= 0 && sizes[2] <= start - shift);
        boolean unix = int16(at + 4) >>> 8 == UNIX;
        int kind = unix ? (int) (unsigned32(at + 38) >>> 28) : 0;
        boolean ordinary = kind == 0 || kind == 4 || kind == 8;
        return new ZipMember(name, int16(at + 10), unsigned32(at + 16), sizes[1], sizes[0], sizes[2] + shift, ordinary);
    }

    /// Sizes and offset of 64 bits, for those that do not fit into 32.
    private void wide(long[] sizes, long from, long to) {
        long at = from;
        while (at <= to - 4) {
            int length = int16(at + 2);
            long next = at + 4 + length;
            require(next <= to);
            if (int16(at) == 1) {
                long field = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == NONE_32) {
                        require(field <= next - 8);
                        sizes[i] = int64(field);
                        field += 8;
                    }
                }
                return;
            }
            at = next;
        }
    }

    private String name(long at, int length) {
        byte[] name = new byte[length];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, name, 0, length);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            return new String(name, ISO_8859_1);
        }
    }

    private void requireNoOverlap(List<ZipMember> members) {
        List<ZipMember> inOrder = new ArrayList<>(members);
        inOrder.sort(Comparator.comparingLong(ZipMember::header));
        for (int i = 0; i < inOrder.size(); i++) {
            ZipMember member = inOrder.get(i);
            long next = i + 1 < inOrder.size() ? inOrder.get(i + 1).header() : start;
            require(member.packed() <= next - member.header() - LOCAL_BYTES);
        }
    }

    private Optional<MemorySegment> locate(ZipMember member) {
        long at = member.header();
        if (at <= bytes.byteSize() - LOCAL_BYTES && int32(at) == LOCAL) {
            long data = at + LOCAL_BYTES + int16(at + 26) + int16(at + 28);
            if (data <= bytes.byteSize() - member.packed()
                    && name(at + LOCAL_BYTES, int16(at + 26)).equals(member.name())
                    && int16(at + 8) == member.method()) {
                return Optional.of(bytes.asSlice(data, member.packed()));
            }
        }
        return Optional.empty();
    }

    private int int16(long at) {
        return Short.toUnsignedInt(bytes.get(Elements.shorts(ByteOrder.LITTLE_ENDIAN), at));
    }

    private int int32(long at) {
        return bytes.get(Elements.ints(ByteOrder.LITTLE_ENDIAN), at);
    }

    private long unsigned32(long at) {
        return Integer.toUnsignedLong(int32(at));
    }

    private long int64(long at) {
        return bytes.get(Elements.longs(ByteOrder.LITTLE_ENDIAN), at);
    }

    private void require(boolean sound) {
        if (!sound) {
            throw origin.refused("is damaged: the directory of the zip archive does not fit the file.");
        }
    }
}
