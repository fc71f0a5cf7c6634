package org.histogrid.stats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The finite values of single precision of the samples that have a tag, in rising order, each with that tag.
/// Keeps its buffers from one payload to the next; not for use by several threads.
///
/// The bits of floats are made to integers of the same order. Two passes of a radix sort over the 22 uppermost
/// of the bits in which they differ leave next to nothing out of place, and an insertion sort sees to that.
/// Where it would have to move much (most values close together, and one far away), passes over the other bits
/// are made instead.
final class SingleOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int SIZE_BITS = 0x7FFF_FFFF;
    private static final int INFINITY = 0x7F80_0000;

    /// An entry has the tag in its lower bits, and above it the 32 bits of the key
    private static final int TAG_BITS = 31;

    /// Moves of the insertion sort, a value on average, that cost as much as the passes they save
    private static final int MOST_MOVES = 4;

    private int[] keys = {};
    private int[] tags = {};
    private long[] entries = {};
    private long[] spare = {};
    private final int[] lowStarts = new int[DIGITS];
    private final int[] highStarts = new int[DIGITS];
    private int least;
    private boolean different;

    /// Replaces what was sorted before.
    ///
    /// @param payload little-endian
    /// @param tagOf of each value; those with a negative one are left out
    /// @return how many values are finite and have a tag
    int sort(byte[] payload, int[] tagOf) {
        reserve(tagOf.length);
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(keys, 0, tagOf.length);
        int n = take(tagOf);
        if (n > 0) {
            int min = Integer.MAX_VALUE;
            int max = Integer.MIN_VALUE;
            for (int i = 0; i < n; i++) {
                min = Math.min(min, keys[i]);
                max = Math.max(max, keys[i]);
            }
            least = min;
            sort(n, Integer.SIZE - Integer.numberOfLeadingZeros(max - min));
        }
        return n;
    }

    /// Makes keys of the values and puts those to be sorted to the front, with their tags.
    private int take(int[] tagOf) {
        int n = tagOf.length;
        int greatest = 0;
        int leastTag = 0;
        for (int i = 0; i < n; i++) {
            int bits = keys[i];
            int size = bits & SIZE_BITS;
            int sign = bits >> 31;
            // The sign of zero is lost here
            keys[i] = (size ^ sign) - sign;
            greatest = Math.max(greatest, size);
            leastTag = Math.min(leastTag, tagOf[i]);
        }
        if (greatest < INFINITY && leastTag >= 0) {
            System.arraycopy(tagOf, 0, tags, 0, n);
            return n;
        }
        int taken = 0;
        for (int i = 0; i < n; i++) {
            int key = keys[i];
            int tag = tagOf[i];
            keys[taken] = key;
            tags[taken] = tag;
            // Both are negative where the value is to be taken. Not a branch, for it could not be foreseen
            taken += ((Math.abs(key) - INFINITY) & ~tag) >>> 31;
        }
        return taken;
    }

    /// @param width how many bits of the keys differ
    private void sort(int n, int width) {
        int highBits = Math.min(DIGIT_BITS, (width + 1) / 2);
        int highShift = width - highBits;
        int lowBits = Math.min(DIGIT_BITS, highShift);
        int lowShift = highShift - lowBits;
        int lowMask = (1 << lowBits) - 1;
        Arrays.fill(lowStarts, 0, lowMask + 1, 0);
        Arrays.fill(highStarts, 0, 1 << highBits, 0);
        for (int i = 0; i < n; i++) {
            int key = keys[i] - least;
            keys[i] = key;
            lowStarts[key >>> lowShift & lowMask]++;
            highStarts[key >>> highShift]++;
        }
        startOf(lowStarts, lowMask + 1);
        startOf(highStarts, 1 << highBits);
        for (int i = 0; i < n; i++) {
            int key = keys[i];
            spare[lowStarts[key >>> lowShift & lowMask]++] = (key & 0xFFFF_FFFFL) << TAG_BITS | tags[i];
        }
        for (int i = 0; i < n; i++) {
            long entry = spare[i];
            entries[highStarts[(int) (entry >>> TAG_BITS + highShift)]++] = entry;
        }
        different = false;
        if (lowShift > 0 && !insert(n)) {
            different = false;
            for (int shift = 0; shift < width; shift += DIGIT_BITS) {
                sortDigit(n, TAG_BITS + shift);
            }
        }
    }

    /// @return false where it was given up, with all entries there but not in order
    private boolean insert(int n) {
        long moves = (long) MOST_MOVES * n;
        long last = -1;
        int same = 0;
        for (int i = 0; i < n; i++) {
            long entry = entries[i];
            long key = entry >>> TAG_BITS;
            if (key >= last) {
                same += key == last ? 1 : 0;
                last = key;
                continue;
            }
            int to = i;
            while (to > 0 && entries[to - 1] >>> TAG_BITS > key) {
                entries[to] = entries[to - 1];
                to--;
            }
            entries[to] = entry;
            same += to > 0 && entries[to - 1] >>> TAG_BITS == key ? 1 : 0;
            moves -= i - to;
            if (moves < 0) {
                return false;
            }
        }
        different = same == 0;
        return true;
    }

    private void sortDigit(int n, int shift) {
        var starts = lowStarts;
        Arrays.fill(starts, 0);
        for (int i = 0; i < n; i++) {
            starts[(int) (entries[i] >>> shift) & DIGITS - 1]++;
        }
        startOf(starts, DIGITS);
        for (int i = 0; i < n; i++) {
            long entry = entries[i];
            spare[starts[(int) (entry >>> shift) & DIGITS - 1]++] = entry;
        }
        var sorted = spare;
        spare = entries;
        entries = sorted;
    }

    /// Makes of the counts of digits the place where each begins.
    private static void startOf(int[] counts, int digits) {
        int start = 0;
        for (int digit = 0; digit < digits; digit++) {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }
    }

    /// What was sorted, for [#key], [#tag] and [#value]; kept, not copied.
    long[] entries() {
        return entries;
    }

    /// Whether it is known that no two values are equal.
    boolean areDifferent() {
        return different;
    }

    /// Equal for equal values, greater for greater ones.
    static long key(long entry) {
        return entry >>> TAG_BITS;
    }

    static int tag(long entry) {
        return (int) entry & Integer.MAX_VALUE;
    }

    /// Zeros come without their sign.
    double value(long entry) {
        int key = (int) (entry >>> TAG_BITS) + least;
        int sign = key >> 31;
        return Float.intBitsToFloat((key ^ sign) - sign | sign & ~SIZE_BITS);
    }

    private void reserve(int n) {
        if (keys.length < n) {
            keys = new int[n];
            tags = new int[n];
            entries = new long[n];
            spare = new long[n];
        }
    }
}
