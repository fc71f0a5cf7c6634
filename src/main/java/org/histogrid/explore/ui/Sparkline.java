package org.histogrid.explore.ui;

import java.util.Arrays;
import java.util.Locale;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.PanelCharts;
import org.histogrid.histogram.ComputedGrid.Panel;

/// A histogram without axes, as high as a line of text. Made of numbers and names of colours alone, so it may stand in
/// a page as it is.
final class Sparkline {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 28;

    private Sparkline() {}

    /// Empty where the panel cannot be drawn.
    static String svg(Panel panel, ClassColours colours) {
        if (!PanelCharts.isDrawable(panel)) {
            return "";
        }
        var highest = panel.classes().stream()
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .max()
                .orElse(0);
        var svg = new StringBuilder(
                "<span class=\"hg-spark\"><svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" "
                        .formatted(WIDTH, HEIGHT));
        svg.append("aria-label=\"Histogram of neuron %d\">".formatted(panel.neuron()));
        for (var one : panel.classes()) {
            svg.append("<path style=\"--hg-swatch:var(%s)\" d=\"%s\"/>"
                    .formatted(colours.variable(one.name()), steps(one.heights(), highest)));
        }
        return svg.append("</svg></span>").toString();
    }

    private static String steps(double[] heights, double highest) {
        var path = new StringBuilder("M0 ").append(HEIGHT);
        for (var bin = 0; bin < heights.length; bin++) {
            var top = highest > 0 ? HEIGHT - heights[bin] / highest * (HEIGHT - 1) : HEIGHT;
            path.append(String.format(Locale.ROOT, "V%.1fH%.1f", top, (bin + 1) * (double) WIDTH / heights.length));
        }
        return path.append('V').append(HEIGHT).toString();
    }
}
