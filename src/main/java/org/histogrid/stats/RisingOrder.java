package org.histogrid.stats;

import java.util.Arrays;

/// The finite values of an array in rising order, each with the place it came from. Keeps its buffers from
/// one array to the next, so it is cheap to sort many of the same length; not for use by several threads.
///
/// A radix sort from the least significant digit (Knuth, The Art of Computer Programming 3, 5.2.5, algorithm
/// R) over those bits only in which the values differ: half precision takes two passes, single precision
/// four, whatever type they come in.
final class RisingOrder {

    private static final int MOST_DIGIT_BITS = 11;

    private long[] keys = {};
    private int[] places = {};
    private long[] spareKeys = {};
    private int[] sparePlaces = {};
    private final int[] starts = new int[1 << MOST_DIGIT_BITS];
    private long least;

    /// Replaces what was sorted before. The array is left as it is.
    ///
    /// @return how many values are finite
    int sort(double[] values) {
        reserve(values.length);
        int n = 0;
        long min = Long.MAX_VALUE;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                long key = key(value);
                min = Math.min(min, key);
                keys[n] = key;
                places[n++] = i;
            }
        }
        least = min;
        long used = 0;
        for (int i = 0; i < n; i++) {
            keys[i] -= min;
            used |= keys[i];
        }
        if (used != 0) {
            sortDigits(n, Long.numberOfTrailingZeros(used), Long.SIZE - Long.numberOfLeadingZeros(used));
        }
        return n;
    }

    /// @param rank 0 for the least value; zeros come without their sign
    double value(int rank) {
        return value(keys[rank] + least);
    }

    /// The index a value had in the array; of equal values the first comes first.
    int place(int rank) {
        return places[rank];
    }

    /// The rank after the last value equal to the one at a rank.
    ///
    /// @param n what [#sort] answered
    int endOfTie(int rank, int n) {
        long key = keys[rank];
        int end = rank + 1;
        while (end < n && keys[end] == key) {
            end++;
        }
        return end;
    }

    /// Orders doubles as signed integers, both zeros alike. Negating keeps the zero bits at the end of a
    /// number that a shorter type could hold, which flipping all bits would not.
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key < 0 ? Long.MIN_VALUE - key : key);
    }

    private void sortDigits(int n, int firstBit, int endBit) {
        int bits = endBit - firstBit;
        int passes = (bits + MOST_DIGIT_BITS - 1) / MOST_DIGIT_BITS;
        int digitBits = (bits + passes - 1) / passes;
        for (int pass = 0; pass < passes; pass++) {
            sortDigit(n, firstBit + pass * digitBits, (1 << digitBits) - 1);
        }
    }

    private void sortDigit(int n, int shift, int mask) {
        Arrays.fill(starts, 0, mask + 1, 0);
        for (int i = 0; i < n; i++) {
            starts[(int) (keys[i] >>> shift) & mask]++;
        }
        int start = 0;
        for (int digit = 0; digit <= mask; digit++) {
            int count = starts[digit];
            starts[digit] = start;
            start += count;
        }
        for (int i = 0; i < n; i++) {
            long key = keys[i];
            int to = starts[(int) (key >>> shift) & mask]++;
            spareKeys[to] = key;
            sparePlaces[to] = places[i];
        }
        var sortedKeys = spareKeys;
        spareKeys = keys;
        keys = sortedKeys;
        var sortedPlaces = sparePlaces;
        sparePlaces = places;
        places = sortedPlaces;
    }

    private void reserve(int n) {
        if (keys.length < n) {
            keys = new long[n];
            spareKeys = new long[n];
            places = new int[n];
            sparePlaces = new int[n];
        }
    }
}
