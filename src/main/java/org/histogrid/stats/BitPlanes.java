package org.histogrid.stats;

import java.util.Arrays;

/// Numbers turned on their side: the first bits of all of them, the second bits of all, and so on. The sum of
/// those that a set of bits picks out is then a count of common bits for each plane.
final class BitPlanes {

    /// Planes that are gone through together
    private static final int ABREAST = 4;

    /// Longs of each plane that are gone through for all sets of bits before the next, so that the planes stay
    /// in the nearest cache and the sets in the second
    private static final int BLOCK = 128;

    private final int words;
    private long[] planes = {};
    private int count;
    private int shift;

    /// @param numbers how many there are
    BitPlanes(int numbers) {
        words = words(numbers);
    }

    /// How many longs hold a bit for each of so many.
    static int words(int numbers) {
        return (numbers + Long.SIZE - 1) / Long.SIZE;
    }

    /// Takes numbers in place of those before; negative ones count as 0.
    void read(int[] numbers) {
        int used = 0;
        for (int number : numbers) {
            used |= Math.max(number, 0);
        }
        // Ranks without ties are even
        shift = used == 0 ? 0 : Integer.numberOfTrailingZeros(used);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(used >>> shift);
        count = (bits + ABREAST - 1) / ABREAST * ABREAST;
        int bytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
        if (planes.length < bytes * Byte.SIZE * words) {
            planes = new long[bytes * Byte.SIZE * words];
        }
        Arrays.fill(planes, 0, bytes * Byte.SIZE * words, 0);
        for (int first = 0; first < numbers.length; first += Byte.SIZE) {
            for (int part = 0; part < bytes; part++) {
                long eight = 0;
                int end = Math.min(first + Byte.SIZE, numbers.length);
                for (int i = first; i < end; i++) {
                    long one = Math.max(numbers[i], 0) >>> shift + part * Byte.SIZE & 0xFF;
                    eight |= one << (i - first) * Byte.SIZE;
                }
                put(transposed(eight), part * Byte.SIZE, first);
            }
        }
    }

    private void put(long eight, int plane, int first) {
        int word = first / Long.SIZE;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            planes[(plane + bit) * words + word] |= (eight >>> bit * Byte.SIZE & 0xFF) << first;
        }
    }

    /// A matrix of 8 x 8 bits, a byte a row, with its rows as columns (Warren, Hacker's Delight, 7-3).
    private static long transposed(long matrix) {
        long x = matrix;
        long swapped = (x ^ x >>> 7) & 0x00AA_00AA_00AA_00AAL;
        x ^= swapped ^ swapped << 7;
        swapped = (x ^ x >>> 14) & 0x0000_CCCC_0000_CCCCL;
        x ^= swapped ^ swapped << 14;
        swapped = (x ^ x >>> 28) & 0x0000_0000_F0F0_F0F0L;
        return x ^ swapped ^ swapped << 28;
    }

    /// The sums of the numbers that sets of bits pick out.
    ///
    /// @param sets one after the other, each of as many longs as there are in a plane
    /// @param sums takes one a set
    void sums(long[] sets, long[] sums) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < words; from += BLOCK) {
            int length = Math.min(BLOCK, words - from);
            for (int set = 0; set < sums.length; set++) {
                for (int plane = 0; plane < count; plane += ABREAST) {
                    sums[set] += abreast(sets, set * words + from, plane, from, length) << plane + shift;
                }
            }
        }
    }

    private long abreast(long[] sets, int fromSet, int plane, int from, int length) {
        int at0 = plane * words + from;
        int at1 = at0 + words;
        int at2 = at1 + words;
        int at3 = at2 + words;
        int sum0 = 0;
        int sum1 = 0;
        int sum2 = 0;
        int sum3 = 0;
        for (int i = 0; i < length; i++) {
            long set = sets[fromSet + i];
            sum0 += Long.bitCount(planes[at0 + i] & set);
            sum1 += Long.bitCount(planes[at1 + i] & set);
            sum2 += Long.bitCount(planes[at2 + i] & set);
            sum3 += Long.bitCount(planes[at3 + i] & set);
        }
        return sum0 + 2L * sum1 + 4L * sum2 + 8L * sum3;
    }
}
