package org.histogrid.chart;

/// What stands in a plane: points, or counts of points where there are too many of them.
public sealed interface PlaneMarks permits PlanePoints, PlaneCells {}
