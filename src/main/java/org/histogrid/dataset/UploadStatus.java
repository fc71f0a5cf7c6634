package org.histogrid.dataset;

import java.time.Instant;

/// How far a file that is sent in pieces has come. `metadata` is what its sender said of it, as he wrote it.
public record UploadStatus(UploadId id, String name, String metadata, long length, long offset, Instant expires) {

    public boolean isComplete() {
        return offset == length;
    }
}
