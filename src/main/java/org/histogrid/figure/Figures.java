package org.histogrid.figure;

import java.nio.charset.StandardCharsets;

/// Makes figures for papers. The same figure with the same options gives the same bytes, on every machine.
public final class Figures {

    private Figures() {}

    /// A figure as a file for a member of the team.
    ///
    /// @throws org.histogrid.base.BadInput as the other
    public static byte[] make(FigureFormat format, Figure figure, FigureOptions options) {
        return make(format, figure, options, PixelLimit.MEMBER);
    }

    /// A figure as a file.
    ///
    /// @param limit of a PNG
    /// @throws org.histogrid.base.BadInput in a sentence that says what to change, when the size is too small
    ///     for the panels, or the picture has too many pixels or bins
    public static byte[] make(FigureFormat format, Figure figure, FigureOptions options, PixelLimit limit) {
        return switch (format) {
            case SVG -> bytes(SvgRenderer.render(FigureLayout.draw(figure, options), figure.title()));
            case PDF -> PdfRenderer.render(FigureLayout.draw(figure, options), figure.title(), figure.origin());
            case PNG -> {
                limit.check(options.dpi());
                yield PngRenderer.render(FigureLayout.draw(figure, options), options.dpi(), limit);
            }
            case CSV -> bytes(BinCsv.write(figure));
            case JSON -> bytes(BinDocument.write(figure));
            case PY -> bytes(RedrawScript.write(FigureLayout.of(figure, options)));
            case TXT -> bytes(Caption.write(figure));
        };
    }

    /// The letters that PDF and PNG show as boxes, for the font does not have them, each once. SVG leaves them to the
    /// fonts of the viewer.
    ///
    /// @throws org.histogrid.base.BadInput as [#make] does for SVG
    public static String lacking(Figure figure, FigureOptions options) {
        var face = Typeface.of(options.font());
        return FigureLayout.draw(figure, options)
                .texts()
                .flatMapToInt(text -> face.lacking(text.text()))
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
