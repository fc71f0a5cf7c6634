package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.histogrid.base.BadInput;
import org.histogrid.figure.FigureSize.Unit;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PngRendererTest {

    private static final Figure DEMO =
            Figure.of(TestGrids.grid(3, 4, 18_000, 100, Statistic.COUNT), TestGrids.labels(3));

    private static byte[] png(FigureOptions options) {
        return Figures.make(FigureFormat.PNG, DEMO, options);
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 300, 600})
    void hasThePixelsOfItsSizeAndSaysItsResolution(int dpi) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png(FigureOptions.DEFAULT
                .withSize(FigureSize.of(18.3, 12.7, Unit.CM))
                .withDpi(dpi))))) {
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            assertThat(reader.getWidth(0)).isEqualTo((int) Math.round(18.3 / 2.54 * dpi));
            assertThat(reader.getHeight(0)).isEqualTo(5 * dpi);
            var root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var physical = (Element) root.getElementsByTagName("pHYs").item(0);
            assertThat(physical.getAttribute("pixelsPerUnitXAxis")).isEqualTo(String.valueOf(Math.round(dpi / 0.0254)));
            assertThat(physical.getAttribute("unitSpecifier")).isEqualTo("meter");
            assertThat(root.getElementsByTagName("tIME").getLength()).isZero();
        }
    }

    @Test
    void showsColoursOnWhite() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png(FigureOptions.DEFAULT)));
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        var colours = Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .boxed()
                .toList();
        // Both fills at 42 % over white, and black letters
        assertThat(colours).contains(0xffa3b1f2, 0xffefa3a6, 0xff000000);
    }

    @Test
    void bandsMeetWithoutASeam() {
        var drawing = FigureLayout.draw(DEMO, FigureOptions.DEFAULT.withPalette(FigurePalette.GREY));
        var scale = 400 / 72.0;
        var width = (int) Math.round(drawing.width() * scale);
        var height = (int) Math.round(drawing.height() * scale);
        var banded = new BandedImage(drawing, scale, width, height);
        assertThat(banded.getNumYTiles()).isGreaterThan(2);

        var whole = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = whole.createGraphics();
        graphics.scale(scale, scale);
        new Painter(graphics, Typeface.of(drawing.font())).paint(drawing.items());
        graphics.dispose();
        var differing = 0;
        for (var row = 0; row < height; row++) {
            var line = new Rectangle(0, row, width, 1);
            var inBand = banded.getData(line).getPixels(0, row, width, 1, (int[]) null);
            var inWhole = whole.getData(line).getPixels(0, row, width, 1, (int[]) null);
            for (var channel = 0; channel < inBand.length; channel++) {
                var difference = Math.abs(inBand[channel] - inWhole[channel]);
                differing += difference > 0 ? 1 : 0;
                // Edges at the middle of an eighth of a pixel are rounded to one side or the other
                if (difference >= 64) {
                    assertThat(difference)
                            .as("row %d, channel %d", row, channel)
                            .isLessThan(64);
                }
            }
        }
        assertThat(differing).isLessThan(3 * width * height / 200);
    }

    @Test
    void moreThanAHundredMillionPixelsAreRefused() {
        var poster =
                FigureOptions.DEFAULT.withSize(FigureSize.of(100, 70, Unit.CM)).withDpi(600);
        assertThatThrownBy(() -> png(poster)).isInstanceOfSatisfying(BadInput.class, refused -> {
            assertThat(refused.getMessage()).contains("100 million pixels", "23\u202f622 x 16\u202f535");
            assertThat(refused.field()).hasValue("dpi");
        });
    }

    @Test
    void resolutionsOutOfBoundsAreRefused() {
        for (var dpi : List.of(71, 1_201)) {
            assertThatThrownBy(() -> FigureOptions.DEFAULT.withDpi(dpi))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("72 to 1\u202f200 dpi");
        }
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertThat(png(FigureOptions.DEFAULT)).isEqualTo(png(FigureOptions.DEFAULT));
    }
}
