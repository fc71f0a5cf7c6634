package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.figure.PanelChartsTest.counted;
import static org.histogrid.figure.PanelChartsTest.grid;
import static org.histogrid.figure.PanelChartsTest.panel;

import java.util.List;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;

class GridWordsTest {

    private static final Axis Y = new Axis(0, 1);

    @Test
    void rowLabelsSayWhatIsMeasured() {
        assertThat(GridWords.rowLabel(HistogramSettings.DEFAULT.withStat(Statistic.COUNT), "Gemma-7B"))
                .isEqualTo("# Samples / Gemma-7B");
        assertThat(GridWords.rowLabel(HistogramSettings.DEFAULT.withStat(Statistic.DENSITY), "Gemma-7B"))
                .isEqualTo("Density / Gemma-7B");
        assertThat(GridWords.rowLabel(HistogramSettings.DEFAULT.withStat(Statistic.PERCENT), "Gemma-7B"))
                .isEqualTo("% of class / Gemma-7B");
    }

    @Test
    void samplesOfEachClassAreSaidInTheirOrder() {
        assertThat(GridWords.samples(panel(Y, counted("a", 12_000, 400, 0), counted("b", 5_600, 0, 0))))
                .isEqualTo("n 12\u202f400 / 5\u202f600 (69\u202f% / 31\u202f%)");
    }

    @Test
    void whatLiesOutsideIsSaidOnlyWhereThereIsAny() {
        var outside =
                new PanelClass("a", 1, new ClassHistogram(20, new long[] {1, 0, 0}, 2, 12, 3, 1, 1), new double[3]);
        assertThat(GridWords.outside(panel(Y, outside)))
                .isEqualTo("3 NaN, 2 infinite, 2 below the range, 12 above the range");
        assertThat(GridWords.outside(panel(Y, counted("a", 1, 1, 1)))).isEmpty();
    }

    @Test
    void classesWithoutSamplesAreSaidBeforeWhatLiesOutside() {
        var outside = new PanelClass("a", 1, new ClassHistogram(4, new long[] {1, 0, 0}, 0, 0, 3, 0, 0), new double[3]);
        var empty = counted("false answer", 0, 0, 0);
        assertThat(GridWords.remarks(panel(Y, outside, empty))).isEqualTo("false answer: no samples, 3 NaN");
        assertThat(GridWords.remarks(panel(Y, counted("a", 1, 1, 1), empty))).isEqualTo("false answer: no samples");
        assertThat(GridWords.remarks(panel(Y, counted("a", 1, 1, 1)))).isEmpty();
    }

    @Test
    void countsOfUnequalClassesShowTheBaseRate() {
        var unequal = grid(panel(Y, counted("true answer", 69, 0, 0), counted("false answer", 31, 0, 0)));
        assertThat(GridWords.baseRate(unequal))
                .hasValueSatisfying(text -> assertThat(text).contains("69\u202f%", "true answer"));

        var nearlyEqual = grid(panel(Y, counted("true answer", 60, 0, 0), counted("false answer", 40, 0, 0)));
        assertThat(GridWords.baseRate(nearlyEqual)).isEmpty();

        var density = new ComputedGrid(unequal.rows(), HistogramSettings.DEFAULT.withStat(Statistic.DENSITY));
        assertThat(GridWords.baseRate(density)).isEmpty();
        assertThat(GridWords.baseRate(grid(panel(Y, counted("only one", 5, 0, 0)))))
                .isEmpty();
    }

    @Test
    void aClassKeepsItsColourInRowsThatOrderTheirClassesOtherwise() {
        var colours = ClassColours.of(grid(
                panel(Y, counted("true answer", 1, 0, 0), counted("false answer", 1, 0, 0)),
                panel(Y, counted("false answer", 1, 0, 0), counted("true answer", 1, 0, 0))));
        assertThat(colours.variable("true answer")).isEqualTo("--hg-class-1");
        assertThat(colours.legend())
                .extracting(ClassColours.Entry::text)
                .containsExactly("true answer", "false answer");
    }

    @Test
    void otherClassesTakeTheColoursOfTheirPositions() {
        var colours = ClassColours.of(grid(
                panel(Y, counted("true answer", 1, 0, 0), counted("false answer", 1, 0, 0)),
                panel(Y, counted("city", 1, 0, 0), counted("person", 1, 0, 0)),
                panel(Y, counted("mixed", 1, 0, 0), counted("true answer", 1, 0, 0))));
        assertThat(colours.legend())
                .extracting(ClassColours.Entry::names)
                .containsExactly(List.of("true answer", "city"), List.of("false answer", "person", "mixed"));
    }
}
