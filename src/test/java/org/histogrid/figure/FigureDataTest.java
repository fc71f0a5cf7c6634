package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.PanelClass;
import org.histogrid.histogram.Display;
import org.histogrid.stats.ClassHistogram;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a figure is made of: CSV, JSON and the caption.
class FigureDataTest {

    private static final Figure DEMO = Figure.of(
                    TestGrids.grid(3, 4, 18_000, 100, Statistic.DENSITY), TestGrids.labels(3))
            .titled("True and false answers");

    private static String make(FigureFormat format, Figure figure, FigureOptions options) {
        return new String(Figures.make(format, figure, options), StandardCharsets.UTF_8);
    }

    private static List<NamedCsvRecord> csv(Figure figure) {
        var text = make(FigureFormat.CSV, figure, FigureOptions.DEFAULT.hiding(Set.of("true answer")));
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    @Test
    void csvHasALineForEachBinOfEachClassHiddenOnesToo() {
        var lines = csv(DEMO);
        assertThat(lines).hasSize(3 * 4 * 2 * 100);
        var line = lines.get(2 * 100 + 100 + 7);
        var panel = DEMO.grid().rows().getFirst().panels().get(1);
        var falseOnes = panel.classes().get(1);
        assertThat(line.getField("row")).isEqualTo("1");
        assertThat(line.getField("panel")).isEqualTo("2");
        assertThat(line.getField("label")).isEqualTo("LLaMA-2-7B");
        assertThat(line.getField("dataset")).isEqualTo("Synthetic answers");
        assertThat(line.getField("site")).isEqualTo("resid_post");
        assertThat(line.getField("layer")).isEqualTo("32");
        assertThat(line.getField("neuron")).isEqualTo(String.valueOf(panel.neuron()));
        assertThat(line.getField("class")).isEqualTo("false answer");
        assertThat(line.getField("bin")).isEqualTo("8");
        assertThat(Double.parseDouble(line.getField("left")))
                .isEqualTo(panel.edges().orElseThrow().edge(7));
        assertThat(Double.parseDouble(line.getField("right")))
                .isEqualTo(panel.edges().orElseThrow().edge(8));
        assertThat(Long.parseLong(line.getField("count")))
                .isEqualTo(falseOnes.histogram().count(7));
        assertThat(Double.parseDouble(line.getField("height")))
                .isEqualTo(falseOnes.heights()[7]);
        assertThat(Long.parseLong(line.getField("n")))
                .isEqualTo(falseOnes.histogram().n());
    }

    @Test
    void countsAndWhatIsInNoBinAddUpToTheClass() {
        var counted =
                new PanelClass("a", 1, new ClassHistogram(20, new long[] {1, 0, 0}, 2, 12, 3, 1, 1), new double[3]);
        var lines = csv(Figure.of(
                PanelChartsTest.grid(PanelChartsTest.panel(new ComputedGrid.Axis(0, 1), counted)), List.of("m")));
        var inBins = lines.stream()
                .mapToLong(line -> Long.parseLong(line.getField("count")))
                .sum();
        var outside = List.of("below", "above", "nan", "pos_inf", "neg_inf").stream()
                .mapToLong(name -> Long.parseLong(lines.getFirst().getField(name)))
                .sum();
        assertThat(inBins + outside).isEqualTo(20);
    }

    @Test
    void csvSaysWhereStackedAndMirroredStepsBeginAndEnd() {
        var overlaid = PanelChartsTest.grid(PanelChartsTest.panel(
                new ComputedGrid.Axis(0, 9),
                PanelChartsTest.counted("a", 5, 0, 2),
                PanelChartsTest.counted("b", 1, 3, 0)));
        var stacked = csv(Figure.of(displayed(overlaid, Display.STACK), List.of("m")));
        assertThat(stacked)
                .extracting(line -> line.getField("drawn_from"))
                .containsExactly("0", "0", "0", "5", "0", "2");
        assertThat(stacked).extracting(line -> line.getField("drawn_to")).containsExactly("5", "0", "2", "6", "3", "2");
        var mirrored = csv(Figure.of(displayed(overlaid, Display.MIRROR), List.of("m")));
        assertThat(mirrored)
                .extracting(line -> line.getField("drawn_to"))
                .containsExactly("5", "0", "2", "-1", "-3", "0");
        assertThat(mirrored).extracting(line -> line.getField("height")).containsExactly("5", "0", "2", "1", "3", "0");
    }

    private static ComputedGrid displayed(ComputedGrid grid, Display display) {
        return new ComputedGrid(grid.rows(), grid.settings().withDisplay(display));
    }

    @Test
    void namesThatReadAsFormulasAreTextInCsv() {
        var panel =
                TestGrids.panel(1, List.of("=HYPERLINK(\"http://x\")", "+1"), 200, 5, Statistic.COUNT, new Random(1));
        var row = new ComputedGrid.Row(Optional.empty(), Optional.empty(), List.of(panel));
        var figure = Figure.of(TestGrids.grid(List.of(row), Statistic.COUNT), List.of("@SUM(A1)\r\n=2"));
        var lines = csv(figure);
        assertThat(lines.getFirst().getField("label")).isEqualTo("'@SUM(A1)\r\n=2");
        assertThat(lines.getFirst().getField("class")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(lines.getLast().getField("class")).isEqualTo("+1");
    }

    @Test
    void jsonHasTheSameNumbersWithSettingsAndSources() {
        var json = json(DEMO.from(new FigureOrigin("1.2", Optional.of(LocalDate.of(2026, 11, 22)))));
        assertThat(json.get("title").asString()).isEqualTo("True and false answers");
        assertThat(json.get("histogrid").asString()).isEqualTo("1.2");
        assertThat(json.get("made").asString()).isEqualTo("2026-11-22");
        assertThat(json.get("settings").get("stat").asString()).isEqualTo("density");
        var row = json.get("rows").get(1);
        assertThat(row.get("label").asString()).isEqualTo("LLaMA-3-8B");
        assertThat(row.get("provenance").get("sources").get(0).get("sha256").asString())
                .startsWith("9f86d081");
        var panel = DEMO.grid().rows().get(1).panels().get(3);
        var written = row.get("panels").get(3);
        assertThat(written.get("neuron").asInt()).isEqualTo(panel.neuron());
        assertThat(written.get("edges").valueStream().mapToDouble(JsonNode::asDouble))
                .containsExactly(boxed(panel.edges().orElseThrow().toArray()));
        var ofClass = written.get("classes").get(0);
        assertThat(ofClass.get("counts")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(ofClass.get("n").asLong());
        assertThat(ofClass.get("heights").valueStream().mapToDouble(JsonNode::asDouble))
                .containsExactly(boxed(panel.classes().getFirst().heights()));
    }

    private static Double[] boxed(double[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }

    private static JsonNode json(Figure figure) {
        return JsonMapper.shared().readTree(make(FigureFormat.JSON, figure, FigureOptions.DEFAULT));
    }

    @Test
    void jsonSaysWhyAPanelIsEmpty() {
        var row = new ComputedGrid.Row(
                Optional.empty(), Optional.empty(), List.of(TestGrids.failed(9, "Neuron 9 is not recorded here.")));
        var json = json(Figure.of(TestGrids.grid(List.of(row), Statistic.COUNT), List.of("m")));
        assertThat(json.get("rows").get(0).get("panels").get(0).get("problem").asString())
                .isEqualTo("Neuron 9 is not recorded here.");
        assertThat(json.get("rows").get(0).get("provenance").isNull()).isTrue();
    }

    @Test
    void captionSaysWhereEveryNumberComesFrom() {
        var figure = Figure.of(TestGrids.grid(1, 2, 18_000, 100, Statistic.DENSITY), List.of("LLaMA-2-7B"))
                .titled("True and false answers")
                .from(new FigureOrigin("1.2", Optional.of(LocalDate.of(2026, 11, 22))));
        assertThat(make(FigureFormat.TXT, figure, FigureOptions.DEFAULT)).isEqualTo("""
                True and false answers.
                Histograms of activations of single neurons by class. Heights: density, the area of each class is 1, \
                classes over each other. Bin edges common to the classes of a panel. Horizontal axes of each panel, \
                height axes common to a row.
                Row 1, LLaMA-2-7B: neurons 2021, 3556; dataset Synthetic answers of LLaMA-2-7B (activations.npz, \
                SHA-256 9f86d081884c7d659a2feaa0c55ad015); resid_post, layer 32 (layer 0 is the embedding), token last; \
                labeling correct (score of at least 0.5); n = 18\u202f000: true answer 12\u202f420, \
                false answer 5\u202f580; 100 bins, all values; values as recorded.
                Made with Histogrid 1.2, 2026-11-22.
                """);
    }

    @Test
    void captionCountsWhatIsInNoBin() {
        var counted = new PanelClass("a", 1, new ClassHistogram(5, new long[] {1, 0, 0}, 0, 1, 3, 0, 0), new double[3]);
        var figure = Figure.of(
                PanelChartsTest.grid(PanelChartsTest.panel(new ComputedGrid.Axis(0, 1), counted)), List.of("m"));
        assertThat(make(FigureFormat.TXT, figure, FigureOptions.DEFAULT))
                .contains("Row 1, m: neuron 2021; neuron 2021 has 3 NaN, 1 above the range.")
                .endsWith("Made with Histogrid.\n");
    }
}
