package org.histogrid.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads up to eight decimal digits at once, which lie in the bytes of a long, the first in the lowest.
final class Digits {

    /// So many digits fit a long.
    static final int MOST = 18;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ZEROS = 0x3030303030303030L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /// Lifts 10 and more to the high bit.
    private static final long BEYOND_NINE = 0x7676767676767676L;

    private static final long PAIRS = 0x000000ff000000ffL;
    private static final long FIRST_AND_THIRD_PAIR = 100L + (1_000_000L << 32);
    private static final long SECOND_AND_FOURTH_PAIR = 1L + (10_000L << 32);

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Digits() {}

    /// The next eight bytes, so changed that digits are 0 to 9.
    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at) ^ ZEROS;
    }

    /// How many digits the word begins with.
    static int count(long word) {
        long others = (((word & LOW_BITS) + BEYOND_NINE) | word) & HIGH_BITS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /// The number with the first digits of the word written behind it.
    static long append(long number, long word, int count) {
        // In two steps, since a shift by 64 is none
        int half = 4 * (Long.BYTES - count);
        long digits = word << half << half;
        long pairs = 10 * digits + (digits >>> 8);
        long eight =
                ((pairs & PAIRS) * FIRST_AND_THIRD_PAIR + ((pairs >>> 16) & PAIRS) * SECOND_AND_FOURTH_PAIR) >>> 32;
        return number * POWERS[count] + eight;
    }
}
