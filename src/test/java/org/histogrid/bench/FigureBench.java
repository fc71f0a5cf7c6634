package org.histogrid.bench;

import java.util.Locale;
import org.histogrid.figure.Figure;
import org.histogrid.figure.FigureFormat;
import org.histogrid.figure.FigureOptions;
import org.histogrid.figure.Figures;
import org.histogrid.figure.TestGrids;
import org.histogrid.stats.Statistic;

/// The demo's grid of 12 panels x 18,000 samples, already computed, as files for a paper.
public final class FigureBench {

    private static final int ROUNDS = 100;
    private static final int WARM_UPS = 200;

    private FigureBench() {}

    public static void main(String[] arguments) {
        var figure = Figure.of(TestGrids.grid(3, 4, 18_000, 100, Statistic.COUNT), TestGrids.labels(3))
                .titled("True and false answers");
        var options = FigureOptions.DEFAULT.showing(true, true, true, true);
        var vector = new Rounds(ROUNDS).warmUp(WARM_UPS);
        for (var format : new FigureFormat[] {FigureFormat.SVG, FigureFormat.PDF, FigureFormat.CSV, FigureFormat.PY}) {
            vector.add(format.name(), () -> Figures.make(format, figure, options));
            System.out.printf(Locale.ROOT, "%s, %,d bytes%n", format, Figures.make(format, figure, options).length);
        }
        System.out.println(vector.run().table(""));
        var pixels =
                new Rounds(5).warmUp(2).add("PNG of 300 dpi", () -> Figures.make(FigureFormat.PNG, figure, options));
        System.out.println(pixels.run().table(""));

        var svg = Ratio.atMost(50, "12 panels as SVG, p50 in ms", vector.p50("SVG"));
        var pdf = Ratio.atMost(150, "12 panels as PDF, p50 in ms", vector.p50("PDF"));
        if (!svg || !pdf) {
            throw new IllegalStateException("Figures are slower than promised");
        }
    }
}
