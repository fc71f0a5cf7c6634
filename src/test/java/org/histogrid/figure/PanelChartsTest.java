package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepSeries;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.ComputedGrid.PanelMark;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.MarkerKind;
import org.histogrid.histogram.Scale;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;

class PanelChartsTest {

    private static final BinEdges EDGES = BinEdges.of(-1, 0, 1, 2);

    private static final Panel TWO =
            panel(new Axis(0, 12500), counted("true answer", 1, 12_000, 3), counted("false answer", 0, 5, 600));

    static PanelClass counted(String name, long... counts) {
        return coloured(name, 1, counts);
    }

    static PanelClass coloured(String name, int colour, long... counts) {
        return new PanelClass(
                name,
                colour,
                new ClassHistogram(Arrays.stream(counts).sum(), counts, 0, 0, 0, 0, 0),
                Arrays.stream(counts).asDoubleStream().toArray());
    }

    static Panel panel(Axis y, PanelClass... classes) {
        return new Panel(2021, Optional.of(EDGES), List.of(classes), new Axis(-1, 2), y, Optional.empty());
    }

    static ComputedGrid grid(Panel... panels) {
        return new ComputedGrid(
                Arrays.stream(panels)
                        .map(panel -> new ComputedGrid.Row(Optional.empty(), Optional.empty(), List.of(panel)))
                        .toList(),
                HistogramSettings.DEFAULT);
    }

    @Test
    void descriptionSaysWhichClassHasNoSamplesOrNoneInABin() {
        var outside = new PanelClass("b", 1, new ClassHistogram(1, new long[3], 0, 1, 0, 0, 0), new double[3]);
        var panel = panel(new Axis(0, 1), counted("a", 0, 0, 0), outside);
        var spec = PanelCharts.chart(panel, HistogramSettings.DEFAULT, ClassColours.of(grid(panel)), "LLaMA-2-7B");
        assertThat(spec.description()).contains("LLaMA-2-7B: a: no samples; b 1 sample, none in a bin. Values");
    }

    @Test
    void descriptionFindsThePeakOverTheEdgesOfItsClass() {
        var own = new PanelClass(
                "a",
                1,
                new ClassHistogram(9, new long[] {1, 1, 1, 6}, 0, 0, 0, 0, 0),
                new double[4],
                Optional.of(BinEdges.of(0, 0.25, 0.5, 0.75, 1)),
                Optional.empty());
        var panel = panel(new Axis(0, 1), own);
        var spec = PanelCharts.chart(panel, HistogramSettings.DEFAULT, ClassColours.of(grid(panel)), "LLaMA-2-7B");
        assertThat(spec.description()).contains("a 9 samples, most at 0.875");
    }

    @Test
    void chartHasTheEdgesHeightsAndCountsOfThePanel() {
        var spec = PanelCharts.chart(TWO, HistogramSettings.DEFAULT, ClassColours.of(grid(TWO)), "LLaMA-2-7B");

        assertThat(spec.edges()).containsExactly(-1, 0, 1, 2);
        assertThat(spec.series()).extracting(StepSeries::name).containsExactly("true answer", "false answer");
        assertThat(spec.series()).extracting(StepSeries::colour).containsExactly("--hg-class-1", "--hg-class-2");
        assertThat(spec.series().getFirst().counts()).containsExactly(1, 12_000, 3);
        assertThat(spec.series().getLast().heights()).containsExactly(0, 5, 600);
        assertThat(spec.heightName()).isEmpty();
        assertThat(spec.description())
                .contains("neuron 2021, LLaMA-2-7B", "true answer 12004 samples, most at 0.5", "3 bins");
    }

    @Test
    void classHasTheColourOfItsLabelingInEveryPanel() {
        var first = panel(new Axis(0, 9), coloured("true answer", 5, 1, 0, 0), coloured("false answer", 2, 0, 0, 1));
        var second = panel(new Axis(0, 9), coloured("false answer", 3, 1, 0, 0), coloured("unsure", 2, 0, 0, 1));
        var colours = ClassColours.of(grid(first, second));

        assertThat(PanelCharts.chart(first, HistogramSettings.DEFAULT, colours, "")
                        .series())
                .extracting(StepSeries::colour)
                .containsExactly("--hg-class-5", "--hg-class-2");
        assertThat(PanelCharts.chart(second, HistogramSettings.DEFAULT, colours, "")
                        .series())
                .extracting(StepSeries::colour)
                .containsExactly("--hg-class-2", "--hg-class-3");
        assertThat(colours.legend())
                .extracting(ClassColours.Entry::text)
                .containsExactly("true answer", "false answer", "unsure");
    }

