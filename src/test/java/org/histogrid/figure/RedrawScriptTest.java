package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.histogrid.chart.StepSeries;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RedrawScriptTest {

    @TempDir
    private Path folder;

    private static final HistogramSettings USUAL = HistogramSettings.DEFAULT.withBins(new BinRule.Count(20));

    static Stream<HistogramSettings> displays() {
        return Stream.of(
                USUAL,
                USUAL.withDisplay(Display.STACK).withStat(Statistic.PERCENT),
                USUAL.withDisplay(Display.MIRROR).withStat(Statistic.DENSITY));
    }

    /// The heights that matplotlib drew are those of the charts, bin by bin.
    @ParameterizedTest
    @MethodSource("displays")
    void drawsTheStepsOfTheChartsFromTheCsv(HistogramSettings settings) throws Exception {
        var figure = Figure.of(TestGrids.grid(2, 2, 1_500, settings), TestGrids.labels(2));
        var drawn = drawn(figure);
        var panels = figure.grid().rows().stream()
                .flatMap(row -> row.panels().stream())
                .toList();
        for (var index = 0; index < panels.size(); index++) {
            var chart = PanelCharts.chart(panels.get(index), settings, ClassColours.of(figure.grid()), "");
            assertThat(corners(drawn.get("steps").get(index))).isEqualTo(corners(chart.series(), chart.edges()));
            var limits = drawn.get("limits").get(index);
            assertThat(limits.get(0).asDouble()).isEqualTo(chart.x().low());
            assertThat(limits.get(3).asDouble()).isEqualTo(chart.y().high());
        }
    }

    private static List<List<Double>> corners(JsonNode runs) {
        var corners = new ArrayList<List<Double>>();
        for (var run : runs) {
            for (var corner : run) {
                corners.add(List.of(corner.get(0).asDouble(), corner.get(1).asDouble()));
            }
        }
        return corners;
    }

    private static List<List<Double>> corners(List<StepSeries> classes, double[] edges) {
        var corners = new ArrayList<List<Double>>();
        for (var series : classes) {
            var heights = series.heights();
            var bases = series.bases().length == 0 ? new double[heights.length] : series.bases();
            for (var bin = 0; bin < heights.length; bin++) {
                var holds = heights[bin] != 0;
                if (holds && (bin == 0 || heights[bin - 1] == 0)) {
                    corners.add(List.of(edges[bin], bases[bin]));
                }
                if (holds) {
                    corners.add(List.of(edges[bin], bases[bin] + heights[bin]));
                    corners.add(List.of(edges[bin + 1], bases[bin] + heights[bin]));
                }
                if (holds && (bin == heights.length - 1 || heights[bin + 1] == 0)) {
                    corners.add(List.of(edges[bin + 1], bases[bin]));
                }
            }
        }
        return corners;
    }

    @Test
    void runsByItselfAndWritesAPictureOfTheSameSize() throws Exception {
        var figure = Figure.of(TestGrids.grid(1, 2, 500, USUAL), TestGrids.labels(1));
        write(figure, "csv");
        run(
                python(),
                folder.resolve("csv.py").toString(),
                folder.resolve("csv.csv").toString(),
                folder.resolve("out.png").toString());
        var picture = ImageIO.read(folder.resolve("out.png").toFile());
        var wanted = FigureLayout.draw(figure, FigureOptions.DEFAULT);
        assertThat(picture.getWidth())
                .isBetween((int) (wanted.width() * 300 / 72) - 1, (int) (wanted.width() * 300 / 72) + 1);
    }

    @Test
    void namesGivenByHandAreTextAndNoCode() throws Exception {
        var name = "\"\"\"'); import os; os.abort() #\\\n$x$ 真\ud83d\ude00";
        var drawn =
                drawn(Figure.of(TestGrids.grid(1, 1, 500, USUAL), List.of("m")).titled(name));
        assertThat(drawn.get("texts").valueStream().map(JsonNode::asString))
                .contains("\"\"\"'); import os; os.abort() #\\ \\$x\\$ 真\ud83d\ude00");
    }

    @Test
    void literalsAreAsciiOnOneLine() {
        assertThat(PythonLiteral.of("a\"b\\c\nd真\ud83d\ude00")).isEqualTo("\"a\\\"b\\\\c\\u000ad\\u771f\\U0001f600\"");
        assertThat(PythonLiteral.of(Map.of("a", List.of(1.5, true, "x")))).isEqualTo("{\"a\": [1.5, True, \"x\"]}");
    }

    private JsonNode drawn(Figure figure) throws Exception {
        write(figure, "figure");
        var driver = folder.resolve("drawn.py");
        try (var in = RedrawScriptTest.class.getResourceAsStream("drawn.py")) {
            Files.write(driver, in.readAllBytes());
        }
        return JsonMapper.shared()
                .readTree(run(
                        python(),
                        driver.toString(),
                        folder.resolve("figure.py").toString(),
                        folder.resolve("figure.csv").toString()));
    }

    private void write(Figure figure, String name) throws IOException {
        var options = FigureOptions.DEFAULT.showing(true, true, true, true);
        for (var format : List.of(FigureFormat.PY, FigureFormat.CSV)) {
            Files.write(folder.resolve(name + "." + format.extension()), Figures.make(format, figure, options));
        }
    }

    private static String python() {
        var found = Stream.of("python3", "/usr/bin/python3")
                .filter(RedrawScriptTest::hasMatplotlib)
                .findFirst();
        assumeTrue(found.isPresent(), "No Python with matplotlib here: the script is not run");
        return found.orElseThrow();
    }

    private static boolean hasMatplotlib(String python) {
        try {
            return start(python, "-c", "import matplotlib").waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String run(String... command) throws Exception {
        var process = start(command);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said;
    }
}
