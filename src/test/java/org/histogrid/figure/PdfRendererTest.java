package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfRendererTest {

    private static final int DPI = 144;

    private static final Figure DEMO = Figure.of(
                    TestGrids.grid(3, 4, 18_000, 100, Statistic.COUNT), TestGrids.labels(3))
            .titled("True and false answers");

    private static final FigureOptions ALL_WORDS = FigureOptions.DEFAULT.showing(true, true, true, true);

    private static byte[] pdf(Figure figure, FigureOptions options) {
        return Figures.make(FigureFormat.PDF, figure, options);
    }

    @ParameterizedTest
    @EnumSource(FigureFont.class)
    void isOnePageInItsSizeWithTextAndEmbeddedFonts(FigureFont font) throws IOException {
        try (var document = Loader.loadPDF(pdf(DEMO, ALL_WORDS.withFont(font, 8)))) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(518.74f, within(0.01f));
            assertThat(text(document))
                    .contains(
                            "Trueandfalseanswers",
                            "trueanswer",
                            "2021-thneuronact.",
                            "#Samples/Gemma-7B",
                            "n12\u202f358/5\u202f642");
            assertThat(fonts(document)).isNotEmpty().allSatisfy(one -> {
                assertThat(one.isEmbedded()).isTrue();
                assertThat(one.getName()).endsWith("+" + font.family() + "-Regular");
            });
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("True and false answers");
        }
    }

    /// Without spaces, for those of texts that read upwards are guessed.
    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("[ \\r\\n]", "");
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        var fonts = new ArrayList<PDFont>();
        var resources = document.getPage(0).getResources();
        for (var name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        return fonts;
    }

    @ParameterizedTest
    @EnumSource(FigurePalette.class)
    void isTheSamePictureAsThePng(FigurePalette palette) throws IOException {
        var options = ALL_WORDS.withPalette(palette).withDpi(DPI);
        var png = ImageIO.read(new ByteArrayInputStream(Figures.make(FigureFormat.PNG, DEMO, options)));
        try (var document = Loader.loadPDF(pdf(DEMO, options))) {
            var printed = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            assertThat(Math.abs(printed.getWidth() - png.getWidth())).isLessThanOrEqualTo(1);
            assertThat(meanDifference(printed, png)).isLessThan(2.5);
        }
    }

    /// Of a channel, from 0 to 255.
    private static double meanDifference(BufferedImage left, BufferedImage right) {
        var width = Math.min(left.getWidth(), right.getWidth());
        var height = Math.min(left.getHeight(), right.getHeight());
        var sum = 0L;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                for (var shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((left.getRGB(x, y) >> shift & 0xff) - (right.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / 3.0 / width / height;
    }

    @Test
    void lettersTheFontLacksAreBoxes() throws IOException {
        var figure = Figure.of(TestGrids.grid(1, 1, 500, 20, Statistic.COUNT), List.of("真 answers \ud83d\ude00"));
        try (var document = Loader.loadPDF(pdf(figure, ALL_WORDS))) {
            assertThat(text(document)).contains("#Samples/\u25a1answers\u25a1");
        }
    }

    @Test
    void lettersTheFontLacksAreNamed() {
        var figure =
                Figure.of(TestGrids.grid(1, 1, 500, 20, Statistic.COUNT), List.of("真 真 Ünder αω ЖЯ ≥ \ud83d\ude00"));
        for (var font : FigureFont.values()) {
            assertThat(Figures.lacking(figure, FigureOptions.DEFAULT.withFont(font, 8)))
                    .isEqualTo("真\ud83d\ude00");
        }
        assertThat(Figures.lacking(DEMO, ALL_WORDS)).isEmpty();
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertThat(pdf(DEMO, ALL_WORDS)).isEqualTo(pdf(DEMO, ALL_WORDS));
    }
}
