package org.histogrid.chart;

import java.util.List;

/// One axis of a chart: its ends, and the ticks exactly as they are to be drawn.
///
/// @param low the value at the left or lower end
/// @param high the value at the right or upper end, greater than `low`
/// @param ticks where ticks stand; those outside the ends are not drawn
/// @param tickLabels the text of each tick, as many as ticks
/// @param title what is measured, empty for none
/// @param logarithmic whether equal ratios are equally far apart; `low` must then be positive
public record AxisSpec(
        double low, double high, List<Double> ticks, List<String> tickLabels, String title, boolean logarithmic) {

    public AxisSpec {
        ticks = List.copyOf(ticks);
        tickLabels = List.copyOf(tickLabels);
        if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
            throw new IllegalArgumentException(
                    "An axis needs finite ends with low < high, got " + low + " and " + high);
        }
        if (logarithmic && low <= 0) {
            throw new IllegalArgumentException("A logarithmic axis needs a positive low end, got " + low);
        }
        if (ticks.size() != tickLabels.size()) {
            throw new IllegalArgumentException(ticks.size() + " ticks have " + tickLabels.size() + " labels");
        }
    }

    /// A linear axis whose labels are the ticks' own values, all with the same number of decimals.
    public AxisSpec(double low, double high, List<Double> ticks, String title) {
        this(low, high, ticks, TickLabels.of(ticks), title, false);
    }

    double drawnSpan() {
        return position(high) - position(low);
    }

    /// Where a value stands on the drawn, always linear scale.
    double position(double value) {
        return logarithmic ? Math.log10(Math.max(value, low)) : value;
    }
}
