package org.histogrid.figure;

import java.nio.charset.StandardCharsets;

/// Makes figures for papers. The same figure with the same options gives the same bytes, on every machine.
public final class Figures {

    private Figures() {}

    /// A figure as a file.
    ///
    /// @throws org.histogrid.base.BadInput in a sentence that says what to change, when the size is too small
    ///     for the panels, or the picture has too many pixels or bins
    public static byte[] make(FigureFormat format, Figure figure, FigureOptions options) {
        var drawing = FigureLayout.draw(figure, options);
        return switch (format) {
            case SVG -> SvgRenderer.render(drawing, figure.title()).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfRenderer.render(drawing, figure.title(), figure.origin());
            case PNG -> PngRenderer.render(drawing, options.dpi());
        };
    }
}
