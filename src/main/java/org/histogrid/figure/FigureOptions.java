package org.histogrid.figure;

import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;

/// How a figure looks.
///
/// @param size on paper
/// @param font of all text
/// @param fontSize of axis titles, legend and row labels in points, 4 to 36; numbers at axes are a little
///     smaller
/// @param palette colours of the classes
/// @param dpi pixels an inch of a PNG, 72 to 1,200; other formats have no pixels
/// @param legend whether the classes are named above the panels
/// @param title whether the title stands above all
/// @param samples whether the number of samples stands over each panel
/// @param scores whether the line of scores stands over each panel that has one
/// @param hidden names of classes that are not drawn
/// @throws BadInput when a number is out of its bounds
public record FigureOptions(
        FigureSize size,
        FigureFont font,
        double fontSize,
        FigurePalette palette,
        int dpi,
        boolean legend,
        boolean title,
        boolean samples,
        boolean scores,
        Set<String> hidden) {

    public static final int LEAST_FONT_SIZE = 4;
    public static final int MOST_FONT_SIZE = 36;
    public static final int LEAST_DPI = 72;
    public static final int MOST_DPI = 1_200;

    /// Two columns of a paper, 18.3 cm wide, with the legend.
    public static final FigureOptions DEFAULT = new FigureOptions(
            FigurePreset.TWO_COLUMNS.size(),
            FigureFont.SANS,
            FigurePreset.TWO_COLUMNS.fontSize(),
            FigurePalette.FIGURE,
            300,
            true,
            false,
            false,
            false,
            Set.of());

    public FigureOptions {
        hidden = Set.copyOf(hidden);
        if (!(fontSize >= LEAST_FONT_SIZE && fontSize <= MOST_FONT_SIZE)) {
            throw new BadInput("The font size of a figure is %s to %s pt.".formatted(LEAST_FONT_SIZE, MOST_FONT_SIZE))
                    .forField("fontSize");
        }
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw new BadInput(
                            "The resolution of a PNG is %s to %s dpi.".formatted(LEAST_DPI, Numbers.integer(MOST_DPI)))
                    .forField("dpi");
        }
    }

    /// The usual look in the size and font size of a preset.
    public static FigureOptions of(FigurePreset preset) {
        return DEFAULT.withSize(preset.size()).withFont(FigureFont.SANS, preset.fontSize());
    }

    public FigureOptions withSize(FigureSize newSize) {
        return new FigureOptions(newSize, font, fontSize, palette, dpi, legend, title, samples, scores, hidden);
    }

    public FigureOptions withFont(FigureFont newFont, double newSize) {
        return new FigureOptions(size, newFont, newSize, palette, dpi, legend, title, samples, scores, hidden);
    }

    public FigureOptions withPalette(FigurePalette newPalette) {
        return new FigureOptions(size, font, fontSize, newPalette, dpi, legend, title, samples, scores, hidden);
    }

    public FigureOptions withDpi(int newDpi) {
        return new FigureOptions(size, font, fontSize, palette, newDpi, legend, title, samples, scores, hidden);
    }

    /// Which words stand above the panels.
    public FigureOptions showing(boolean newLegend, boolean newTitle, boolean newSamples, boolean newScores) {
        return new FigureOptions(
                size, font, fontSize, palette, dpi, newLegend, newTitle, newSamples, newScores, hidden);
    }

    public FigureOptions hiding(Set<String> classes) {
        return new FigureOptions(size, font, fontSize, palette, dpi, legend, title, samples, scores, classes);
    }
}
