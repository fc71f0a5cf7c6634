package org.histogrid.dataset;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/// A dataset in a list. `classes` are those of its first labeling.
public record DatasetItem(
        DatasetId id,
        String name,
        String model,
        int samples,
        int hookPoints,
        List<LabelClass> classes,
        long bytes,
        String createdBy,
        Instant createdAt,
        int usedIn)
        implements Serializable {

    public DatasetItem {
        classes = List.copyOf(classes);
    }
}
