package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import org.histogrid.figure.Drawing.Anchor;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Item;

/// Sets texts of several lines.
record Lettering(Style style) {

    private static final double LINE = TextFit.LINE;

    /// From the top of a line to its base line, as a share of the size: what is free of the line lies half
    /// above.
    private static final double BASE = Typeface.ASCENT + (LINE - Typeface.ASCENT - Typeface.DESCENT) / 2;

    /// Lines below each other, each in the middle of `x`.
    List<Item> centred(String kind, List<String> lines, double x, double top, double size) {
        var items = new ArrayList<Item>();
        for (var line = 0; line < lines.size(); line++) {
            var y = top + (line * LINE + BASE) * size;
            items.add(style.text(kind, lines.get(line), x, y, size, Anchor.MIDDLE));
        }
        return items;
    }

    /// Lines over a panel, from its left edge.
    List<Item> over(String kind, List<String> lines, double left, double top, double size) {
        var items = new ArrayList<Item>();
        for (var line = 0; line < lines.size(); line++) {
            var y = top + (line * LINE + BASE) * size;
            items.add(style.quietText(kind, lines.get(line), left, y, size, Anchor.START));
        }
        return items;
    }

    /// Lines that read upwards, from left to right; in the middle of the plot where they do not reach out of
    /// the band.
    List<Item> turned(String kind, List<String> lines, double left, Box plot, Box band, double size) {
        var items = new ArrayList<Item>();
        for (var line = 0; line < lines.size(); line++) {
            var half = style.face().width(lines.get(line), size) / 2;
            var middle = half < band.height() / 2
                    ? Math.clamp(plot.middle(), band.top() + half, band.bottom() - half)
                    : band.middle();
            items.add(style.turnedText(kind, lines.get(line), left + (line * LINE + BASE) * size, middle, size));
        }
        return items;
    }

    /// Why there is nothing to see, in the middle of its place.
    List<Item> problem(String text, Box place) {
        var most = Math.max(1, (int) (place.height() / (LINE * style.smallSize())));
        var fitted = TextFit.fit(style.face(), List.of(text), place.width(), style.smallSize(), most);
        var top = place.middle() - fitted.height() / 2;
        return centred("problem", fitted.lines(0), place.centre(), top, fitted.size());
    }
}
