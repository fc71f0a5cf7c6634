package org.histogrid.stats;

/// Why a neuron is an outlier.
///
/// @param type in what way
/// @param number the neuron's own, see [Outliers#number]
/// @param cut what it was held against, see [OutlierCuts]
public record Outlier(OutlierType type, double number, double cut) {}
