package org.histogrid.figure;

import org.histogrid.base.BadInput;

/// Where plots stand from top to bottom, all equally high.
///
/// @param top of the first row
/// @param over each plot, for the lines above it and half of the topmost number
/// @param below each plot, for the numbers and the title
/// @param between two rows, besides that
record Rows(double top, double over, double below, double between, double plotHeight) {

    /// Shares of the size of numbers: the tick of an axis, and the gap between it and its number.
    static final double TICK = 0.3;

    static final double TICK_GAP = 0.3;
    private static final double HALF_NUMBER = 0.55;
    private static final double LOWEST = 2.5;

    /// Shares of the font size.
    private static final double BETWEEN = 0.7;

    private static final double TITLE_GAP = 0.25;

    private static final double RATIO = 1.4;

    /// @param head how high the lines over a panel are
    /// @param titles how high the titles below the panels are
    /// @throws BadInput when the panels do not fit above each other
    static Rows of(Style style, FigureContent content, double plotWidth, double top, double head, double titles) {
        var small = style.smallSize();
        var over = head + HALF_NUMBER * small;
        var below = belowNumbers(style) + (titles > 0 ? titles + TITLE_GAP * style.size() : 0);
        var between = BETWEEN * style.size();
        var count = content.rows().size();
        var fixed = top + count * (over + below) + (count - 1) * between + Columns.margin(style);
        var height = style.options().size().heightInPoints();
        var plotHeight = height.map(all -> (all - fixed) / count).orElse(Math.max(plotWidth / RATIO, LOWEST * small));
        var rows = new Rows(top, over, below, between, plotHeight);
        height.ifPresent(all -> rows.check(style, all, count));
        return rows;
    }

    private void check(Style style, double height, int count) {
        var lowest = LOWEST * style.smallSize();
        if (plotHeight < lowest) {
            var size = style.options().size();
            throw new BadInput("%s do not fit into a height of %s at %s pt: take a height of %s, or smaller letters."
                            .formatted(
                                    count == 1 ? "A row and its words" : count + " rows",
                                    size.inWords(height),
                                    FigureSize.number(style.size()),
                                    size.atLeast(height + count * (lowest - plotHeight))))
                    .forField("height");
        }
    }

    static double belowNumbers(Style style) {
        return (TICK + TICK_GAP + Typeface.ASCENT + Typeface.DESCENT) * style.smallSize();
    }

    static double titleGap(Style style) {
        return TITLE_GAP * style.size();
    }

    /// From the topmost line over a panel to the last one below it.
    double bandHeight() {
        return over + plotHeight + below;
    }

    double bandTop(int row) {
        return top + row * (bandHeight() + between);
    }

    double plotTop(int row) {
        return bandTop(row) + over;
    }

    double bottomOf(int rows) {
        return bandTop(rows - 1) + bandHeight();
    }
}
