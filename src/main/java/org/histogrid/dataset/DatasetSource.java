package org.histogrid.dataset;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A file a dataset was made of. `sha256` is in hexadecimal, and empty where it is not known.
public record DatasetSource(String name, long bytes, String sha256) implements Serializable {

    public DatasetSource(String name, long bytes, @Nullable String sha256) {
        this.name = name;
        this.bytes = bytes;
        this.sha256 = sha256 == null ? "" : sha256;
    }
}
