package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The headers of a tar archive: POSIX ustar and pax, and the long names of GNU tar.
final class TarDirectory {

    private static final int BLOCK = 512;

    private static final int MOST_MEMBERS = 100_000;

    /// For a long name or a pax header.
    private static final int MOST_EXTENSION = 1 << 20;

    private static final int MOST_NAME_BYTES = 16 << 20;

    /// A file in the archive.
    ///
    /// @param name  its path in the archive
    /// @param bytes its content
    record Member(String name, MemorySegment bytes) {}

    private final Origin origin;
    private final MemorySegment bytes;
    private final List<Member> members = new ArrayList<>();
    private long at;
    private long nameBytes;
    private @Nullable String longName;
    private @Nullable String longSize;

    private TarDirectory(Origin origin) {
        this.origin = origin;
        this.bytes = origin.bytes();
    }

    /// The files of an archive in its order, folders left out.
    ///
    /// @throws UnreadableFile if it is cut off or damaged, has more than 100,000 members or 16 MiB of names, or
    ///                        any that is no file and no folder
    static List<Member> read(Origin origin) {
        return origin.guarded(() -> new TarDirectory(origin).read());
    }

    private List<Member> read() {
        long headers = 0;
        while (true) {
            if (at > bytes.byteSize() - BLOCK) {
                throw origin.refused("is cut off: it has no end mark of a tar archive.");
            }
            byte[] header = block(at, BLOCK);
            if (empty(header)) {
                return members;
            }
            requireChecksum(header);
            if (++headers > 3L * MOST_MEMBERS) {
                throw tooMany();
            }
            at += BLOCK;
            long size = longSize == null || extension(header) ? number(header, 124, 12) : pax(longSize);
            if (size < 0 || size > bytes.byteSize() - at) {
                throw origin.refused("is cut off: a member of " + Sentences.grouped(Math.max(0, size))
                        + " bytes begins where " + Sentences.grouped(bytes.byteSize() - at) + " bytes are left.");
            }
            take(header, size);
            at += Math.min(bytes.byteSize() - at, (size + BLOCK - 1) / BLOCK * BLOCK);
        }
    }

    private static boolean extension(byte[] header) {
        return "LKxg".indexOf(header[156]) >= 0;
    }

    private void take(byte[] header, long size) {
        switch (header[156]) {
            case 'L' -> longName = text(extensionBytes(size), 0, (int) size);
            case 'x' -> attributes(extensionBytes(size));
            case 'K', 'g' -> extensionBytes(size);
            default -> {
                String name = longName == null ? name(header) : longName;
                longName = null;
                longSize = null;
                member(name, header[156], size);
            }
        }
    }

    private void member(String whole, byte type, long size) {
        String name = whole.startsWith("./") ? whole.substring(2) : whole;
        nameBytes += name.length();
        if (nameBytes > MOST_NAME_BYTES) {
            throw origin.refused("has member names of more than " + Sentences.grouped(MOST_NAME_BYTES) + " bytes.");
        }
        switch (type) {
            case 0, '0', '7' -> {
                if (!name.endsWith("/")) {
                    if (members.size() == MOST_MEMBERS) {
                        throw tooMany();
                    }
                    members.add(new Member(name, bytes.asSlice(at, size)));
                }
            }
            case '5' -> {
                // A folder, known by the files in it
            }
            case '1', '2' -> throw ArchiveMembers.noFile(origin, name, "a link");
            case '3', '4', '6' -> throw ArchiveMembers.noFile(origin, name, "a device");
            case 'S' -> throw ArchiveMembers.noFile(origin, name, "a sparse copy");
            default -> throw ArchiveMembers.noFile(origin, name, "of an unknown type");
        }
    }

    private byte[] extensionBytes(long size) {
        if (size > MOST_EXTENSION) {
            throw origin.refused("has a header of " + Sentences.grouped(size) + " bytes; up to "
                    + Sentences.grouped(MOST_EXTENSION) + " are read.");
        }
        return block(at, (int) size);
    }

    /// Lines of `length key=value`, the length that of the whole line.
    private void attributes(byte[] pax) {
        int from = 0;
        while (from < pax.length) {
            int space = from;
            int length = 0;
            while (space < pax.length && space < from + 8 && pax[space] >= '0' && pax[space] <= '9') {
                length = 10 * length + pax[space++] - '0';
            }
            int end = from + length;
            if (space >= pax.length || pax[space] != ' ' || end <= space + 1 || end > pax.length) {
                throw damaged();
            }
            String line = text(pax, space + 1, end - 1);
            int equals = line.indexOf('=');
            String value = line.substring(equals + 1);
            switch (line.substring(0, Math.max(0, equals))) {
                case "path" -> longName = value;
                case "size" -> longSize = value;
                default -> {
                    if (line.startsWith("GNU.sparse")) {
                        throw origin.refused("has members with holes (sparse). Pack it again without that.");
                    }
                }
            }
            from = end;
        }
    }

    private long pax(String size) {
        if (!size.matches("[0-9]{1,18}")) {
            throw damaged();
        }
        return Long.parseLong(size);
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        // GNU tar keeps times where POSIX keeps the beginning of a long path
        boolean posix = header[262] == 0;
        String prefix = posix ? text(header, 345, 500) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /// Up to the first zero.
    private static String text(byte[] bytes, int from, int limit) {
        int end = from;
        while (end < limit && bytes[end] != 0) {
            end++;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, end - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, end - from, ISO_8859_1);
        }
    }

    /// Octal digits, or a binary number marked by the first bit; -1 for one that is too large.
    private long number(byte[] header, int from, int length) {
        if ((header[from] & 0x80) != 0) {
            long number = 0;
            for (int i = from + 1; i < from + length; i++) {
                if (number >>> 54 != 0) {
                    return -1;
                }
                number = number << 8 | header[i] & 0xff;
            }
            return (header[from] & 0x7f) == 0 ? number : -1;
        }
        Optional<Long> octal = octal(text(header, from, from + length).strip());
        return octal.orElseThrow(this::damaged);
    }

    private static Optional<Long> octal(String digits) {
        return digits.matches("[0-7]{1,12}") ? Optional.of(Long.parseLong(digits, 8)) : Optional.empty();
    }

    private void requireChecksum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (number(header, 148, 8) != sum) {
            throw damaged();
        }
    }

    private static boolean empty(byte[] header) {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private byte[] block(long from, int length) {
        byte[] block = new byte[length];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, block, 0, length);
        return block;
    }

    private UnreadableFile tooMany() {
        return origin.refused("has more than " + Sentences.grouped(MOST_MEMBERS) + " members.");
    }

    private UnreadableFile damaged() {
        return origin.refused("is damaged: a header in the tar archive does not fit its checksum or is broken.");
    }
}
