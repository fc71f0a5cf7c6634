package org.histogrid.figure;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.CsvCells;
import org.histogrid.chart.StepSeries;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.Provenance;

/// The bins of a figure as CSV: a line for each bin of each class, hidden ones too, with what it was counted
/// from and where its step begins and ends on the height axis.
final class BinCsv {

    private static final String[] HEADER = {
        "row",
        "panel",
        "label",
        "model",
        "dataset",
        "site",
        "layer",
        "token",
        "labeling",
        "neuron",
        "class",
        "bin",
        "left",
        "right",
        "count",
        "height",
        "drawn_from",
        "drawn_to",
        "n",
        "below",
        "above",
        "nan",
        "pos_inf",
        "neg_inf"
    };

    /// Whole doubles below this are exact, and so are longs made of them.
    private static final double EXACT = 1e15;

    private BinCsv() {}

    static String write(Figure figure) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            var rows = figure.grid().rows();
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).panels().size(); column++) {
                    var panel = rows.get(row).panels().get(column);
                    if (panel.edges().isPresent()) {
                        write(csv, figure, row, column, panel);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, Figure figure, int row, int column, Panel panel) {
        var settings = figure.grid().settings();
        var series = PanelSeries.of(panel, settings.display(), ClassColours.of(figure.grid()));
        var provenance = figure.grid().rows().get(row).provenance();
        for (var one = 0; one < panel.classes().size(); one++) {
            var ofClass = panel.classes().get(one);
            var before = List.of(
                    whole(row + 1L),
                    whole(column + 1L),
                    CsvCells.guarded(figure.rowLabels().get(row)),
                    said(provenance.map(Provenance::model)),
                    said(provenance.map(Provenance::dataset)),
                    said(provenance.map(Provenance::site)),
                    said(provenance.flatMap(Provenance::layer).map(String::valueOf)),
                    said(provenance.map(Provenance::token)),
                    said(provenance.map(Provenance::labeling)),
                    whole(panel.neuron()),
                    CsvCells.guarded(ofClass.name()));
            write(csv, before, panel, ofClass, series.get(one));
        }
    }

    private static void write(CsvWriter csv, List<String> before, Panel panel, PanelClass ofClass, StepSeries series) {
        var edges = ofClass.ownEdges().or(panel::edges).orElseThrow();
        var histogram = ofClass.histogram();
        var heights = ofClass.heights();
        var drawn = series.heights();
        var bases = series.bases();
        for (var bin = 0; bin < histogram.bins(); bin++) {
            var base = bases.length == 0 ? 0 : bases[bin];
            var line = csv.writeRecord();
            before.forEach(line::writeField);
            line.writeField(whole(bin + 1L))
                    .writeField(number(edges.edge(bin)))
                    .writeField(number(edges.edge(bin + 1)))
                    .writeField(whole(histogram.count(bin)))
                    .writeField(number(heights[bin]))
                    .writeField(number(base))
                    .writeField(number(base + drawn[bin]))
                    .writeField(whole(histogram.n()))
                    .writeField(whole(histogram.below()))
                    .writeField(whole(histogram.above()))
                    .writeField(whole(histogram.nan()))
                    .writeField(whole(histogram.posInf()))
                    .writeField(whole(histogram.negInf()))
                    .endRecord();
        }
    }

    private static String said(Optional<String> text) {
        return CsvCells.guarded(text.orElse(""));
    }

    private static String whole(long number) {
        return Long.toString(number);
    }

    /// With all digits that the double has.
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
