package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Text;

/// What a panel draws, at its place.
///
/// @param row counted from 0
/// @param column counted from 0
/// @param below numbers of the horizontal axis, by the value they stand for
/// @param beside the same of the height axis; empty where the first panel of the row says them
record PlacedChart(
        int row, int column, StepChartSpec spec, AxisDrawing axes, Map<Double, Text> below, Map<Double, Text> beside) {

    static PlacedChart of(Style style, StepChartSpec spec, Frame frame, int row, int column) {
        var axes = AxisDrawing.of(style, spec, frame.plot(row, column));
        var columns = frame.columns();
        return new PlacedChart(
                row,
                column,
                spec,
                axes,
                axes.numbersBelow(columns.reachLeft(style, column), columns.reachRight(style, column)),
                columns.hasHeights(column) ? axes.numbersBeside() : Map.of());
    }

    List<Item> draw(Style style, MarkerKinds kinds) {
        var items = new ArrayList<>(new PanelDrawing(style, spec, axes).draw(kinds));
        var across = new ArrayList<>(axes.lines());
        across.addAll(below.values());
        items.add(Group.of("x-axis", across));
        if (!beside.isEmpty()) {
            items.add(Group.of("y-axis", List.copyOf(beside.values())));
        }
        return items;
    }
}
