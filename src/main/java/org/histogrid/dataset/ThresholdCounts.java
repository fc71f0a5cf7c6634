package org.histogrid.dataset;

/// How a threshold divides samples: those from it on, those below, and those without a score.
public record ThresholdCounts(int above, int below, int leftOut) {}
