package org.histogrid.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.Drawing.Anchor;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Text;

/// Draws the axes of one panel with the ticks of its chart; numbers that would touch each other are left out.
record AxisDrawing(Style style, Box plot, PaperAxis x, PaperAxis y) {

    /// Free space between two numbers beside each other, as a share of their size.
    private static final double SPACE = 0.5;

    private static final double DIGIT_MIDDLE = 0.36;
    private static final double ROUNDING = 1e-6;

    static AxisDrawing of(Style style, StepChartSpec spec, Box plot) {
        return new AxisDrawing(
                style,
                plot,
                new PaperAxis(spec.x(), plot.left(), plot.right()),
                new PaperAxis(spec.y(), plot.bottom(), plot.top()));
    }

    /// The axis below and its ticks; where heights hang down, also the line they hang from.
    List<Item> lines() {
        var lines = new ArrayList<Item>();
        var floor = plot.bottom();
        lines.add(new Line(plot.left(), floor, plot.right(), floor, style.axisPen()));
        var ground = y.atOrEnd(0);
        if (ground < floor - ROUNDING && ground >= plot.top() - ROUNDING) {
            lines.add(new Line(plot.left(), ground, plot.right(), ground, style.axisPen()));
        }
        for (var tick : ticks(x)) {
            var at = x.at(tick.value());
            lines.add(new Line(at, floor, at, floor + Rows.TICK * style.smallSize(), style.axisPen()));
        }
        return lines;
    }

    /// The numbers of the horizontal axis that have room, by the value they stand for.
    ///
    /// @param left how far they may reach
    /// @param right the same
    Map<Double, Text> numbersBelow(double left, double right) {
        var small = style.smallSize();
        var baseLine = plot.bottom() + (Rows.TICK + Rows.TICK_GAP + Typeface.ASCENT) * small;
        var numbers = thinned(
                x,
                SPACE * small,
                tick -> style.text("tick", tick.label(), x.at(tick.value()), baseLine, small, Anchor.MIDDLE));
        numbers.values().removeIf(text -> text.box().left() < left || text.box().right() > right);
        return numbers;
    }

    /// The same of the height axis.
    Map<Double, Text> numbersBeside() {
        var small = style.smallSize();
        var right = plot.left() - Columns.numberGap(style);
        return thinned(y, 0, tick -> {
            var baseLine = y.at(tick.value()) + DIGIT_MIDDLE * small;
            return style.text("tick", tick.label(), right, baseLine, small, Anchor.END);
        });
    }

    private record Tick(double value, String label) {}

    /// Those on the axis.
    private static List<Tick> ticks(PaperAxis axis) {
        var spec = axis.axis();
        return IntStream.range(0, spec.ticks().size())
                .filter(tick -> axis.holds(spec.ticks().get(tick)))
                .mapToObj(tick -> new Tick(
                        spec.ticks().get(tick), TextFit.clean(spec.tickLabels().get(tick))))
                .toList();
    }

    /// Every number, or every second, ... from zero on, as many as do not touch.
    private static Map<Double, Text> thinned(PaperAxis axis, double space, Function<Tick, Text> place) {
        var ticks = ticks(axis);
        var zero = Math.max(0, ticks.stream().map(Tick::value).toList().indexOf(0.0));
        for (var every = 1; every <= ticks.size(); every++) {
            var numbers = new TreeMap<Double, Text>();
            for (var index = zero % every; index < ticks.size(); index += every) {
                numbers.put(ticks.get(index).value(), place.apply(ticks.get(index)));
            }
            if (areApart(List.copyOf(numbers.values()), space)) {
                return numbers;
            }
        }
        return new TreeMap<>();
    }

    /// Ticks rise, so only neighbours can touch.
    private static boolean areApart(List<Text> texts, double space) {
        return IntStream.range(1, texts.size())
                .noneMatch(index -> wider(texts.get(index - 1).box(), space)
                        .overlaps(texts.get(index).box()));
    }

    private static Box wider(Box box, double space) {
        return new Box(box.left(), box.top(), box.right() + space, box.bottom());
    }
}
