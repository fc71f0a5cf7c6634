package org.histogrid.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.neuron.BinTable.Line;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Binning;
import org.histogrid.stats.Histograms;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;

class BinTableTest {

    private static final double[] VALUES = {
        -1, 0, 0.5, 1, 2, 3, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private static final byte[] CLASS_OF = {0, 0, 1, 1, 0, 1, 1, 0, 0};

    private static BinEdges edges(double... edges) {
        return Binning.edges(BinRule.Edges.of(edges), new BinRange.Full(), List.of(VALUES));
    }

    private static PanelClass of(int index, BinEdges edges, Statistic stat, Optional<BinEdges> own) {
        var histogram = Histograms.count(VALUES, CLASS_OF, 2, edges).get(index);
        return new PanelClass(
                index == 0 ? "yes" : "no", index + 1, histogram, histogram.values(stat, edges), own, Optional.empty());
    }

    private static Panel panel(BinEdges edges, List<PanelClass> classes) {
        return new Panel(7, Optional.of(edges), classes, new Axis(0, 2), new Axis(0, 2), Optional.empty());
    }

    private static Panel common(Statistic stat) {
        var edges = edges(0, 1, 2);
        return panel(edges, List.of(of(0, edges, stat, Optional.empty()), of(1, edges, stat, Optional.empty())));
    }

    @Test
    void allSamplesAreInOneLine() {
        var table = BinTable.of(common(Statistic.COUNT), Statistic.COUNT);
        assertThat(table.columns()).containsExactly("yes count", "no count");
        assertThat(table.lines().stream().map(Line::part))
                .containsExactly("bin", "bin", "below", "above", "NaN", "+Inf", "-Inf");
        assertThat(table.lines().stream()
                        .flatMap(line -> line.counts().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(VALUES.length);
    }

    @Test
    void eachLineMeansTheValuesItCounts() {
        for (var line : BinTable.of(common(Statistic.COUNT), Statistic.COUNT).lines()) {
            for (var of = 0; of < 2; of++) {
                var inRange = 0L;
                for (var i = 0; i < VALUES.length; i++) {
                    inRange += CLASS_OF[i] == of && line.values().holds(VALUES[i]) ? 1 : 0;
                }
                assertThat(line.counts().get(of)).as(line.toString()).isEqualTo(inRange);
            }
        }
    }

    @Test
    void isWrittenInFullPrecision() {
        assertThat(BinTable.of(common(Statistic.DENSITY), Statistic.DENSITY)
                        .csv()
                        .replace("\r\n", "\n"))
                .isEqualTo("""
                        part,from,to,yes count,no count,yes density,no density
                        bin,0.0,1.0,1,1,0.5,0.5
                        bin,1.0,2.0,1,1,0.5,0.5
                        below,,0.0,1,0,,
                        above,2.0000000000000004,,0,1,,
                        NaN,,,0,1,,
                        +Inf,,,1,0,,
                        -Inf,,,1,0,,
                        """);
        assertThat(BinTable.of(common(Statistic.COUNT), Statistic.COUNT).tsv()).startsWith("part\tfrom\tto\tyes count");
    }

    @Test
    void namesThatSpreadsheetsWouldTakeForFormulasAreGuarded() {
        var edges = edges(0, 1, 2);
        var histogram = Histograms.count(VALUES, CLASS_OF, 2, edges).getFirst();
        var common = new PanelClass("=1+2", 1, histogram, new double[2]);
        var own = new PanelClass("=1+2", 1, histogram, new double[2], Optional.of(edges), Optional.empty());

        assertThat(BinTable.of(panel(edges, List.of(common)), Statistic.COUNT).csv())
                .startsWith("part,from,to,'=1+2 count\r\n");
        assertThat(BinTable.of(panel(edges, List.of(common)), Statistic.COUNT).tsv())
                .startsWith("part\tfrom\tto\t'=1+2 count\r\n");
        assertThat(BinTable.of(panel(edges, List.of(own)), Statistic.COUNT).csv())
                .startsWith("class,part,from,to,count\r\n'=1+2,bin,0.0,1.0,")
                .contains("\r\n'=1+2,-Inf,,,");
    }

    @Test
    void classesWithEdgesOfTheirOwnHaveTheirOwnLines() {
        var first = edges(0, 2);
        var second = edges(0, 1, 3);
        var classes = List.of(
                of(0, first, Statistic.COUNT, Optional.of(first)), of(1, second, Statistic.COUNT, Optional.of(second)));
        var table = BinTable.of(panel(edges(0, 1, 2, 3), classes), Statistic.COUNT);
        assertThat(table.ofOneClass()).isTrue();
        assertThat(table.columns()).containsExactly("count");
        assertThat(table.lines().stream()
                        .filter(Line::isBin)
                        .map(line -> line.ofClass().orElseThrow()))
                .containsExactly("yes", "no", "no");
        assertThat(table.lines().getFirst().values()).isEqualTo(ValueRange.closed(0, 2));
        assertThat(table.csv()).startsWith("class,part,from,to,count\r\nyes,bin,0.0,2.0,2\r\n");
    }
}
