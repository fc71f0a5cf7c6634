package org.histogrid.chart;

import tools.jackson.core.JsonGenerator;

/// Writes a curve as a height for each of some evenly spread values. The values themselves are not sent: the browser
/// finds them between the first and the last.
final class CurveJson {

    /// More points than this lie closer together than an eye tells apart.
    private static final int MOST_POINTS = 200;

    /// A quarter of a pixel of a chart that fills a large screen.
    private static final double SHARE_OF_HEIGHT = 1e-4;

    private CurveJson() {}

    static void write(JsonGenerator json, Curve curve, StepChartSpec spec) {
        var x = curve.x();
        var even = isEven(x) && x.length <= MOST_POINTS;
        var y = even ? curve.y() : spread(x, curve.y());
        json.writeObjectPropertyStart("curve");
        var ends = new double[] {x[0], x[x.length - 1]};
        ShortNumbers.write(json, "x", ends, SpecJson.SHARE_OF_AXIS * spec.x().drawnSpan());
        ShortNumbers.write(
                json,
                "y",
                SpecJson.drawn(y, spec.y()),
                SHARE_OF_HEIGHT * spec.y().drawnSpan());
        json.writeEndObject();
    }

    private static boolean isEven(double[] x) {
        var step = (x[x.length - 1] - x[0]) / (x.length - 1);
        for (var index = 1; index < x.length; index++) {
            if (Math.abs(x[index] - x[index - 1] - step) > 1e-3 * step) {
                return false;
            }
        }
        return true;
    }

    /// Heights of the line through all points, at evenly spread values.
    private static double[] spread(double[] x, double[] y) {
        var spread = new double[MOST_POINTS];
        var last = x.length - 1;
        var right = 1;
        for (var index = 0; index < MOST_POINTS; index++) {
            var at = x[0] + (x[last] - x[0]) * index / (MOST_POINTS - 1);
            while (right < last && x[right] < at) {
                right++;
            }
            var share = Math.clamp((at - x[right - 1]) / (x[right] - x[right - 1]), 0, 1);
            spread[index] = y[right - 1] + share * (y[right] - y[right - 1]);
        }
        return spread;
    }
}
