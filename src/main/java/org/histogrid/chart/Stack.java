package org.histogrid.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Classes that stand on each other, in the order of a chart. When one is taken out, those above come down.
final class Stack {

    /// What the next class stands on, over each bin.
    private double[] floor = {};

    /// The highest curve so far, with and without the classes that are taken out.
    private Optional<Curve> curveOfAll = Optional.empty();
    private Optional<Curve> curveOfShown = Optional.empty();

    private Stack() {}

    static boolean isStacked(StepSeries series) {
        return series.bases().length > 0;
    }

    static List<StepSeries> without(List<StepSeries> series, Set<String> names) {
        var stack = new Stack();
        var left = new ArrayList<StepSeries>();
        for (var one : series) {
            var shown = !names.contains(one.name());
            if (isStacked(one)) {
                stack.place(one, shown).ifPresent(left::add);
            } else if (shown) {
                left.add(one);
            }
        }
        return left;
    }

    private Optional<StepSeries> place(StepSeries series, boolean shown) {
        if (floor.length != series.bases().length) {
            floor = series.bases();
        }
        var own = series.curve().map(curve -> moved(curve, curveOfAll, -1));
        curveOfAll = series.curve().or(() -> curveOfAll);
        if (!shown) {
            return Optional.empty();
        }
        var placed = series.on(floor);
        floor = sum(floor, series.heights(), 1);
        if (own.isPresent()) {
            curveOfShown = own.map(curve -> moved(curve, curveOfShown, 1));
            placed = placed.withCurve(curveOfShown.orElseThrow());
        }
        return Optional.of(placed);
    }

    /// Curves over other values than those below have nothing in common with them, and stay.
    private static Curve moved(Curve curve, Optional<Curve> below, int sign) {
        return below.filter(other -> Arrays.equals(other.x(), curve.x()))
                .map(other -> new Curve(curve.x(), sum(curve.y(), other.y(), sign)))
                .orElse(curve);
    }

    private static double[] sum(double[] left, double[] right, int sign) {
        var sum = left.clone();
        for (var index = 0; index < sum.length; index++) {
            sum[index] += sign * right[index];
        }
        return sum;
    }
}
