package org.histogrid.figure;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.FigureContent.PanelContent;

/// Where plots stand from left to right, all equally wide.
///
/// @param left edge of the first plot
/// @param room before the first plot, for the numbers of its height axis
/// @param roomLater the same before later plots, which leave their numbers out where they are crowded and the
///     axis is that of the row
/// @param between two columns, besides that room
record Columns(double left, double room, double roomLater, double between, double plotWidth) {

    /// Shares of the font size.
    private static final double MARGIN = 0.5;

    private static final double BETWEEN = 0.5;

    /// Shares of the size of numbers.
    private static final double NUMBER_GAP = 0.4;

    private static final double BESIDE = 0.6;
    private static final double SPACE = 0.15;
    private static final double CROWDED = 5;
    private static final double NARROWEST = 3;

    /// @param labelLines of the row labels
    /// @throws BadInput when the panels do not fit beside each other
    static Columns of(Style style, FigureContent content, int labelLines) {
        var numbers = numbers(style, content);
        var plain = of(style, content, labelLines, numbers, numbers);
        if (plain.plotWidth >= CROWDED * style.smallSize() || !rowsShareHeights(content)) {
            return plain.checked(style, content, labelLines);
        }
        return of(style, content, labelLines, numbers, BESIDE * style.smallSize())
                .checked(style, content, labelLines);
    }

    private static Columns of(Style style, FigureContent content, int labelLines, double room, double roomLater) {
        var label = (labelLines * TextFit.LINE + 0.3) * style.size();
        var left = margin(style) + label + room;
        var later = content.columns() - 1;
        var between = BETWEEN * style.size() + beside(style);
        var free = style.options().size().widthInPoints() - left - beside(style) - margin(style);
        var plotWidth = (free - later * (roomLater + between)) / content.columns();
        return new Columns(left, room, roomLater, between, plotWidth);
    }

    private Columns checked(Style style, FigureContent content, int labelLines) {
        var narrowest = NARROWEST * style.smallSize();
        if (plotWidth < narrowest) {
            var size = style.options().size();
            var moreLabel = (Frame.MOST_LINES - labelLines) * TextFit.LINE * style.size();
            var needed = size.widthInPoints() + content.columns() * (narrowest - plotWidth) + moreLabel;
            throw new BadInput(
                            "%d panels beside each other do not fit into %s at %s pt: take a width of %s, or smaller letters."
                                    .formatted(
                                            content.columns(),
                                            size.inWords(size.widthInPoints()),
                                            FigureSize.number(style.size()),
                                            size.atLeast(needed)))
                    .forField("width");
        }
        return this;
    }

    static double margin(Style style) {
        return MARGIN * style.size();
    }

    /// Beside a plot, for numbers that stand at its very end.
    static double beside(Style style) {
        return BESIDE * style.smallSize();
    }

    static double numberGap(Style style) {
        return NUMBER_GAP * style.smallSize();
    }

    private static double numbers(Style style, FigureContent content) {
        return numberGap(style)
                + content.charts()
                        .flatMap(chart -> chart.y().tickLabels().stream())
                        .mapToDouble(label -> style.face().width(label, style.smallSize()))
                        .max()
                        .orElse(0);
    }

    private static boolean rowsShareHeights(FigureContent content) {
        return content.rows().stream().allMatch(row -> sharesHeights(row.panels()));
    }

    private static boolean sharesHeights(List<PanelContent> panels) {
        var first = panels.stream().findFirst().flatMap(PanelContent::spec).map(StepChartSpec::y);
        return panels.stream()
                .map(PanelContent::spec)
                .flatMap(Optional::stream)
                .map(StepChartSpec::y)
                .allMatch((AxisSpec axis) -> first.equals(Optional.of(axis)));
    }

    double plotLeft(int column) {
        return left + column * (plotWidth + between + roomLater);
    }

    /// Whether the panels of a column say the numbers of their height axis.
    boolean hasHeights(int column) {
        return column == 0 || room == roomLater;
    }

    /// How far to the left the words of a panel may reach: to half of what lies between it and the plot
    /// before it.
    double reachLeft(Style style, int column) {
        var half = column == 0 ? 0 : (between - beside(style)) / 2 - SPACE * style.smallSize();
        return plotLeft(column) - (column == 0 ? room : roomLater) - half;
    }

    double reachRight(Style style, int column) {
        return plotLeft(column) + plotWidth + (between + beside(style)) / 2 - SPACE * style.smallSize();
    }

    double rightOf(int columns) {
        return plotLeft(columns - 1) + plotWidth;
    }
}
