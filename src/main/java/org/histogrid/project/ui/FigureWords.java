package org.histogrid.project.ui;

import org.histogrid.figure.FigureFont;
import org.histogrid.figure.FigureFormat;
import org.histogrid.figure.FigurePalette;
import org.histogrid.figure.FigurePreset;

/// The looks and files of figures in plain words.
final class FigureWords {

    private FigureWords() {}

    static String name(FigureFormat format) {
        return switch (format) {
            case SVG -> "SVG";
            case PDF -> "PDF";
            case PNG -> "PNG";
            case CSV -> "CSV";
            case JSON -> "JSON";
            case PY -> "Python";
            case TXT -> "Caption";
        };
    }

    static String explain(FigureFormat format) {
        return switch (format) {
            case SVG -> "Lines and text that drawing programs can change";
            case PDF -> "For LaTeX; fonts are embedded";
            case PNG -> "Pixels, for slides and chats";
            case CSV -> "A line for each bin of each class";
            case JSON -> "The bins with settings and sources";
            case PY -> "Draws the figure from its CSV with matplotlib";
            case TXT -> "What is seen and where every number comes from";
        };
    }

    static String preset(FigurePreset preset) {
        return switch (preset) {
            case ONE_COLUMN -> "One column of a paper";
            case TWO_COLUMNS -> "Two columns of a paper";
            case SLIDE -> "A slide";
        };
    }

    static String palette(FigurePalette palette) {
        return switch (palette) {
            case FIGURE -> "Blue and red";
            case SAFE -> "Colour-blind safe";
            case GREY -> "Grey with hatching";
        };
    }

    static String font(FigureFont font) {
        return switch (font) {
            case SANS -> "Sans serif, as Arial";
            case SERIF -> "Serif, as Times";
        };
    }
}
