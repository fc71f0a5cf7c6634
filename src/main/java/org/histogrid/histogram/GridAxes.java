package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.Row;
import org.histogrid.stats.Statistic;
import org.histogrid.stats.Ticks;

/// The ranges of the axes: each panel's own first, then those of the panels it shares an axis with.
final class GridAxes {

    private GridAxes() {}

    static Panel own(Panel panel) {
        var edges = panel.edges().orElseThrow();
        return panel.withAxes(new Axis(edges.low(), edges.high()), new Axis(0, panel.highest()));
    }

    static List<Row> share(List<Row> rows, HistogramSettings settings) {
        var x = new HashMap<Object, Axis>();
        var y = new HashMap<Object, Axis>();
        for (var r = 0; r < rows.size(); r++) {
            var panels = rows.get(r).panels();
            for (var c = 0; c < panels.size(); c++) {
                if (panels.get(c).edges().isPresent()) {
                    x.merge(key(settings.shareX(), r, c), panels.get(c).x(), Axis::spanning);
                    y.merge(key(settings.shareY(), r, c), panels.get(c).y(), Axis::spanning);
                }
            }
        }
        var shared = new ArrayList<Row>();
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            var panels = new ArrayList<Panel>();
            for (var c = 0; c < row.panels().size(); c++) {
                var panel = row.panels().get(c);
                panels.add(
                        panel.edges().isEmpty()
                                ? panel
                                : panel.withAxes(
                                        x.getOrDefault(key(settings.shareX(), r, c), Axis.UNIT),
                                        rounded(
                                                y.getOrDefault(key(settings.shareY(), r, c), Axis.UNIT),
                                                settings.stat())));
            }
            shared.add(new Row(row.provenance(), row.problem(), panels));
        }
        return shared;
    }

    private static Object key(AxisShare share, int row, int column) {
        return switch (share) {
            case NONE -> List.of(row, column);
            case ROW -> row;
            case COLUMN -> column;
            case GRID -> "grid";
        };
    }

    private static Axis rounded(Axis y, Statistic stat) {
        return new Axis(
                0,
                stat == Statistic.CUMULATIVE
                        ? 1
                        : Ticks.fromZero(y.high(), stat == Statistic.COUNT).high());
    }
}
