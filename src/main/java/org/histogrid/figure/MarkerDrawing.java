package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import org.histogrid.chart.Marker;
import org.histogrid.figure.Drawing.Anchor;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Text;

/// Draws hairlines, and their values where there is room for them; the legend says what they mark.
record MarkerDrawing(Style style, Box plot, PaperAxis x, MarkerKinds kinds) {

    /// Share of the plot's height that labels take at most.
    private static final double LABELLED = 0.7;

    private static final double GAP = 0.25;

    List<Item> draw(List<Marker> markers) {
        var items = new ArrayList<Item>();
        var labels = new ArrayList<Text>();
        for (var marker : markers) {
            if (x.holds(marker.at())) {
                var at = x.at(marker.at());
                var pen = style.markerPen(marker.colour(), kinds.position(marker));
                items.add(new Line(at, plot.top(), at, plot.bottom(), pen));
                label(marker, at, pen.colour(), labels);
            }
        }
        items.addAll(labels);
        return items;
    }

    /// On the first line where it fits, right of the hairline or else left of it.
    private void label(Marker marker, double at, String colour, List<Text> others) {
        var text = TextFit.clean(marker.label());
        var size = style.smallSize();
        var gap = GAP * size;
        var lowest = plot.top() + LABELLED * plot.height();
        for (var y = plot.top() + size; y <= lowest; y += TextFit.LINE * size) {
            for (var anchor : List.of(Anchor.START, Anchor.END)) {
                var place = anchor == Anchor.START ? at + gap : at - gap;
                var label = style.haloedText("marker", text, place, y, size, anchor, colour);
                if (plot.holds(label.box())
                        && others.stream().noneMatch(other -> other.box().overlaps(label.box()))) {
                    others.add(label);
                    return;
                }
            }
        }
    }
}
