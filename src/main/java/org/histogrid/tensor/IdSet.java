package org.histogrid.tensor;

import java.util.concurrent.ThreadLocalRandom;

/// Tells whether a text was seen before, for millions of them in little memory: it keeps 64 bits of a hash of
/// each, seeded so that nobody can make two alike.
final class IdSet {

    static final int MOST = 5_000_000;

    private static final long PRIME = 0x100000001b3L;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private long[] slots = new long[1 << 10];
    private int size;

    int size() {
        return size;
    }

    /// @return whether it is new
    boolean add(String text) {
        if (2 * size >= slots.length) {
            grow();
        }
        boolean added = put(slots, hash(text));
        size += added ? 1 : 0;
        return added;
    }

    private static boolean put(long[] slots, long hash) {
        int at = (int) hash & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private long hash(String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 29;
        }
        hash *= 0xbf58476d1ce4e5b9L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
