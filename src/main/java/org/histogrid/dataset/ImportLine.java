package org.histogrid.dataset;

import java.io.Serializable;

/// An import in a list of all of them, with the name of who began it.
public record ImportLine(ImportStatus status, String by) implements Serializable {}
