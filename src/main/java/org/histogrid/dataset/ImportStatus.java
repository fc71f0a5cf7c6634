package org.histogrid.dataset;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An import as its owner and his colleagues see it.
public record ImportStatus(
        ImportId id,
        State state,
        String name,
        List<StagedFile> files,
        Optional<ImportSpec> spec,
        long done,
        long total,
        Optional<DatasetId> dataset,
        Optional<ImportReport> report,
        Optional<Problem> problem,
        boolean cancelling,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt)
        implements Serializable {

    public enum State {
        /// Files are being gathered and mapped; nothing runs yet.
        DRAFT,
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }

    public ImportStatus {
        files = List.copyOf(files);
    }

    /// A file as uploaded: the user's name for it, and the name it waits under.
    /// `sha256` is in hexadecimal, and empty where it was not kept.
    public record StagedFile(String name, String stored, long bytes, String sha256) implements Serializable {
        public StagedFile(String name, String stored, long bytes, @Nullable String sha256) {
            this.name = name;
            this.stored = stored;
            this.bytes = bytes;
            this.sha256 = sha256 == null ? "" : sha256;
        }

        DatasetSource toSource() {
            return new DatasetSource(name, bytes, sha256);
        }
    }

    /// Why an import failed, and where.
    public record Problem(String detail, @Nullable Map<String, Object> where) implements Serializable {
        public Problem {
            where = where == null ? Map.of() : Map.copyOf(where);
        }
    }

    public double share() {
        return total == 0 ? 0 : Math.min(1.0, (double) done / total);
    }
}
