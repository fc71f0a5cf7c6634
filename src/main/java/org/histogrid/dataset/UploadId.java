package org.histogrid.dataset;

import java.io.Serializable;
import java.util.UUID;

/// A file that is sent in pieces.
public record UploadId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
