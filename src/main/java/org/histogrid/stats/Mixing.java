package org.histogrid.stats;

/// Numbers that look random and are the same for ever: what is stored beside them stays true with the next
/// Java.
final class Mixing {

    /// The increment of SplitMix64: 2^64 through the golden ratio, odd
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    /// A stream of numbers: SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
    /// generators, 2014, figure 16).
    Mixing(long seed) {
        state = seed;
    }

    /// The mixer of SplitMix64, variant 13 of Stafford: one number for each number, and all bits of the one
    /// depend on all bits of the other.
    static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// FNV-1a of 64 bits (RFC 9923) over some bytes, its end mixed with a seed.
    static long hash(byte[] bytes, long seed) {
        long hash = FNV_OFFSET;
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xFF)) * FNV_PRIME;
        }
        return mix(hash ^ mix(seed + GOLDEN));
    }

    /// 0 to `bound - 1`, each as likely: the upper half of a product, drawn again where that would favour
    /// some (Lemire, Fast random integer generation in an interval, 2019).
    int below(int bound) {
        long product = (next() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long unfair = (1L << 32) % bound;
            while (low < unfair) {
                product = (next() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }
}
