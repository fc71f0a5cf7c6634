package org.histogrid.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.Json;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.Provenance;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.stats.BinEdges;
import tools.jackson.databind.JsonNode;

/// The bins of a figure as JSON: rows, their panels, the classes of these, with settings and provenance.
final class BinDocument {

    private BinDocument() {}

    @SuppressWarnings("ArrayRecordComponent") // written and thrown away
    private record Document(
            String title,
            String histogrid,
            Optional<String> made,
            JsonNode settings,
            String heights,
            List<RowPart> rows) {}

    private record RowPart(
            String label, Optional<Provenance> provenance, Optional<String> problem, List<PanelPart> panels) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record PanelPart(
            int neuron, Optional<String> problem, double[] edges, List<ClassPart> classes, List<MarkPart> markers) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record ClassPart(
            String name,
            long n,
            long below,
            long above,
            long nan,
            long posInf,
            long negInf,
            Optional<double[]> ownEdges,
            long[] counts,
            double[] heights,
            Optional<CurvePart> curve) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record CurvePart(double[] x, double[] heights, double bandwidth) {}

    private record MarkPart(String kind, Optional<String> ofClass, double at) {}

    static String write(Figure figure) {
        var grid = figure.grid();
        return Json.write(new Document(
                figure.title(),
                figure.origin().version(),
                figure.origin().day().map(LocalDate::toString),
                SettingsJson.write(grid.settings()),
                GridWords.heightTitle(grid.settings()),
                IntStream.range(0, grid.rows().size())
                        .mapToObj(row ->
                                row(figure.rowLabels().get(row), grid.rows().get(row)))
                        .toList()));
    }

    private static RowPart row(String label, ComputedGrid.Row row) {
        return new RowPart(
                label,
                row.provenance(),
                row.problem(),
                row.panels().stream().map(BinDocument::panel).toList());
    }

    private static PanelPart panel(Panel panel) {
        return new PanelPart(
                panel.neuron(),
                panel.problem(),
                panel.edges().map(BinEdges::toArray).orElse(new double[0]),
                panel.classes().stream().map(BinDocument::ofClass).toList(),
                panel.marks().stream()
                        .map(mark -> new MarkPart(SettingsJson.word(mark.kind()), mark.ofClass(), mark.at()))
                        .toList());
    }

    private static ClassPart ofClass(PanelClass one) {
        var histogram = one.histogram();
        return new ClassPart(
                one.name(),
                histogram.n(),
                histogram.below(),
                histogram.above(),
                histogram.nan(),
                histogram.posInf(),
                histogram.negInf(),
                one.ownEdges().map(BinEdges::toArray),
                histogram.counts(),
                one.heights(),
                one.curve().map(curve -> new CurvePart(curve.x(), curve.heights(), curve.bandwidth())));
    }
}
