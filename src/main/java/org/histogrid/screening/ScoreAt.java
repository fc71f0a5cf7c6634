package org.histogrid.screening;

import java.io.Serializable;
import org.histogrid.stats.Split;

/// A column of a split of the samples.
///
/// @param split the samples it is about
/// @param column what is said of them
public record ScoreAt(Split split, ProfileColumn column) implements Serializable {}
