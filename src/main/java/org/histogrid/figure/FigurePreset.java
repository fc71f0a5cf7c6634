package org.histogrid.figure;

import org.histogrid.figure.FigureSize.Unit;

/// Sizes that papers and slides ask for, with a font size that is read well in them.
public enum FigurePreset {
    /// One column of a paper.
    ONE_COLUMN(FigureSize.wide(8.9, Unit.CM), 7),
    /// Both columns of a paper.
    TWO_COLUMNS(FigureSize.wide(18.3, Unit.CM), 8),
    /// A slide of 16 to 9.
    SLIDE(FigureSize.of(13.333, 7.5, Unit.INCH), 14);

    private final FigureSize size;
    private final double fontSize;

    FigurePreset(FigureSize size, double fontSize) {
        this.size = size;
        this.fontSize = fontSize;
    }

    public FigureSize size() {
        return size;
    }

    /// In points.
    public double fontSize() {
        return fontSize;
    }
}
