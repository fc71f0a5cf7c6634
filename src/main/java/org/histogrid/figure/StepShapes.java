package org.histogrid.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.histogrid.chart.Curve;
import org.histogrid.chart.StepSeries;

/// The steps of a class on paper. The pen is lifted over bins that hold nothing: a line along the axis would
/// look like samples.
final class StepShapes {

    private final double[] edges;
    private final double[] feet;
    private final double[] tops;

    private StepShapes(double[] edges, double[] feet, double[] tops) {
        this.edges = edges;
        this.feet = feet;
        this.tops = tops;
    }

    /// @param common edges of the chart, for a class that has none of its own
    static StepShapes of(StepSeries series, double[] common, PaperAxis x, PaperAxis y) {
        var own = series.edges();
        var heights = series.heights();
        var bases = series.bases();
        var feet = new double[heights.length];
        var tops = new double[heights.length];
        for (var bin = 0; bin < heights.length; bin++) {
            var base = bases.length == 0 ? 0 : bases[bin];
            feet[bin] = y.atOrEnd(base);
            tops[bin] = y.atOrEnd(base + heights[bin]);
        }
        var places = Arrays.stream(own.length == 0 ? common : own).map(x::at).toArray();
        return new StepShapes(places, feet, tops);
    }

    static double[] of(Curve curve, PaperAxis x, PaperAxis y) {
        var xs = curve.x();
        var ys = curve.y();
        var points = new double[2 * xs.length];
        for (var index = 0; index < xs.length; index++) {
            points[2 * index] = x.at(xs[index]);
            points[2 * index + 1] = y.atOrEnd(ys[index]);
        }
        return points;
    }

    /// Over each run of bins that hold something a line from foot to foot.
    List<double[]> lines() {
        return runs(false);
    }

    /// The same, closed along the feet where these are not level.
    List<double[]> areas() {
        return runs(!isLevel());
    }

    /// Whether a straight line from end to end closes the area.
    boolean isLevel() {
        return Arrays.stream(feet).allMatch(foot -> foot == feet[0]);
    }

    private List<double[]> runs(boolean closed) {
        var runs = new ArrayList<double[]>();
        for (var bin = 0; bin < tops.length; bin++) {
            if (tops[bin] != feet[bin]) {
                var start = bin;
                while (bin + 1 < tops.length && tops[bin + 1] != feet[bin + 1]) {
                    bin++;
                }
                runs.add(run(start, bin + 1, closed));
            }
        }
        return runs;
    }

    private double[] run(int start, int end, boolean closed) {
        var bins = end - start;
        var points = new double[(closed ? 4 * bins : 2 * bins + 2) * 2];
        var next = put(points, 0, edges[start], feet[start]);
        for (var bin = start; bin < end; bin++) {
            next = put(points, next, edges[bin], tops[bin]);
            next = put(points, next, edges[bin + 1], tops[bin]);
        }
        next = put(points, next, edges[end], feet[end - 1]);
        if (closed) {
            for (var bin = end - 1; bin > start; bin--) {
                next = put(points, next, edges[bin], feet[bin]);
                next = put(points, next, edges[bin], feet[bin - 1]);
            }
        }
        return points;
    }

    private static int put(double[] points, int next, double x, double y) {
        points[next] = x;
        points[next + 1] = y;
        return next + 2;
    }
}
