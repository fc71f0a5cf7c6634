package org.histogrid.figure;

/// What a figure can be made into. The first three are one picture, the others what it was made of.
public enum FigureFormat {
    /// Lines and text that can be edited.
    SVG("image/svg+xml", "svg"),
    /// Lines and text with their fonts embedded.
    PDF("application/pdf", "pdf"),
    /// Pixels at the resolution asked for.
    PNG("image/png", "png"),
    /// The bins as a table.
    CSV("text/csv;charset=UTF-8", "csv"),
    /// The bins as a document.
    JSON("application/json", "json"),
    /// A program for Python with matplotlib that draws the figure from its CSV.
    PY("text/x-python;charset=UTF-8", "py"),
    /// The caption: where every number comes from.
    TXT("text/plain;charset=UTF-8", "txt");

    private final String mediaType;
    private final String extension;

    FigureFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /// For the header Content-Type, the character set included.
    public String mediaType() {
        return mediaType;
    }

    /// Whether it shows the words that stand over the panels. The script does, as it draws the same picture.
    public boolean isDrawn() {
        return switch (this) {
            case SVG, PDF, PNG, PY -> true;
            case CSV, JSON, TXT -> false;
        };
    }

    /// Without a dot.
    public String extension() {
        return extension;
    }
}
