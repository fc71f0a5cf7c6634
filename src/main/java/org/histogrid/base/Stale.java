package org.histogrid.base;

import java.time.Instant;

/// Somebody else saved in the meantime.
public final class Stale extends RuntimeException {

    private final String savedBy;
    private final Instant savedAt;

    public Stale(String savedBy, Instant savedAt) {
        super("%s saved another version at %s.".formatted(savedBy, savedAt));
        this.savedBy = savedBy;
        this.savedAt = savedAt;
    }

    public String savedBy() {
        return savedBy;
    }

    public Instant savedAt() {
        return savedAt;
    }
}