    @Test
    void axesHaveRoundTicksAndTheWordsOfTheFigure() {
        var spec = PanelCharts.chart(TWO, HistogramSettings.DEFAULT, ClassColours.of(grid(TWO)), "");

        assertThat(spec.x().title()).isEqualTo("2021-th neuron act.");
        assertThat(spec.x().ticks()).containsExactly(-1.0, 0.0, 1.0, 2.0);
        assertThat(spec.y().high()).isEqualTo(12_500);
        assertThat(spec.y().tickLabels())
                .containsExactly("0", "2\u202f500", "5\u202f000", "7\u202f500", "10\u202f000", "12\u202f500");
    }

    @Test
    void countsHaveWholeTicksHoweverFew() {
        var one = panel(new Axis(0, 1), counted("a", 1, 0, 0));
        assertThat(PanelCharts.chart(one, HistogramSettings.DEFAULT, ClassColours.of(grid(one)), "")
                        .y()
                        .tickLabels())
                .containsExactly("0", "1");
        assertThat(PanelCharts.chart(
                                one,
                                HistogramSettings.DEFAULT.withStat(Statistic.CUMULATIVE),
                                ClassColours.of(grid(one)),
                                "")
                        .y()
                        .ticks())
                .hasSizeBetween(4, 6);
    }

    @Test
    void panelsWithTheSameAxisHaveTheSameTicks() {
        var low = panel(new Axis(0, 12500), counted("true answer", 0, 1, 0));
        var colours = ClassColours.of(grid(TWO, low));
        assertThat(PanelCharts.chart(low, HistogramSettings.DEFAULT, colours, "")
                        .y())
                .isEqualTo(PanelCharts.chart(TWO, HistogramSettings.DEFAULT, colours, "")
                        .y());
    }

    @Test
    void anAxisLongerThanADoubleIsNotDrawn() {
        var endless = new Panel(
                0,
                Optional.of(BinEdges.of(-1.7e308, 0, 1.7e308)),
                List.of(counted("a", 1, 1)),
                new Axis(-1.7e308, 1.7e308),
                new Axis(0, 1),
                Optional.empty());
        assertThat(PanelCharts.isDrawable(endless)).isFalse();
        assertThat(GridWords.problem(endless)).contains("range");
    }

    @Test
    void twelvePanelsOfAHundredBinsAreSmall() {
        var random = new Random(1);
        var bytes = 0;
        for (var i = 0; i < 12; i++) {
            var values = random.doubles(18_000)
                    .map(uniform -> Math.log(uniform / (1 - uniform)))
                    .toArray();
            bytes += new StepChart(PanelCharts.chart(
                            figurePanel(i, values),
                            HistogramSettings.DEFAULT,
                            new ClassColours(Map.of()),
                            "LLaMA-2-7B"))
                    .getElement()
                    .getProperty("spec")
                    .length();
        }
        assertThat(bytes).as("bytes of 12 panels").isLessThan(60_000);
    }

    @Test
    void mirroredClassesHangDownFromALabelWithoutSign() {
        var mirrored = HistogramSettings.DEFAULT.withDisplay(Display.MIRROR);
        var panel = panel(new Axis(-12_500, 12_500), counted("up", 1, 12_000, 3), counted("down", 0, 5, 600));

        var spec = PanelCharts.chart(panel, mirrored, ClassColours.of(grid(panel)), "");

        assertThat(spec.series().get(0).heights()).containsExactly(1, 12_000, 3);
        assertThat(spec.series().get(1).heights()).containsExactly(0, -5, -600);
        assertThat(spec.y().low()).isEqualTo(-spec.y().high());
        assertThat(spec.y().ticks().getFirst()).isNegative();
        assertThat(spec.y().tickLabels()).allMatch(label -> Character.isDigit(label.charAt(0)));
        assertThat(spec.y().tickLabels().getFirst())
                .isEqualTo(spec.y().tickLabels().getLast());
    }

