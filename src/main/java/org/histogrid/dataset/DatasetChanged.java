package org.histogrid.dataset;

/// A dataset or one of its labelings was added, renamed or deleted.
public record DatasetChanged(DatasetId dataset) {}
