package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.histotest.chart.Displays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// All displays from -4 to 4, in bins of 0.2.
class StepChartDisplaysE2E extends ChartInChromium {

    @BeforeEach
    void openDisplays() {
        open("displays");
        waitForAll();
    }

    @Test
    void drawsACurveThroughItsPoints() {
        var curve = page.locator("#curves path.curve");
        assertThat(curve.count()).isEqualTo(1);
        assertThat(curve.evaluate("path => getComputedStyle(path).strokeWidth")).isEqualTo("1.5px");
        var plot = plotOf("#curves");
        var points = corners(curve.getAttribute("d"));
        assertThat(points).hasSize(101);
        for (var point : points) {
            var x = -4 + 8 * point[0] / plot.width;
            assertThat(point[1]).isCloseTo(plot.height * (1 - Displays.bell(x) / 150), within(0.1));
        }
    }

    @Test
    void hidesCurveAndMarkersWithTheirClass() {
        assertThat(labels("#curves")).contains("mean 0.41", "mean -0.80", "threshold -0.20");
        page.locator("#hide").click();
        page.waitForFunction("() => document.querySelector('#curves').hiddenSeries.length === 1");
        assertThat(page.locator("#curves path.curve").count()).isZero();
        assertThat(labels("#curves"))
                .containsExactlyInAnyOrder(
                        "mean -0.80", "median -0.75", "threshold -0.20", "far right 3.95", "far left -4.00");
        assertThat(page.locator("#curves line.marker").count()).isEqualTo(5);
    }

    @Test
    void drawsAClassOnItsOwnEdges() {
        var plot = plotOf("#own-edges");
        var outline = corners(page.locator("#own-edges path.line").nth(1).getAttribute("d"));
        assertThat(outline).hasSize(10);
        var edges = new double[] {-2.5, -1.5, -1, 0, 1};
        for (var corner = 0; corner < outline.size(); corner++) {
            assertThat(outline.get(corner)[0]).isCloseTo((edges[corner / 2] + 4) / 8 * plot.width, within(0.05));
        }
        assertThat(outline.get(3)[1]).isCloseTo(plot.height * (1 - 0.5 / 0.6), within(0.05));
    }

    @Test
    void readsEachClassInItsOwnBin() {
        pointAt("#own-edges", -1.25);
        assertThat(tooltip())
                .matches("at -1.2[45]\\|\\|\\|count\\|density\\|true answer\\|\\[-1.4, -1.2\\)\\|28\\|0.08750"
                        + "\\|false answer\\|\\[-1.5, -1.0\\)\\|25\\|0.5000");
        pointAt("#own-edges", 1.5);
        assertThat(tooltip()).contains("true answer|[1.4, 1.6)|").endsWith("|false answer||\u2013|\u2013");
        page.locator("#own-edges").focus();
        page.keyboard().press("Home");
        assertThat(aloud()).isEqualTo("at \u22123.90: true answer [-4.0, -3.8) 0, density 0; false answer no bin");
    }

    @Test
    void standsOnTheGroundWhereNothingIsCountedOnALogarithmicScale() {
        var plot = plotOf("#log");
        var area = corners(page.locator("#log path.area").first().getAttribute("d"));
        assertThat(area).allSatisfy(corner -> assertThat(corner[1]).isBetween(0.0, plot.height + 0.01));
        assertThat(area.getFirst()[1]).isCloseTo(plot.height, within(0.01));
        assertThat(area.getLast()[1]).isCloseTo(plot.height, within(0.01));
        var decade = plot.height / (Math.log10(300) - Math.log10(0.5));
        var ticks = page.locator("#log line.grid").all().stream()
                .map(line -> line.boundingBox().y)
                .toList();
        assertThat(ticks).hasSize(3);
        assertThat(ticks.get(0) - ticks.get(1)).isCloseTo(decade, within(1.0));
        assertThat(ticks.get(1) - ticks.get(2)).isCloseTo(decade, within(1.0));
        assertThat(page.locator("#log text.y").allTextContents()).containsExactly("1", "10", "100");
        pointAt("#log", -3.9);
        assertThat(tooltip()).isEqualTo("[-4.0, -3.8)|true answer|0|false answer|0");
    }

