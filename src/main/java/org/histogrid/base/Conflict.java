package org.histogrid.base;

import java.util.List;

/// The request is fine, but something that exists stands against it.
public final class Conflict extends RuntimeException {

    private final List<String> with;

    public Conflict(String sentence, List<String> with) {
        super(sentence);
        this.with = List.copyOf(with);
    }

    /// Names of what stands against it.
    public List<String> with() {
        return with;
    }
}
