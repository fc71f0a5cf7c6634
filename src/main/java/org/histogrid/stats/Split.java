package org.histogrid.stats;

import java.util.Arrays;
import java.util.Optional;

/// Which samples a score is of. A ranking that is made and read on the same samples flatters its first
/// places: ranks come from the discovery half, and the held-out half says what is left of them.
public enum Split {
    /// All samples that are in a class.
    ALL("all"),
    /// Those that [SampleHalves] puts into the first half.
    DISCOVERY("discovery"),
    /// All others.
    HELD_OUT("held-out");

    private final String key;

    Split(String key) {
        this.key = key;
    }

    /// The name in the REST interface, such as `held-out`.
    public String key() {
        return key;
    }

    /// The split of that name, if there is one.
    public static Optional<Split> named(String key) {
        return Arrays.stream(values()).filter(split -> split.key.equals(key)).findFirst();
    }
}
