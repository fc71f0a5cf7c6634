package org.histogrid.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.histogrid.chart.AxisSpec;
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

    /// The axis below, its ticks and numbers; where heights hang down, also the line they hang from.
    ///
    /// @param left how far numbers may reach
    /// @param right the same
    List<Item> horizontal(double left, double right) {
        var items = new ArrayList<Item>();
        var floor = plot.bottom();
        var small = style.smallSize();
        var tickEnd = floor + Rows.TICK * small;
        var baseLine = tickEnd + (Rows.TICK_GAP + Typeface.ASCENT) * small;
        items.add(new Line(plot.left(), floor, plot.right(), floor, style.axisPen()));
        var ground = y.atOrEnd(0);
        if (ground < floor - ROUNDING && ground >= plot.top() - ROUNDING) {
            items.add(new Line(plot.left(), ground, plot.right(), ground, style.axisPen()));
        }
        var numbers = new ArrayList<Text>();
        for (var tick : ticks(x)) {
            var at = x.at(x.axis().ticks().get(tick));
            items.add(new Line(at, floor, at, tickEnd, style.axisPen()));
            numbers.add(style.text("tick", label(x.axis(), tick), at, baseLine, small, Anchor.MIDDLE));
        }
        items.addAll(thinned(numbers, zero(x), SPACE * small).stream()
                .filter(text -> text.box().left() >= left && text.box().right() <= right)
                .toList());
        return items;
    }

    List<Item> vertical() {
        var small = style.smallSize();
        var numbers = ticks(y).stream()
                .map(tick -> style.text(
                        "tick",
                        label(y.axis(), tick),
                        plot.left() - Columns.numberGap(style),
                        y.at(y.axis().ticks().get(tick)) + DIGIT_MIDDLE * small,
                        small,
                        Anchor.END))
                .toList();
        return List.copyOf(thinned(numbers, zero(y), 0));
    }

    private static String label(AxisSpec axis, int tick) {
        return TextFit.clean(axis.tickLabels().get(tick));
    }

    /// Those on the axis.
    private static List<Integer> ticks(PaperAxis scale) {
        var ticks = scale.axis().ticks();
        return IntStream.range(0, ticks.size())
                .filter(tick -> scale.holds(ticks.get(tick)))
                .boxed()
                .toList();
    }

    /// Which of the ticks on the axis is zero, the first one where none is.
    private static int zero(PaperAxis scale) {
        var ticks = ticks(scale);
        return IntStream.range(0, ticks.size())
                .filter(index -> scale.axis().ticks().get(ticks.get(index)) == 0)
                .findFirst()
                .orElse(0);
    }

    /// Every number, or every second, ... from zero on, as many as do not touch.
    private static List<Text> thinned(List<Text> numbers, int zero, double space) {
        for (var every = 1; every < numbers.size(); every++) {
            var step = every;
            var kept = IntStream.range(0, numbers.size())
                    .filter(index -> (index - zero) % step == 0)
                    .mapToObj(numbers::get)
                    .sorted(Comparator.comparingDouble((Text text) -> text.box().left())
                            .thenComparingDouble(text -> text.box().top()))
                    .toList();
            if (areApart(kept, space)) {
                return kept;
            }
        }
        return numbers.stream().skip(zero).limit(1).toList();
    }

    private static boolean areApart(List<Text> texts, double space) {
        return IntStream.range(0, texts.size())
                .allMatch(first -> IntStream.range(first + 1, texts.size())
                        .noneMatch(second -> grown(texts.get(first).box(), space)
                                .overlaps(texts.get(second).box())));
    }

    private static Box grown(Box box, double space) {
        return new Box(box.left(), box.top(), box.right() + space, box.bottom());
    }
}
