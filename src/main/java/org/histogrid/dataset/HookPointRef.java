package org.histogrid.dataset;

import java.io.Serializable;

/// One hook point of one dataset.
public record HookPointRef(DatasetId dataset, int hookPoint) implements Serializable {}
