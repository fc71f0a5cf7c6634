package org.histogrid.dataset;

import java.io.Serializable;

/// One side of a labeling.
public record LabelClass(String name, int count) implements Serializable {}
