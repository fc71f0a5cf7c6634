package org.histogrid.figure;

/// What a figure can be made into.
public enum FigureFormat {
    /// Lines and text that can be edited.
    SVG("image/svg+xml", "svg"),
    /// Lines and text with their fonts embedded.
    PDF("application/pdf", "pdf"),
    /// Pixels at the resolution asked for.
    PNG("image/png", "png");
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

    /// Without a dot.
    public String extension() {
        return extension;
    }
}
