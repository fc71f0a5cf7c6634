package org.histogrid.chart;

import java.util.List;

/// All that a plane of two values shows.
///
/// @param description the chart in words, for screen readers; numbers of what is drawn are added by themselves
/// @param unit what is counted, in the plural, such as `neurons`
/// @param x the horizontal axis, linear; its title is also what the tooltip calls the value
/// @param y the vertical axis, linear; likewise
/// @param marks points, or cells
/// @param lines lines over the marks
public record PlaneSpec(
        String description, String unit, AxisSpec x, AxisSpec y, PlaneMarks marks, List<ReferenceLine> lines) {

    public PlaneSpec {
        lines = List.copyOf(lines);
        if (x.logarithmic() || y.logarithmic()) {
            throw new IllegalArgumentException("The axes of a plane are linear");
        }
    }
}
