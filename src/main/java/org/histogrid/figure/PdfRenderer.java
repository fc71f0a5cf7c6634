package org.histogrid.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Hatch;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.Drawing.Pen;
import org.histogrid.figure.Drawing.Text;

/// Writes a drawing as a PDF of one page, with the letters it uses embedded.
final class PdfRenderer implements AutoCloseable {

    private static final int LEVEL = 0xff;

    private final double height;
    private final Typeface face;
    private final PDFont font;
    private final PDPageContentStream page;
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

    private PdfRenderer(PDDocument document, Drawing drawing) throws IOException {
        var paper = new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
        document.addPage(paper);
        height = drawing.height();
        face = Typeface.of(drawing.font());
        font = PDType0Font.load(document, face.open(), true);
        page = new PDPageContentStream(document, paper, AppendMode.OVERWRITE, true);
        page.setMiterLimit(Style.MITER_LIMIT);
    }

    static byte[] render(Drawing drawing, String title, FigureOrigin origin) {
        try (var document = new PDDocument()) {
            // Else it is made from the time
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(TextFit.clean(title));
            document.getDocumentInformation().setCreator(("Histogrid " + origin.version()).strip());
            try (var renderer = new PdfRenderer(document, drawing)) {
                renderer.draw(drawing.items());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(List<Item> items) throws IOException {
        for (var item : items) {
            switch (item) {
                case Group group -> draw(group);
                case Line line -> draw(line);
                case Path path -> draw(path);
                case Text text -> draw(text);
            }
        }
    }

    private void draw(Group group) throws IOException {
        if (group.clip().isEmpty()) {
            draw(group.items());
            return;
        }
        var clip = group.clip().get();
        page.saveGraphicsState();
        page.addRect((float) clip.left(), y(clip.bottom()), (float) clip.width(), (float) clip.height());
        page.clip();
        draw(group.items());
        page.restoreGraphicsState();
    }

    private void draw(Line line) throws IOException {
        use(line.pen());
        trace(line);
        page.stroke();
    }

    private void trace(Line line) throws IOException {
        page.moveTo((float) line.x1(), y(line.y1()));
        page.lineTo((float) line.x2(), y(line.y2()));
    }

    private void draw(Path path) throws IOException {
        if (path.fill().isPresent()) {
            fill(path, path.fill().get());
        }
        if (path.pen().isPresent()) {
            use(path.pen().get());
            trace(path);
            page.stroke();
        }
    }

    private void fill(Path path, Fill fill) throws IOException {
        page.saveGraphicsState();
        page.setGraphicsStateParameters(opacity(fill.opacity()));
        colour(fill.colour(), false);
        trace(path);
        page.fill();
        page.restoreGraphicsState();
        if (fill.hatch().isPresent()) {
            page.saveGraphicsState();
            trace(path);
            page.clip();
            hatch(fill.hatch().get(), Box.around(path.parts()));
            page.restoreGraphicsState();
        }
    }

    private void hatch(Hatch hatch, Box box) throws IOException {
        use(hatch.pen());
        for (var line : hatch.lines(box)) {
            trace(line);
        }
        page.stroke();
    }

    private void trace(Path path) throws IOException {
        for (var part : path.parts()) {
            page.moveTo((float) part[0], y(part[1]));
            for (var index = 2; index < part.length; index += 2) {
                page.lineTo((float) part[index], y(part[index + 1]));
            }
        }
    }

    private PDExtendedGraphicsState opacity(double opacity) {
        return opacities.computeIfAbsent(opacity, value -> {
            var state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(value.floatValue());
            return state;
        });
    }

    private void draw(Text text) throws IOException {
        page.beginText();
        page.setFont(font, (float) text.size());
        if (text.haloed()) {
            page.setRenderingMode(RenderingMode.STROKE);
            page.setLineJoinStyle(1);
            use(new Pen(Style.PAPER, Style.HALO * text.size()));
            show(text);
            page.setLineJoinStyle(0);
            page.setRenderingMode(RenderingMode.FILL);
        }
        colour(text.colour(), false);
        show(text);
        page.endText();
    }

    private void show(Text text) throws IOException {
        var before = (float) text.start();
        page.setTextMatrix(
                text.turned()
                        ? new Matrix(0, 1, -1, 0, (float) text.x(), y(text.y()) + before)
                        : Matrix.getTranslateInstance((float) text.x() + before, y(text.y())));
        page.showText(face.drawable(text.text()));
    }

    private void use(Pen pen) throws IOException {
        colour(pen.colour(), true);
        page.setLineWidth((float) pen.width());
        var dash = new float[pen.dash().size()];
        for (var index = 0; index < dash.length; index++) {
            dash[index] = pen.dash().get(index).floatValue();
        }
        page.setLineDashPattern(dash, 0);
    }

    private void colour(String colour, boolean stroking) throws IOException {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        var red = (rgb >> 16 & LEVEL) / (float) LEVEL;
        var green = (rgb >> 8 & LEVEL) / (float) LEVEL;
        var blue = (rgb & LEVEL) / (float) LEVEL;
        if (stroking) {
            page.setStrokingColor(red, green, blue);
        } else {
            page.setNonStrokingColor(red, green, blue);
        }
    }

    /// Pages grow upwards.
    private float y(double fromTop) {
        return (float) (height - fromTop);
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
