package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.histotest.chart.Samples;
import org.junit.jupiter.api.Test;

class StepChartE2E extends ChartInChromium {

    @Test
    void readsOffExactNumbersUnderThePointer() {
        open("charts");
        pointAt(1);
        assertThat(tooltip()).isEqualTo("[-3.00, -2.75)|true answer|12\u202f345|false answer|400");
        pointAt(3);
        assertThat(tooltip()).isEqualTo("[-2.50, -2.25]|true answer|1|false answer|2");
        page.mouse().move(900, 700);
        assertThat(page.locator("step-chart-tooltip .tip").isVisible()).isFalse();
    }

    @Test
    void waitsForTheConnectionAndDrawsWhenItIsBack() {
        windows.expectComplaint("Failed to load resource");
        page.route("**/apexcharts*", Route::abort);
        page.navigate(address("charts"));
        var waiting = page.locator("step-chart .waiting").first();
        PlaywrightAssertions.assertThat(waiting).containsText("Waiting for the connection");
        picture("chart-without-connection");
        page.unroute("**/apexcharts*");
        page.waitForSelector("step-chart[data-drawn]");
        assertThat(waiting.textContent()).isEmpty();
    }

    @Test
    void readsOffByKeyboard() {
        open("charts");
        var chart = page.locator("step-chart");
        assertThat(chart.getAttribute("role")).isEqualTo("img");
        assertThat(chart.getAttribute("aria-label")).isEqualTo("Neuron 7: 12,356 true answers, 9,402 false answers");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowRight");
        assertThat(tooltip()).startsWith("[-3.25, -3.00)|true answer|3|");
        page.keyboard().press("ArrowRight");
        assertThat(tooltip()).startsWith("[-3.00, -2.75)|");
        assertThat(page.locator("step-chart-tooltip [aria-live]").textContent())
                .isEqualTo("\u22123.00 to \u22122.75: true answer 12345; false answer 400");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.querySelector('#chosen').textContent === 'bin 1'");
        page.keyboard().press("ArrowLeft");
        assertThat(tooltip()).startsWith("[-3.25, -3.00)|");
        page.keyboard().press("End");
        assertThat(tooltip()).startsWith("[-2.50, -2.25]|");
        page.keyboard().press("Escape");
        assertThat(page.locator("step-chart-tooltip .tip").isVisible()).isFalse();
    }

    @Test
    void drawsStepsExactlyAtTheEdges() {
        open("charts");
        var path = points("true answer");
        var plot = plot();
        var spec = Samples.byHand();
        var expectedX = StepOutline.xs(spec.edges());
        var expectedY = StepOutline.tops(spec.series().getFirst().heights(), new double[0]);
        assertThat(path).hasSize(expectedX.length);
        for (var corner = 0; corner < expectedX.length; corner++) {
            assertThat(path.get(corner)[0])
                    .as("x of corner " + corner)
                    .isCloseTo((expectedX[corner] + 3.25) * plot[0], within(0.01));
            assertThat(path.get(corner)[1])
                    .as("y of corner " + corner)
                    .isCloseTo(plot[1] * (1 - expectedY[corner] / 15_000), within(0.01));
        }
    }

    @Test
    void showsTheTicksOfTheServer() {
        open("charts");
        assertThat(page.locator("step-chart text.x").allTextContents())
                .containsExactly("-3.2", "-3.0", "-2.8", "-2.6", "-2.4");
        assertThat(page.locator("step-chart text.y").allTextContents()).containsExactly("0", "5000", "10000", "15000");
        assertThat(page.locator("step-chart text.title").allTextContents())
                .containsExactly("# Samples", "7-th neuron act.");
        var plot = page.locator("step-chart .plot").boundingBox();
        var tick = page.locator("step-chart line.axis").nth(1).boundingBox();
        assertThat(tick.x - plot.x).isCloseTo(0.25 * plot.width, within(1.0));
        var size = page.locator("step-chart text.x")
                .first()
                .evaluate("node => parseFloat(getComputedStyle(node).fontSize)");
        assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(11);
    }

    @Test
    void hidesAClassWithoutSendingItAgain() {
        open("charts");
        page.locator("#hide").click();
        page.waitForFunction("() => document.querySelector('step-chart').hiddenSeries.length === 1");
        assertThat(visiblePaths()).isEqualTo(1);
        pointAt(1);
        assertThat(tooltip()).isEqualTo("[-3.00, -2.75)|true answer|12\u202f345");
        page.locator("#show-all").click();
        page.waitForFunction("() => document.querySelector('step-chart').hiddenSeries.length === 0");
        assertThat(visiblePaths()).isEqualTo(2);
    }

    @Test
    void showsAnotherSpecificationAndHeightsThatAreNoCounts() {
        open("charts");
        page.locator("#density").click();
        page.waitForFunction(
                "() => document.querySelector('step-chart[data-drawn]')?.shadowRoot.querySelectorAll('.apexcharts-series').length === 1");
        pointAt(1);
        assertThat(tooltip()).isEqualTo("[-3.00, -2.75)||count|density|true answer|12\u202f345|3.996|median -2.90");
        assertThat(page.locator("step-chart text.marker-label").textContent()).isEqualTo("median -2.90");
        picture("density");
    }

