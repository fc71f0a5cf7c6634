package org.histogrid.dataset;

import java.io.Serializable;
import java.time.Instant;

/// One line of what happened in an import.
public record ImportLogLine(Instant at, Level level, String line) implements Serializable {

    public enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
