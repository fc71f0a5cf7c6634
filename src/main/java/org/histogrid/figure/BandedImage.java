package org.histogrid.figure;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;

/// A drawing as pixels that are painted when they are asked for, some rows at a time: a picture of a hundred
/// million pixels takes no more memory than a small one. Not for more than one thread.
final class BandedImage implements RenderedImage {

    private static final int PIXELS_AT_ONCE = 2_000_000;

    private final Drawing drawing;
    private final double scale;
    private final int width;
    private final int height;
    private final BufferedImage band;
    private int bandTop = -1;

    BandedImage(Drawing drawing, double scale, int width, int height) {
        this.drawing = drawing;
        this.scale = scale;
        this.width = width;
        this.height = height;
        var rows = Math.clamp(PIXELS_AT_ONCE / width, 1, height);
        this.band = new BufferedImage(width, rows, BufferedImage.TYPE_3BYTE_BGR);
    }

    /// A tile is a band.
    @Override
    public Raster getTile(int tileX, int tileY) {
        var top = tileY * band.getHeight();
        if (top != bandTop) {
            paint(top);
        }
        return band.getRaster().createTranslatedChild(0, top);
    }

    private void paint(int top) {
        var graphics = band.createGraphics();
        try {
            graphics.setClip(0, 0, band.getWidth(), band.getHeight());
            graphics.translate(0, -top);
            graphics.scale(scale, scale);
            new Painter(graphics, Typeface.of(drawing.font())).paint(drawing.items());
        } finally {
            graphics.dispose();
        }
        bandTop = top;
    }

    @Override
    public Raster getData(Rectangle rectangle) {
        var data = Raster.createWritableRaster(
                getSampleModel().createCompatibleSampleModel(rectangle.width, rectangle.height),
                new Point(rectangle.x, rectangle.y));
        return copyData(data);
    }

    @Override
    public Raster getData() {
        return getData(new Rectangle(width, height));
    }

    @Override
    public WritableRaster copyData(WritableRaster data) {
        var wanted = data.getBounds();
        var rows = band.getHeight();
        for (var tile = wanted.y / rows; tile * rows < wanted.y + wanted.height; tile++) {
            var source = getTile(0, tile);
            var part = wanted.intersection(source.getBounds());
            data.setRect(source.createChild(part.x, part.y, part.width, part.height, part.x, part.y, null));
        }
        return data;
    }

    @Override
    public ColorModel getColorModel() {
        return band.getColorModel();
    }

    @Override
    public SampleModel getSampleModel() {
        return band.getSampleModel();
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return Math.ceilDiv(height, band.getHeight());
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return width;
    }

    @Override
    public int getTileHeight() {
        return band.getHeight();
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }

    // Named by the interface, which is older than lists
    @SuppressWarnings({"JdkObsolete", "NonApiType"})
    @Override
    public Vector<RenderedImage> getSources() {
        return new Vector<>();
    }

    @Override
    public Object getProperty(String name) {
        return java.awt.Image.UndefinedProperty;
    }

    @Override
    public String[] getPropertyNames() {
        return new String[0];
    }
}