    @Test
    void stacksClassesOnTheirBases() {
        open("charts");
        page.locator("#stack").click();
        page.waitForFunction("() => document.querySelector('step-chart[data-drawn]')?.spec.includes('base')");
        var area = (String) page.locator("step-chart path.area").nth(1).getAttribute("d");
        var plot = plot();
        // From the third corner of the upper outline to the third of the lower one, both over the second bin
        assertThat(area).startsWith("M 0 ");
        assertThat(area).contains(" L %s ".formatted((int) plot[0] / 4)).endsWith(" z");
        assertThat(page.locator("step-chart path.area").nth(1).boundingBox().height)
                .isCloseTo(plot[1] * 12_745 / 15_000, within(1.5));
        picture("stacked");
    }

    @Test
    void drawsAgainWhenPutBack() {
        open("charts");
        page.locator("#detach").click();
        page.waitForFunction("() => !document.querySelector('step-chart')");
        page.locator("#attach").click();
        page.waitForSelector("step-chart[data-drawn]");
        assertThat(visiblePaths()).isEqualTo(2);
        assertThat(page.locator("step-chart .plot > div").count()).isEqualTo(1);
    }

    @Test
    void followsTheColourSchemeAndThePalette() {
        open("charts");
        var light = colour();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var dark = colour();
        assertThat(dark).isNotEqualTo(light);
        page.evaluate("() => document.documentElement.dataset.palette = 'safe'");
        assertThat(colour()).isNotIn(light, dark);
    }

    @Test
    void drawsAgainInTheNewSize() {
        open("charts/12");
        var before = plot();
        page.setViewportSize(1000, 900);
        page.waitForFunction(
                "before => document.querySelector('step-chart').shadowRoot.querySelector('.plot').clientWidth < before - 20",
                before[0]);
        page.waitForFunction(
                "() => [...document.querySelectorAll('step-chart')].every(chart => { const plot = chart.shadowRoot.querySelector('.plot');"
                        + " return plot.querySelector('svg.apexcharts-svg').clientWidth === plot.clientWidth; })");
    }

    @Test
    void drawsOnlyWhatIsNearTheView() {
        page.navigate(address("charts/120"));
        page.waitForSelector("step-chart[data-drawn]");
        page.waitForFunction("() => document.querySelectorAll('step-chart[data-drawn]').length >= 16");
        page.waitForTimeout(1000);
        assertThat(drawn()).isBetween(12, 40);
        var height = page.evaluate("() => document.querySelector('.hg-charts').getBoundingClientRect().height");
        var start = System.nanoTime();
        for (var scrolled = 0; scrolled < 7_000; scrolled += 700) {
            page.mouse().wheel(0, 700);
            page.waitForFunction(
                    "() => [...document.querySelectorAll('step-chart:not([data-drawn])')].every(chart => { const box = chart.getBoundingClientRect();"
                            + " return box.bottom < 0 || box.top > innerHeight; })");
        }
        page.waitForFunction("() => document.querySelectorAll('step-chart[data-drawn]').length === 120");
        assertThat(drawn()).isEqualTo(120);
        System.out.printf("120 panels, scrolled through: %.2f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(page.evaluate("() => document.querySelector('.hg-charts').getBoundingClientRect().height"))
                .isEqualTo(height);
    }

    @Test
    void looksWell() {
        for (var howMany : List.of(12, 120)) {
            page.setViewportSize(1280, howMany == 12 ? 900 : 8000);
            page.navigate(address("charts/" + howMany));
            page.waitForFunction(
                    "howMany => document.querySelectorAll('step-chart[data-drawn]').length === howMany", howMany);
            System.out.printf(
                    "%d panels, from the request of the page to the last one drawn: %s ms%n",
                    howMany, page.evaluate("() => Math.round(performance.now())"));
        }
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(360, 800, 1280, 1920)) {
                page.setViewportSize(width, 1000);
                open("charts/12");
                page.waitForTimeout(300);
                picture("grid-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width);
            }
        }
        open("charts");
        pointAt(1);
        picture("tooltip");
    }

    private void pointAt(int bin) {
        var plot = plotOf("step-chart");
        page.mouse().move(plot.x + plot.width * (bin + 0.5) / 4, plot.y + plot.height / 2);
    }

    private int drawn() {
        return page.locator("step-chart[data-drawn]").count();
    }

    private String colour() {
        return (String) page.locator("step-chart path.area").first().evaluate("path => getComputedStyle(path).fill");
    }

    private int visiblePaths() {
        return ((Number)
                        page.evaluate(
                                "() => [...document.querySelector('step-chart').shadowRoot.querySelectorAll('path.line')].filter(path => path.getClientRects().length > 0).length"))
                .intValue();
    }

    /// Width and height of the plot in pixels.
    private double[] plot() {
        var box = plotOf("step-chart");
        return new double[] {box.width, box.height};
    }

    /// The corners of a class's line.
    private List<double[]> points(String series) {
        var path = (String) page.locator("step-chart .apexcharts-series")
                .evaluateAll(
                        "(groups, name) => groups[name === 'true answer' ? 0 : 1].querySelector('path.line').getAttribute('d')",
                        series);
        return corners(path);
    }
}
