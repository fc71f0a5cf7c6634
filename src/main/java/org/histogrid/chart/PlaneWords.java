package org.histogrid.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A plane in words, for those who do not see it.
final class PlaneWords {

    private PlaneWords() {}

    static String of(PlaneSpec spec) {
        return switch (spec.marks()) {
            case PlanePoints points -> of(spec, points);
            case PlaneCells cells -> of(spec, cells);
        };
    }

    private static String of(PlaneSpec spec, PlanePoints points) {
        if (points.x().length == 0) {
            return "No " + spec.unit() + ".";
        }
        var kinds = points.kinds();
        var byKind = IntStream.range(0, kinds.size())
                .mapToObj(kind -> number(points.indexesOf(kind).length) + " "
                        + kinds.get(kind).name())
                .collect(Collectors.joining(", "));
        var which = kinds.size() == 1 ? "" : ": " + byKind;
        return "%s %s%s. %s. %s."
                .formatted(
                        number(points.x().length),
                        spec.unit(),
                        which,
                        extent(spec.x(), points.x()),
                        extent(spec.y(), points.y()));
    }

    private static String of(PlaneSpec spec, PlaneCells cells) {
        var counts = cells.counts();
        var fullest = IntStream.range(0, counts.length)
                .reduce((best, cell) -> counts[cell] > counts[best] ? cell : best)
                .orElseThrow();
        var filled = Arrays.stream(counts).filter(count -> count > 0).count();
        return "%s %s in %s of %s cells, at most %s in one: %s; %s."
                .formatted(
                        number(cells.total()),
                        spec.unit(),
                        number(filled),
                        number(counts.length),
                        number(counts[fullest]),
                        range(spec.x(), cells.xEdges(), fullest % cells.columns()),
                        range(spec.y(), cells.yEdges(), fullest / cells.columns()));
    }

    private static String extent(AxisSpec axis, double[] values) {
        var all = Arrays.stream(values).summaryStatistics();
        var digits = ReadDigits.of(axis);
        return "%s from %s to %s"
                .formatted(
                        axis.title(), ReadDigits.spoken(all.getMin(), digits), ReadDigits.spoken(all.getMax(), digits));
    }

    private static String range(AxisSpec axis, double[] edges, int bin) {
        var digits = Edges.digits(edges);
        return "%s from %s to %s"
                .formatted(
                        axis.title(), ReadDigits.spoken(edges[bin], digits), ReadDigits.spoken(edges[bin + 1], digits));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