    @Test
    void countsWhatHangsDown() {
        pointAt("#mirror", -0.9);
        assertThat(tooltip()).isEqualTo("[-1.0, -0.8)|true answer|51|false answer|59");
        assertThat(page.locator("#mirror text.y").allTextContents())
                .containsExactly("100", "50", "0", "50", "100", "150");
        var plot = plotOf("#mirror");
        var down = page.locator("#mirror path.area").nth(1).boundingBox();
        assertThat(down.y - plot.y).isCloseTo(plot.height * 0.6, within(0.5));
    }

    @Test
    void labelsMarkersWithoutOverlap() {
        assertThat(labels("#curves")).hasSize(7);
        var plot = plotOf("#curves");
        assertThat(boxes("#curves", "text.marker-label"))
                .allSatisfy(box -> assertThat(box.left() >= plot.x && box.right() <= plot.x + plot.width)
                        .as(box.toString())
                        .isTrue());
        resize(230, 1);
        assertThat(labels("#curves")).isNotEmpty();
        assertApart(boxes("#curves", "text.marker-label"));
    }

    @Test
    void writesNothingOverAnythingElseInAnySize() {
        page.setViewportSize(1280, 4000);
        for (var scale : List.of(1.0, 1.6)) {
            for (var width : List.of(36, 64, 110, 160, 199, 240, 400, 700)) {
                resize(width, scale);
                for (var name : Displays.all().keySet()) {
                    var chart = page.locator("#" + name).boundingBox();
                    var texts = boxes("#" + name, "text");
                    assertApart(texts);
                    assertThat(texts)
                            .as(name + " in " + width)
                            .allSatisfy(text -> assertThat(text.left() >= chart.x - 1
                                            && text.right() <= chart.x + chart.width + 1
                                            && text.top() >= chart.y - 3
                                            && text.bottom() <= chart.y + chart.height + 3)
                                    .as(text.toString())
                                    .isTrue());
                }
            }
        }
    }

    @Test
    void drawsAgainWhenTheStyleSheetAsksForOtherTexts() {
        assertThat(fontSize()).isEqualTo("11px");
        page.evaluate("() => document.documentElement.style.setProperty('--hg-chart-scale', '1.5')");
        page.waitForFunction("() => document.querySelector('#curves').shadowRoot.querySelector('svg.axes')"
                + ".getAttribute('font-size') === '16.5'");
        page.evaluate("() => { document.documentElement.style.setProperty('--hg-chart-scale', '1');"
                + " document.documentElement.style.setProperty('--hg-chart-compact', '1'); }");
        page.waitForFunction("() => document.querySelector('#curves').shadowRoot.querySelector('svg.axes')"
                + ".getAttribute('font-size') === '9'");
        assertThat(page.locator("#curves text.marker-label").count()).isZero();
        assertThat(page.locator("#curves line.marker").count()).isEqualTo(7);
        pointAt("#curves", -0.76);
        assertThat(tooltip()).contains("median -0.75");
    }

    @Test
    void looksWell() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(110, 400)) {
                resize(width, 1);
                page.waitForTimeout(300);
                picture("displays-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
    }

    private void resize(int width, double scale) {
        page.evaluate(
                "([width, scale]) => { document.documentElement.style.setProperty('--hg-chart-scale', scale);"
                        + " document.querySelectorAll('step-chart').forEach(chart => chart.removeAttribute('data-drawn'));"
                        + " document.querySelectorAll('.cell').forEach(cell => cell.style.width = `${width}px`); }",
                List.of(width, scale));
        waitForAll();
    }

    private void waitForAll() {
        page.waitForFunction(
                "() => [...document.querySelectorAll('step-chart')].every(chart => chart.hasAttribute('data-drawn'))");
    }

    private List<String> labels(String chart) {
        return page.locator(chart + " text.marker-label").allTextContents();
    }

    private String fontSize() {
        return (String) page.locator("#curves text.x").first().evaluate("text => getComputedStyle(text).fontSize");
    }

    private void pointAt(String chart, double value) {
        var plot = plotOf(chart);
        page.mouse().move(plot.x + plot.width * (value + 4) / 8, plot.y + plot.height * 0.3);
    }
}
