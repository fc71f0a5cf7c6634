package org.histogrid.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The content of a zip archive's members: stored ones where they lie, all others unpacked into one scratch
/// file.
final class ZipContent {

    private final Origin archive;
    private final Map<ZipMember, Integer> places;
    private final Packing packing;

    private ZipContent(Origin archive, Map<ZipMember, Integer> places, Packing packing) {
        this.archive = archive;
        this.places = places;
        this.packing = packing;
    }

    /// @param members the members that are wanted
    /// @param gzipped which of them hold a gzip file, whose content is wanted
    /// @throws UnreadableFile if they unpack to more than they may
    static ZipContent of(Origin archive, List<ZipMember> members, Predicate<ZipMember> gzipped) {
        Map<ZipMember, Integer> places = new HashMap<>();
        List<Packing.Member> packed = new ArrayList<>();
        for (ZipMember member : members) {
            boolean gzip = gzipped.test(member);
            if (member.problem().isEmpty() && (gzip || member.method() == ZipMember.DEFLATED)) {
                places.put(member, packed.size());
                packed.add(out -> unpack(archive, member, gzip, out));
            }
        }
        return new ZipContent(archive, places, Packing.of(archive, packed));
    }

    /// @throws Damaged if the member is, or is packed in a way that is not read
    MemorySegment of(ZipMember member) throws Damaged {
        if (!member.problem().isEmpty()) {
            throw new Damaged(member.problem());
        }
        Integer place = places.get(member);
        return place == null
                ? ZipDirectory.packed(archive, member)
                : packing.content(place)
                        .orElseThrow(() -> new Damaged(
                                "is damaged: it cannot be unpacked, or its checksum does not" + " fit its content."));
    }

    private static void unpack(Origin archive, ZipMember member, boolean gzip, OutputStream out) throws IOException {
        MemorySegment packed = ZipDirectory.packed(archive, member);
        try (InputStream raw = archive.member(archive.name(), "", packed).stream();
                InputStream plain = member.method() == ZipMember.DEFLATED ? new ZipInflated(raw, member) : raw) {
            if (gzip) {
                try (GzipInput unzipped = new GzipInput(plain)) {
                    unzipped.transferTo(out);
                }
            } else {
                plain.transferTo(out);
            }
        }
    }

    /// A deflated member, checked to its last byte.
    private static final class ZipInflated extends InputStream {

        private final Inflated packed;
        private final ZipMember member;

        ZipInflated(InputStream source, ZipMember member) {
            this.packed = new Inflated(source);
            this.member = member;
            packed.begin();
        }

        @Override
        public int read() throws Damaged {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws Damaged {
            int count = packed.read(target, offset, length);
            boolean ended = count < 0;
            if (packed.size() > member.size()
                    || (ended && (packed.size() < member.size() || packed.crc() != member.crc()))
                    || (ended && packed.frame() >= 0)) {
                throw new Damaged("is damaged: its content does not fit its size and checksum.");
            }
            return count;
        }

        @Override
        public void close() {
            packed.close();
        }
    }
}
