package org.histogrid.dataset;

import java.io.Serializable;

/// A column of the sample table; `type` is one of INTEGER, NUMBER, BOOLEAN, TEXT.
public record SampleColumn(String name, String type) implements Serializable {}
