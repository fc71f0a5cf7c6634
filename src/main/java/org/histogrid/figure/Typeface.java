package org.histogrid.figure;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A font as figures use it: the widths of texts and the outlines of letters, the same on every machine.
final class Typeface {

    /// Above and below the base line, as shares of the size: capitals and digits, and letters like g.
    static final double ASCENT = 0.74;

    static final double DESCENT = 0.22;

    private static final int MOST_CODES = 0x10000;
    private static final short MISSING = -1;

    /// Stands for what the font does not have, in all formats but SVG.
    private static final int BOX = 0x25a1;

    private static final Map<FigureFont, Typeface> LOADED =
            Collections.synchronizedMap(new EnumMap<>(FigureFont.class));

    private final FigureFont font;
    private final byte[] bytes;
    private final TrueTypeFont parsed;
    private final double unitsPerEm;
    private final short[] advances = new short[MOST_CODES];
    private final Map<Integer, GeneralPath> outlines = new ConcurrentHashMap<>();

    private Typeface(FigureFont font, byte[] bytes) throws IOException {
        this.font = font;
        this.bytes = bytes;
        this.parsed = parse(bytes);
        this.unitsPerEm = parsed.getUnitsPerEm();
        var glyphs = parsed.getUnicodeCmapLookup();
        Arrays.fill(advances, MISSING);
        for (var code = 0; code < MOST_CODES; code++) {
            var glyph = glyphs.getGlyphId(code);
            if (glyph > 0) {
                advances[code] = (short) parsed.getAdvanceWidth(glyph);
            }
        }
    }

    static Typeface of(FigureFont font) {
        return LOADED.computeIfAbsent(font, Typeface::load);
    }

    private static Typeface load(FigureFont font) {
        try (var in = Typeface.class.getResourceAsStream(font.file())) {
            if (in == null) {
                throw new IllegalStateException("The font " + font.file() + " is missing");
            }
            return new Typeface(font, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FigureFont font() {
        return font;
    }

    /// The font anew, for a document that takes parts of it.
    TrueTypeFont open() {
        try {
            return parse(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parse(byte[] bytes) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    }

    /// How wide a text of one line is. Letters do not move closer to each other. What the font does not have
    /// is counted as wide as high, for in SVG another font draws it.
    double width(String text, double size) {
        return size * text.codePoints().mapToDouble(this::advance).sum();
    }

    /// The text with boxes for what the font does not have.
    String drawable(String text) {
        return text.codePoints()
                .map(code -> has(code) ? code : BOX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The letters of a text that the font does not have.
    IntStream lacking(String text) {
        return text.codePoints().filter(code -> !has(code));
    }

    private boolean has(int code) {
        return code < MOST_CODES && advances[code] != MISSING;
    }

    /// As a share of the size.
    double advance(int code) {
        return has(code) ? advances[code] / unitsPerEm : 1;
    }

    /// The outline of a letter the font has, one unit high, y upwards.
    GeneralPath outline(int code) {
        return outlines.computeIfAbsent(code, this::read);
    }

    private GeneralPath read(int code) {
        try {
            synchronized (parsed) {
                var glyph =
                        parsed.getGlyph().getGlyph(parsed.getUnicodeCmapLookup().getGlyphId(code));
                var path = glyph == null ? new GeneralPath() : glyph.getPath();
                path.transform(java.awt.geom.AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
                return path;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
