package org.histogrid.dataset;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/// A dataset that was made of certain files, with those of them it shares.
public record SameFiles(DatasetId dataset, String name, String createdBy, Instant createdAt, List<DatasetSource> files)
        implements Serializable {

    public SameFiles {
        files = List.copyOf(files);
    }
}
