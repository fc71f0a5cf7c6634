package org.histogrid.dataset;

/// One labeling of one dataset.
public record LabelingRef(DatasetId dataset, LabelingId labeling) {}
