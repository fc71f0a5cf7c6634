package org.histogrid.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/// Strict UTF-8 without zero characters, which PostgreSQL cannot store.
final class Utf8 {

    static final String INVALID = "is no valid UTF-8 text";
    static final String ZERO = "holds a zero character (NUL)";

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /// What is wrong with some text, if anything is.
    static Optional<String> problem(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = behindAscii(bytes, at, to);
            if (at < to) {
                if (bytes[at] == 0) {
                    return Optional.of(ZERO);
                }
                int length = length(bytes, at, to);
                if (length == 0) {
                    return Optional.of(INVALID);
                }
                at += length;
            }
        }
        return Optional.empty();
    }

    /// The first byte that is zero or no ASCII.
    private static int behindAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long word = (long) LONGS.get(bytes, at);
            if ((((word - ONES) | word) & HIGH_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    /// Bytes of the character that begins here; 0 if it is none.
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean valid = switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
        return valid ? length : 0;
    }
}