    @Test
    void stackedClassesStandOnEachOtherAndSoDoTheirCurves() {
        var stacked = HistogramSettings.DEFAULT.withDisplay(Display.STACK);
        var low = curved("low", new double[] {1, 1}, 1, 2, 3);
        var high = curved("high", new double[] {2, 4}, 10, 20, 30);
        var panel = panel(new Axis(0, 40), low, high);

        var series = PanelCharts.chart(panel, stacked, ClassColours.of(grid(panel)), "")
                .series();

        assertThat(series.get(0).bases()).containsOnly(0);
        assertThat(series.get(1).bases()).containsExactly(1, 2, 3);
        assertThat(series.get(1).curve().orElseThrow().y()).containsExactly(3, 5);
    }

    private static PanelClass curved(String name, double[] heights, long... counts) {
        var plain = counted(name, counts);
        return new PanelClass(
                name,
                1,
                plain.histogram(),
                plain.heights(),
                Optional.empty(),
                Optional.of(new ComputedGrid.Curve(new double[] {-1, 2}, heights, 0.5)));
    }

    @Test
    void outlinesAreNotFilled() {
        var outlined = HistogramSettings.DEFAULT.withDisplay(Display.OUTLINE);
        assertThat(PanelCharts.chart(TWO, outlined, ClassColours.of(grid(TWO)), "")
                        .series())
                .noneMatch(StepSeries::filled);
    }

    @Test
    void logarithmicHeightsHavePowersOfTenAsTicks() {
        var panel = panel(new Axis(0.5, 100_000), counted("a", 1, 12_000, 3));
        var y = PanelCharts.chart(panel, HistogramSettings.DEFAULT.withLogY(true), ClassColours.of(grid(panel)), "")
                .y();
        assertThat(y.logarithmic()).isTrue();
        assertThat(y.ticks()).containsExactly(10.0, 1_000.0, 100_000.0);
        assertThat(y.tickLabels()).containsExactly("10", "1\u202f000", "100\u202f000");
    }

    @Test
    void markersHaveTheirValueAndTheColourOfTheirClass() {
        var marked = new Panel(
                3,
                TWO.edges(),
                TWO.classes(),
                List.of(
                        new PanelMark(MarkerKind.MEDIAN, Optional.of("true answer"), 0.3127),
                        new PanelMark(MarkerKind.THRESHOLD, Optional.empty(), -0.5)),
                TWO.x(),
                TWO.y(),
                Optional.empty());
        var colours = ClassColours.of(grid(marked));

        assertThat(PanelCharts.chart(marked, HistogramSettings.DEFAULT, colours, "")
                        .markers())
                .containsExactly(
                        new Marker(0.3127, "median 0.313", colours.variable("true answer"), Optional.of("true answer")),
                        new Marker(-0.5, "cut \u22120.5"));
    }

    @Test
    void classesWithEdgesOfTheirOwnKeepThem() {
        var own = BinEdges.of(0, 2, 4, 8);
        var plain = counted("a", 1, 2, 3);
        var panel = panel(
                new Axis(0, 5),
                new PanelClass("a", 1, plain.histogram(), plain.heights(), Optional.of(own), Optional.empty()));
        assertThat(PanelCharts.chart(panel, HistogramSettings.DEFAULT, ClassColours.of(grid(panel)), "")
                        .series()
                        .getFirst()
                        .edges())
                .containsExactly(0, 2, 4, 8);
    }

    @Test
    void axesSayTheUnitOfTheirValues() {
        assertThat(GridWords.panelTitle(TWO, Scale.RAW)).isEqualTo("2021-th neuron act.");
        assertThat(GridWords.panelTitle(TWO, Scale.RANK)).isEqualTo("2021-th neuron act. (percentile)");
    }

    private static Panel figurePanel(int neuron, double[] values) {
        var low = Arrays.stream(values).min().orElseThrow();
        var high = Arrays.stream(values).max().orElseThrow();
        var edges = new double[101];
        for (var i = 0; i <= 100; i++) {
            edges[i] = low + (high - low) * i / 100;
        }
        var classes = new ArrayList<PanelClass>();
        for (var ofClass = 0; ofClass < 2; ofClass++) {
            var counts = new long[100];
            for (var i = ofClass; i < values.length; i += ofClass + 1) {
                counts[Math.min(99, (int) ((values[i] - low) / (high - low) * 100))]++;
            }
            classes.add(counted("class " + ofClass, counts));
        }
        return new Panel(
                neuron,
                Optional.of(BinEdges.of(edges)),
                classes,
                new Axis(low, high),
                new Axis(0, 800),
                Optional.empty());
    }
}
