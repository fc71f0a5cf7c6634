package org.histogrid.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a drawing as a PNG that says its resolution, so that it is printed in its size.
final class PngRenderer {

    private static final double POINTS_PER_INCH = 72;
    private static final double INCHES_PER_METRE = 100 / 2.54;
    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngRenderer() {}

    /// @throws org.histogrid.base.BadInput when the picture has too many pixels
    static byte[] render(Drawing drawing, int dpi, PixelLimit limit) {
        var scale = dpi / POINTS_PER_INCH;
        var width = Math.max(1, Math.round(drawing.width() * scale));
        var height = Math.max(1, Math.round(drawing.height() * scale));
        limit.check(width, height);
        var image = new BandedImage(drawing, scale, (int) width, (int) height);
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, resolution(writer, image, dpi)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata resolution(ImageWriter writer, BandedImage image, int dpi)
            throws IIOInvalidTreeException {
        var perMetre = Long.toString(Math.round(dpi * INCHES_PER_METRE));
        var physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        var root = new IIOMetadataNode(FORMAT);
        root.appendChild(physical);
        var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }
}
