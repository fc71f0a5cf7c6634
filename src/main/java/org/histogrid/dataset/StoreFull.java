package org.histogrid.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.histogrid.base.BadInput;

/// Tells a full disk from other failures, on the side of the files and on the side of the database.
final class StoreFull {

    /// PostgreSQL's class 53, insufficient resources: 53100 is disk_full.
    private static final String DISK_FULL = "53100";

    private StoreFull() {}

    static RuntimeException translate(IOException e, String file) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("not enough space")) {
            return new BadInput("The disk of the server is full: %s was not kept.".formatted(file), e).inFile(file);
        }
        return new UncheckedIOException(e);
    }

    static Optional<String> inWords(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return Optional.of("The disk of the database is full: nothing of this import was kept.");
            }
        }
        return Optional.empty();
    }
}
