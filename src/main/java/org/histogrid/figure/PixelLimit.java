package org.histogrid.figure;

import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;

/// How many pixels are drawn for whom. Lines and text have none, so PDF and SVG are for everybody.
public enum PixelLimit {
    /// For a member of the team.
    MEMBER("A PNG", FigureOptions.MOST_DPI, 100_000_000),
    /// For somebody with a link, of whom nobody knows who it is: enough for print over two columns of a paper.
    LINK("By a link, a PNG", 300, 25_000_000);

    private static final int MILLION = 1_000_000;

    private final String subject;
    private final int mostDpi;
    private final long mostPixels;

    PixelLimit(String subject, int mostDpi, long mostPixels) {
        this.subject = subject;
        this.mostDpi = mostDpi;
        this.mostPixels = mostPixels;
    }

    void check(int dpi) {
        if (dpi > mostDpi) {
            throw new BadInput("%s has at most %s dpi: take fewer, or PDF or SVG."
                            .formatted(subject, Numbers.integer(mostDpi)))
                    .forField("dpi");
        }
    }

    void check(long width, long height) {
        if (width * height > mostPixels) {
            throw new BadInput("%s has at most %s million pixels, not %s x %s: take fewer dpi, or PDF or SVG."
                            .formatted(subject, mostPixels / MILLION, Numbers.integer(width), Numbers.integer(height)))
                    .forField("dpi");
        }
    }
}
