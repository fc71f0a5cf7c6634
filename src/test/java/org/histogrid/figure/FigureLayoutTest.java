package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.Drawing.Text;
import org.histogrid.figure.FigureSize.Unit;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.MarkerKind;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FigureLayoutTest {

    private static final FigureOptions ALL_WORDS = FigureOptions.DEFAULT.showing(true, true, true, true);

    private static final Figure DEMO =
            Figure.of(TestGrids.grid(3, 4, 18_000, 100, Statistic.COUNT), TestGrids.labels(3));

    static Stream<Arguments> crowds() {
        var longName = "meta-llama/Llama-2-7b-chat-hf-finetuned-on-a-very-long-list-of-questions-about-cities";
        var slide = ALL_WORDS.withSize(FigureSize.wide(33.8, Unit.CM));
        return Stream.of(
                Arguments.of("1 x 1", grid(1, 1), TestGrids.labels(1), ALL_WORDS),
                Arguments.of("3 x 4", grid(3, 4), TestGrids.labels(3), ALL_WORDS),
                Arguments.of("3 x 4 in a column", grid(3, 4), TestGrids.labels(3), column()),
                Arguments.of("12 x 20", grid(12, 20), TestGrids.labels(12), slide.withFont(FigureFont.SANS, 6)),
                Arguments.of("12 x 20 serif", grid(12, 20), TestGrids.labels(12), slide.withFont(FigureFont.SERIF, 5)),
                Arguments.of("long labels", grid(3, 4), Collections.nCopies(3, longName), ALL_WORDS),
                Arguments.of("long, no words to break", grid(2, 3), Collections.nCopies(2, "M".repeat(200)), column()),
                Arguments.of("same neurons", TestGrids.sameNeurons(4, 8), TestGrids.labels(4), ALL_WORDS),
                Arguments.of("low", grid(3, 4), TestGrids.labels(3), low()));
    }

    private static FigureOptions column() {
        return FigureOptions.of(FigurePreset.ONE_COLUMN).showing(true, true, true, true);
    }

    private static FigureOptions low() {
        return ALL_WORDS.withSize(FigureSize.of(18.3, 9, Unit.CM));
    }

    private static ComputedGrid grid(int rows, int columns) {
        return TestGrids.grid(rows, columns, 2_000, 40, Statistic.COUNT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crowds")
    void noTwoTextsOverlapAndNoneLeavesThePaper(
            String name, ComputedGrid grid, List<String> labels, FigureOptions options) {
        var scores = grid.rows().stream()
                .map(row -> Collections.nCopies(row.panels().size(), "AUROC 0.873, d 1.52"))
                .toList();
        var figure = Figure.of(grid, labels)
                .titled("True and false answers of three models, in all neurons that tell them apart")
                .scored(scores);
        var drawing = FigureLayout.draw(figure, options);

        var texts = Drawings.texts(drawing);
        assertThat(overlaps(texts)).isEmpty();
        var paper = new Box(0, 0, drawing.width(), drawing.height());
        assertThat(texts).allMatch(text -> paper.holds(text.box()));
        assertThat(Drawings.groups(drawing, "panel"))
                .hasSize(grid.rows().stream()
                        .mapToInt(row -> row.panels().size())
                        .sum())
                .allMatch(panel -> Drawings.of(Text.class, panel.items()).stream()
                        .anyMatch(text -> text.kind().equals("tick")));
    }

    static Stream<HistogramSettings> displays() {
        var usual =
                HistogramSettings.DEFAULT.withBins(new BinRule.Count(30)).withMarkers(EnumSet.allOf(MarkerKind.class));
        return Stream.of(
                usual.withDisplay(Display.OUTLINE).withSmooth(true),
                usual.withDisplay(Display.STACK).withStat(Statistic.PERCENT).withSmooth(true),
                usual.withDisplay(Display.MIRROR).withStat(Statistic.DENSITY),
                usual.withLogY(true).withSmooth(true),
                usual.withEdgeScope(EdgeScope.CLASS).withStat(Statistic.CUMULATIVE),
                usual.withRange(new BinRange.Clip(5, 95)));
    }

    @ParameterizedTest
    @MethodSource("displays")
    void everyDisplayStaysInsideItsAxesAndWritesNothingOverAnything(HistogramSettings settings) {
        var drawing =
                FigureLayout.draw(Figure.of(TestGrids.grid(2, 3, 3_000, settings), TestGrids.labels(2)), ALL_WORDS);
        assertThat(overlaps(Drawings.texts(drawing))).isEmpty();
        assertThat(Drawings.texts(drawing, "note")).isEqualTo(GridWords.notes(settings));
        assertThat(Drawings.texts(drawing, "legend")).contains("mean", "median", "cut");
        for (var panel : Drawings.groups(drawing, "panel")) {
            var axis = Drawings.of(
                            Line.class,
                            Drawings.groups(inside(panel), "x-axis").getFirst().items())
                    .getFirst();
            for (var one : Drawings.groups(inside(panel), "class")) {
                var steps = Drawings.of(Path.class, one.items());
                assertThat(steps).isNotEmpty();
                assertThat(steps.getFirst().fill().isPresent()).isEqualTo(settings.display() != Display.OUTLINE);
                for (var path : steps) {
                    if (one.clip().isEmpty()) {
                        var box = Box.around(path.parts());
                        assertThat(box.left()).isGreaterThanOrEqualTo(axis.x1() - 1e-6);
                        assertThat(box.right()).isLessThanOrEqualTo(axis.x2() + 1e-6);
                        assertThat(box.bottom()).isLessThanOrEqualTo(axis.y1() + 1e-6);
                    }
                }
            }
        }
    }

    @Test
    void stackedClassesStandOnEachOther() {
        var overlaid = PanelChartsTest.grid(PanelChartsTest.panel(
                new Axis(0, 10), PanelChartsTest.counted("a", 4, 2, 0), PanelChartsTest.counted("b", 1, 3, 5)));
        var grid = new ComputedGrid(overlaid.rows(), overlaid.settings().withDisplay(Display.STACK));
        var upper = Drawings.groups(FigureLayout.draw(Figure.of(grid, List.of("m")), FigureOptions.DEFAULT), "class")
                .getLast();
        var paths = Drawings.of(Path.class, upper.items());
        assertThat(paths).extracting(Path::kind).containsExactly("area", "steps");
        var area = paths.getFirst().parts().getFirst();
        var ground = Drawings.of(
                        Path.class,
                        Drawings.groups(
                                        FigureLayout.draw(Figure.of(grid, List.of("m")), FigureOptions.DEFAULT),
                                        "class")
                                .getFirst()
                                .items())
                .getFirst()
                .parts()
                .getFirst()[1];
        // Foot and top of each bin in counts: 4 to 5, 2 to 5, 0 to 5
        var unit = (ground - area[3]) / 5;
        assertThat(IntStream.range(0, area.length / 2)
                        .mapToObj(corner -> Math.round((ground - area[2 * corner + 1]) / unit)))
                .containsExactly(4L, 5L, 5L, 5L, 5L, 5L, 5L, 0L, 0L, 2L, 2L, 4L);
    }

    private static List<String> overlaps(List<Text> texts) {
        var overlaps = new ArrayList<String>();
        for (var first = 0; first < texts.size(); first++) {
            for (var second = first + 1; second < texts.size(); second++) {
                if (texts.get(first).box().overlaps(texts.get(second).box())) {
                    overlaps.add(texts.get(first) + " and " + texts.get(second));
                }
            }
        }
        return overlaps;
    }

    @Test
    void stepsStandAtTheEdgesAndAreAsHighAsTheirBins() {
        var drawing = FigureLayout.draw(DEMO, FigureOptions.DEFAULT);
        var panels = Drawings.groups(drawing, "panel");
        var grid = DEMO.grid();
        for (var index = 0; index < panels.size(); index++) {
            var panel = grid.rows().get(index / 4).panels().get(index % 4);
            var axis = Drawings.of(
                            Line.class,
                            Drawings.groups(inside(panels.get(index)), "x-axis")
                                    .getFirst()
                                    .items())
                    .getFirst();
            var top =
                    Drawings.of(
                                    Line.class,
                                    Drawings.groups(inside(panels.get(index)), "grid")
                                            .getFirst()
                                            .items())
                            .stream()
                            .mapToDouble(Line::y1)
                            .min()
                            .orElseThrow();
            var perUnit = (axis.y1() - top) / panel.y().high();
            var classes = Drawings.groups(inside(panels.get(index)), "class");
            for (var one = 0; one < classes.size(); one++) {
                var counts = panel.classes().get(one).histogram().counts();
                var steps = Drawings.of(Path.class, classes.get(one).items()).getFirst();
                assertThat(heights(steps, axis, panel, perUnit)).containsExactly(counts);
            }
        }
    }

    private static Drawing inside(Drawing.Group group) {
        return new Drawing(1, 1, FigureFont.SANS, group.items());
    }

    /// The count of each bin as drawn: tops lie between two corners of the same height, at the edges of the
    /// bin.
    private static long[] heights(Path steps, Line axis, Panel panel, double perUnit) {
        var edges = panel.edges().orElseThrow();
        var heights = new long[edges.bins()];
        for (var part : steps.parts()) {
            assertThat(part[1]).isEqualTo(axis.y1());
            assertThat(part[part.length - 1]).isEqualTo(axis.y1());
            for (var corner = 2; corner + 3 < part.length; corner += 4) {
                var left = value(part[corner], axis, panel);
                var bin = nearest(edges.toArray(), left);
                assertThat(left).isCloseTo(edges.edge(bin), within(1e-9));
                assertThat(value(part[corner + 2], axis, panel)).isCloseTo(edges.edge(bin + 1), within(1e-9));
                assertThat(part[corner + 3]).isEqualTo(part[corner + 1]);
                var height = (axis.y1() - part[corner + 1]) / perUnit;
                assertThat(height).isCloseTo(Math.rint(height), within(1e-6));
                heights[bin] = Math.round(height);
            }
        }
        return heights;
    }

    private static double value(double x, Line axis, Panel panel) {
        var share = (x - axis.x1()) / (axis.x2() - axis.x1());
        return panel.x().low() + share * (panel.x().high() - panel.x().low());
    }

    private static int nearest(double[] edges, double value) {
        var found = Arrays.binarySearch(edges, value - 1e-9);
        return found < 0 ? -found - 1 : found;
    }

    @Test
    void noLineRunsAlongTheAxisOverEmptyBins() {
        var panel = PanelChartsTest.panel(new Axis(0, 5), PanelChartsTest.counted("a", 3, 0, 2));
        var steps =
                steps(FigureLayout.draw(Figure.of(PanelChartsTest.grid(panel), List.of("m")), FigureOptions.DEFAULT));
        assertThat(steps.parts()).hasSize(2);
        assertThat(steps.parts()).allMatch(part -> part.length == 8);
        assertThat(steps.parts().getFirst()[6]).isLessThan(steps.parts().getLast()[0]);
    }

    private static Path steps(Drawing drawing) {
        return Drawings.of(
                        Path.class, Drawings.groups(drawing, "class").getFirst().items())
                .getFirst();
    }

    @Test
    void panelsOfAFigureAreEquallyLarge() {
        var drawing = FigureLayout.draw(DEMO, ALL_WORDS);
        var axes = Drawings.groups(drawing, "x-axis").stream()
                .map(axis -> Drawings.of(Line.class, axis.items()).getFirst())
                .toList();
        assertThat(axes)
                .extracting(axis -> Math.round(1e6 * (axis.x2() - axis.x1())))
                .containsOnly(
                        Math.round(1e6 * (axes.getFirst().x2() - axes.getFirst().x1())));
        assertThat(axes.stream().map(Line::y1).distinct()).hasSize(3);
        assertThat(axes.stream().map(Line::x1).distinct()).hasSize(4);
    }

    @Test
    void rowsPanelsLegendAndTitleAreNamed() {
        var drawing = FigureLayout.draw(DEMO.titled("Answers"), ALL_WORDS);
        assertThat(Drawings.texts(drawing, "title")).containsExactly("Answers");
        assertThat(Drawings.texts(drawing, "legend")).containsExactly("true answer", "false answer");
        assertThat(Drawings.texts(drawing, "row-label"))
                .containsExactly("# Samples / LLaMA-2-7B", "# Samples / LLaMA-3-8B", "# Samples / Gemma-7B");
        assertThat(Drawings.texts(drawing, "panel-title")).hasSize(12).startsWith("2021-th neuron act.");
        assertThat(Drawings.texts(drawing, "over")).hasSize(12).allMatch(text -> text.startsWith("n 12\u202f"));
        assertThat(Drawings.texts(
                        FigureLayout.draw(DEMO.titled("Answers"), ALL_WORDS.showing(false, false, false, false))))
                .extracting(Text::kind)
                .doesNotContain("title", "legend", "over");
    }

    @Test
    void rowsOfTheSameNeuronsHaveHeadingsInsteadOfTitles() {
        var drawing =
                FigureLayout.draw(Figure.of(TestGrids.sameNeurons(3, 2), TestGrids.labels(3)), FigureOptions.DEFAULT);
        assertThat(Drawings.texts(drawing, "heading")).containsExactly("2021-th neuron act.", "3556-th neuron act.");
        assertThat(Drawings.texts(drawing, "panel-title")).isEmpty();
    }

    @Test
    void whatCannotBeShownSaysSoInItsPlace() {
        var random = new Random(1);
        var good = TestGrids.panel(7, List.of("a", "b"), 500, 20, Statistic.COUNT, random);
        var rows = List.of(
                new ComputedGrid.Row(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(good, TestGrids.failed(9, "Neuron 9 is not recorded here."))),
                new ComputedGrid.Row(
                        Optional.empty(),
                        Optional.of("This labeling was deleted."),
                        List.of(
                                TestGrids.failed(7, "This labeling was deleted."),
                                TestGrids.failed(9, "This labeling was deleted."))),
                new ComputedGrid.Row(Optional.empty(), Optional.empty(), List.of()));
        var drawing = FigureLayout.draw(
                Figure.of(TestGrids.grid(rows, Statistic.COUNT), TestGrids.labels(3)), FigureOptions.DEFAULT);
        assertThat(String.join(" ", Drawings.texts(drawing, "problem")))
                .isEqualTo("Neuron 9 is not recorded here. This labeling was deleted. This row has no neurons.");
        assertThat(Drawings.groups(drawing, "panel")).hasSize(4);
        assertThat(overlaps(Drawings.texts(drawing))).isEmpty();
    }

    @Test
    void hiddenClassesAreNeitherDrawnNorNamed() {
        var drawing = FigureLayout.draw(DEMO, FigureOptions.DEFAULT.hiding(Set.of("true answer")));
        assertThat(Drawings.texts(drawing, "legend")).containsExactly("false answer");
        assertThat(Drawings.groups(drawing, "class"))
                .hasSize(12)
                .allMatch(one -> one.description().equals("false answer"));
    }

    @Test
    void aFigureTooSmallForItsPanelsSaysHowLargeItMustBe() {
        var figure = Figure.of(grid(12, 20), TestGrids.labels(12));
        var tooNarrow = FigureOptions.of(FigurePreset.ONE_COLUMN);
        assertThatThrownBy(() -> FigureLayout.draw(figure, tooNarrow))
                .isInstanceOfSatisfying(BadInput.class, refused -> {
                    assertThat(refused)
                            .hasMessageContaining("20 panels beside each other do not fit into 8.9 cm at 7 pt");
                    assertThat(refused.field()).hasValue("width");
                    var needed =
                            Double.parseDouble(refused.getMessage().replaceAll(".* width of ([0-9.]+) cm.*", "$1"));
                    var options = tooNarrow.withSize(FigureSize.wide(needed, Unit.CM));
                    assertThat(FigureLayout.draw(figure, options).width()).isCloseTo(needed * 72 / 2.54, within(1e-9));
                });
        assertThatThrownBy(() ->
                        FigureLayout.draw(figure, FigureOptions.DEFAULT.withSize(FigureSize.of(13.3, 2, Unit.INCH))))
                .isInstanceOfSatisfying(BadInput.class, refused -> {
                    assertThat(refused).hasMessageContaining("12 rows do not fit into a height of 2 in");
                    assertThat(refused.field()).hasValue("height");
                });
    }

    @Test
    void aGivenHeightIsFilled() {
        var drawing = FigureLayout.draw(DEMO, low());
        assertThat(drawing.height()).isCloseTo(9 * 72 / 2.54, within(1e-9));
        var lowest = Drawings.texts(drawing).stream()
                .mapToDouble(text -> text.box().bottom())
                .max()
                .orElseThrow();
        assertThat(lowest).isBetween(drawing.height() - 10, drawing.height());
    }

    @Test
    void moreBinsThanAFigureHoldsAreRefused() {
        var panel = TestGrids.panel(1, List.of("a", "b"), 100, 1_000, Statistic.COUNT, new Random(1));
        var row = new ComputedGrid.Row(Optional.empty(), Optional.empty(), Collections.nCopies(60, panel));
        var figure = Figure.of(
                new ComputedGrid(Collections.nCopies(4, row), grid(1, 1).settings()), TestGrids.labels(4));
        assertThatThrownBy(() -> FigureLayout.draw(figure, FigureOptions.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("choose fewer bins");
    }

    @Test
    void aGridWithoutAPanelIsNoFigure() {
        var empty = new ComputedGrid.Row(Optional.empty(), Optional.empty(), List.of());
        assertThatThrownBy(() ->
                        Figure.of(new ComputedGrid(List.of(empty), grid(1, 1).settings()), List.of("m")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void numbersAtAxesAreThoseOfTheChart() {
        var drawing = FigureLayout.draw(DEMO, FigureOptions.DEFAULT);
        var spec = PanelCharts.chart(
                DEMO.grid().rows().getFirst().panels().getFirst(),
                DEMO.grid().settings(),
                ClassColours.of(DEMO.grid()),
                "");
        var panel = inside(Drawings.groups(drawing, "panel").getFirst());
        assertThat(Drawings.of(
                        Text.class, Drawings.groups(panel, "y-axis").getFirst().items()))
                .extracting(Text::text)
                .containsExactlyInAnyOrderElementsOf(spec.y().tickLabels());
        assertThat(spec.x().tickLabels())
                .containsAll(Drawings.of(
                                Text.class,
                                Drawings.groups(panel, "x-axis").getFirst().items())
                        .stream()
                        .map(Text::text)
                        .toList());
    }

    @Test
    void fillsAreTranslucentAndLinesFull() {
        var steps = steps(FigureLayout.draw(DEMO, FigureOptions.DEFAULT));
        assertThat(steps.fill()).hasValueSatisfying(fill -> {
            assertThat(fill.colour()).isEqualTo("#2346e0");
            assertThat(fill.opacity()).isEqualTo(0.42);
        });
        assertThat(steps.pen())
                .hasValueSatisfying(pen -> assertThat(pen.colour()).isEqualTo("#2346e0"));
    }

    @Test
    void greyClassesDifferByTheirHatch() {
        var drawing = FigureLayout.draw(DEMO, FigureOptions.DEFAULT.withPalette(FigurePalette.GREY));
        var hatches = Drawings.groups(drawing, "class").stream()
                .limit(2)
                .map(one -> Drawings.of(Path.class, one.items())
                        .getFirst()
                        .fill()
                        .orElseThrow()
                        .hatch()
                        .orElseThrow()
                        .kind())
                .toList();
        assertThat(hatches).containsExactly(HatchKind.RISING, HatchKind.FALLING);
        assertThat(FigurePalette.GREY.colours())
                .allMatch(colour -> colour.substring(1, 3).equals(colour.substring(3, 5))
                        && colour.substring(3, 5).equals(colour.substring(5, 7)));
        var swatches = Drawings.of(
                Path.class, Drawings.groups(drawing, "legend").getFirst().items());
        assertThat(swatches)
                .extracting(
                        path -> path.fill().orElseThrow().hatch().orElseThrow().kind())
                .containsExactlyElementsOf(hatches);
    }

    @Test
    void allLengthsAreFinite() {
        var constant = PanelChartsTest.panel(new Axis(0, 1), PanelChartsTest.counted("a", 0, 0, 0));
        var drawing = FigureLayout.draw(Figure.of(PanelChartsTest.grid(constant), List.of("")), ALL_WORDS);
        assertThat(Drawings.texts(drawing).stream().flatMapToDouble(text -> DoubleStream.of(text.x(), text.y())))
                .allMatch(Double::isFinite);
        assertThat(Drawings.groups(drawing, "class").getFirst().items()).isEmpty();
    }
}
