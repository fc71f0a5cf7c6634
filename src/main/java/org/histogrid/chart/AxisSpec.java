package org.histogrid.chart;

import java.util.List;
import org.histogrid.stats.Ticks;

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

    private static final double ROOM = 0.03;
    private static final double LEAST_ROOM = 0.5;
    private static final int WANTED_TICKS = 5;

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

    /// A linear axis that holds two values with a little room beside them, so that a point at an end is drawn whole.
    ///
    /// @param low finite
    /// @param high finite, not below `low`; where they are equal the axis reaches some way to both sides
    public static AxisSpec around(double low, double high, String title) {
        var room = low == high ? Math.max(Math.abs(low) / 2, LEAST_ROOM) : ROOM * (high - low);
        var from = low - room;
        var to = high + room;
        return new AxisSpec(from, to, Ticks.ticks(from, to, WANTED_TICKS), title);
    }

    /// A linear axis from zero to the first tick at or above `max`.
    ///
    /// @param wholeNumbers ticks must be whole, as for counts
    public static AxisSpec fromZero(double max, boolean wholeNumbers, String title) {
        var axis = Ticks.fromZero(max, wholeNumbers);
        return new AxisSpec(0, axis.high(), axis.ticks(), title);
    }

    double drawnSpan() {
        return position(high) - position(low);
    }

    /// Where a value stands on the drawn, always linear scale.
    double position(double value) {
        return logarithmic ? Math.log10(Math.max(value, low)) : value;
    }
}
