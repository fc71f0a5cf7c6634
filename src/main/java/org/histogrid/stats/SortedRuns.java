package org.histogrid.stats;

/// The runs of two classes straight from the sorted values of single precision, without counts of each group.
/// Each entry is tagged with its group; the groups of the second class are odd.
final class SortedRuns {

    private final SingleOrder singles;
    private final long[] part;

    /// @param room for how many values
    SortedRuns(SingleOrder singles, int room) {
        this.singles = singles;
        part = new long[room];
    }

    /// @param n how many values are sorted
    /// @return how many runs there are
    int all(int n, ClassRuns made) {
        return singles.areDifferent() ? ofDifferent(singles.entries(), n, made) : ofAny(singles.entries(), n, made);
    }

    /// The same of the groups from one on and before another.
    int part(int n, int from, int to, ClassRuns made) {
        return ofAny(part, taken(n, from, to), made);
    }

    private int ofAny(long[] entries, int n, ClassRuns made) {
        var into = made.values();
        var first = made.upTo(0);
        var second = made.upTo(1);
        int upTo1 = 0;
        int run = -1;
        long last = -1;
        for (int i = 0; i < n; i++) {
            long entry = entries[i];
            long key = SingleOrder.key(entry);
            run += key == last ? 0 : 1;
            last = key;
            upTo1 += (int) entry & 1;
            into[run] = singles.value(entry);
            first[run + 1] = i + 1 - upTo1;
            second[run + 1] = upTo1;
        }
        return run + 1;
    }

    /// Each run is one value, which is the case of most neurons in single precision.
    private int ofDifferent(long[] entries, int n, ClassRuns made) {
        var into = made.values();
        var first = made.upTo(0);
        var second = made.upTo(1);
        int upTo1 = 0;
        for (int i = 0; i < n; i++) {
            long entry = entries[i];
            into[i] = singles.value(entry);
            upTo1 += (int) entry & 1;
            second[i + 1] = upTo1;
            first[i + 1] = i + 1 - upTo1;
        }
        return n;
    }

    /// Without a branch, for which values a part has cannot be foreseen.
    private int taken(int n, int from, int to) {
        var entries = singles.entries();
        int taken = 0;
        for (int i = 0; i < n; i++) {
            int group = SingleOrder.tag(entries[i]);
            part[taken] = entries[i];
            taken += ((from - 1 - group) & (group - to)) >>> 31;
        }
        return taken;
    }
}
