package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Planes from -1 to 1 and from 0 to 4, and layers from 0 to 4.
class PlaneChartE2E extends ChartInChromium {

    private static final int LONG_PRESS_MILLIS = 600;

    @Test
    void drawsPointsWhereTheyAre() {
        openPlanes("planes");
        var dots = page.locator("#points path.dots");
        assertThat(dots.count()).isEqualTo(3);
        var plot = plotOf("#points");
        var positive = corners(dots.nth(1).getAttribute("d").replace("h 0", ""));
        assertThat(positive).hasSize(2);
        assertThat(positive.get(0)[0]).isCloseTo(plot.width * 0.75, within(0.1));
        assertThat(positive.get(0)[1]).isCloseTo(plot.height * 0.25, within(0.1));
        assertThat(positive.get(1)[0]).isCloseTo(plot.width * 0.875, within(0.1));
        assertThat(page.locator("#points text.legend").allTextContents())
                .containsExactly("weak", "positive", "negative");
        assertThat(page.locator("#points text.marker-label").allTextContents()).containsExactly("cut 1", "no effect");
        assertThat(page.locator("#points").getAttribute("aria-label")).isEqualTo("Effect against strength");
        assertThat(page.locator("#points").getAttribute("aria-description")).startsWith("4 neurons: 1 weak");
    }

    @Test
    void tellsThePointUnderThePointerAndIsClicked() {
        openPlanes("planes");
        moveTo("#points", 0.752, 0.26);
        assertThat(tooltip()).isEqualTo("neuron 10|effect|0.5000|strength|3.0000|positive|");
        assertThat(page.locator("#points circle.ring").count()).isEqualTo(1);
        page.mouse().down();
        page.mouse().up();
        chosen("point 0");
        moveTo("#points", 0.6, 0.5);
        assertThat(isTooltipShown()).isFalse();
    }

    @Test
    void shadesCellsByTheLogarithmOfTheirCounts() {
        openPlanes("planes");
        var shades = page.locator("#cells path.cells");
        assertThat(shades.all().stream().map(path -> path.evaluate("path => getComputedStyle(path).fillOpacity")))
                .map(opacity -> Double.parseDouble((String) opacity))
                .isSorted()
                .hasSize(4)
                .startsWith(0.16)
                .endsWith(1.0);
        var plot = plotOf("#cells");
        var fullest = shades.last().boundingBox();
        assertThat(fullest.x - plot.x).isCloseTo(plot.width * 0.25, within(1.0));
        assertThat(fullest.width).isCloseTo(plot.width * 0.25, within(1.0));
        assertThat(fullest.y - plot.y).isCloseTo(plot.height * 0.5, within(1.0));
        assertThat(page.locator("#cells text.legend").allTextContents())
                .containsExactly("neurons per cell: 1", "20\u202f000");
        moveTo("#cells", 0.3, 0.6);
        assertThat(tooltip()).isEqualTo("20\u202f000 neurons|effect|[-0.5, 0.0)|strength|[1, 2)");
    }

    @Test
    void selectsCellsByDraggingAndByAClick() {
        openPlanes("planes");
        drag("#cells", 0.3, 0.9, 0.72, 0.55);
        assertThat(tooltip()).isEqualTo("20\u202f013 neurons|effect|[-0.5, 0.5)|strength|[0, 2)");
        page.mouse().up();
        chosen("x -0.5 to 0.5, y 0.0 to 2.0");
        assertThat(frame()).containsExactly(0.25, 0.5, 0.75, 1.0);
        page.keyboard().press("Escape");
        chosen("nothing");
        assertThat(page.locator("#cells rect.band").count()).isZero();
        moveTo("#cells", 0.3, 0.6);
        page.mouse().down();
        page.mouse().up();
        chosen("x -0.5 to 0.0, y 1.0 to 2.0");
    }

    @Test
    void keepsWhatWasSelectedWhenADragIsGivenUp() {
        openPlanes("planes");
        page.locator("#select").click();
        page.waitForFunction("() => document.querySelector('#cells').selected.length === 4");
        drag("#cells", 0.1, 0.1, 0.9, 0.9);
        assertThat(frame()).containsExactly(0.0, 0.0, 1.0, 1.0);
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(frame()).containsExactly(0.25, 0.25, 0.75, 0.75);
        assertThat(page.locator("#chosen").textContent()).isEmpty();
        page.locator("#clear").click();
        page.waitForFunction("() => document.querySelector('#cells').selected.length === 0");
        assertThat(page.locator("#cells rect.band").count()).isZero();
    }

    @Test
    void selectsAmongPointsFromPlaceToPlace() {
        openPlanes("planes");
        drag("#points", 0.61, 0.1, 0.95, 0.6);
        assertThat(tooltip()).startsWith("2 neurons|effect|[0.2");
        page.mouse().up();
        page.waitForFunction("() => document.querySelector('#chosen').textContent.startsWith('x 0.')");
        assertThat(aloud()).startsWith("Selected 2 neurons, effect 0.2");
    }

    @Test
    void readsAndSelectsByKey() {
        openPlanes("planes");
        page.locator("#cells").focus();
        press("ArrowRight");
        assertThat(aloud()).isEqualTo("20000 neurons, effect \u22120.5 to 0.0, strength 1 to 2");
        press("ArrowRight", "ArrowDown", "ArrowDown");
        assertThat(aloud()).isEqualTo("1 neurons, effect 0.0 to 0.5, strength 0 to 1");
        press("Space", "ArrowLeft", "ArrowUp");
        assertThat(aloud()).isEqualTo("Selecting 20013 neurons, effect \u22120.5 to 0.5, strength 0 to 2");
        press("Enter");
        chosen("x -0.5 to 0.5, y 0.0 to 2.0");
        press("Escape");
        chosen("nothing");
        assertThat(aloud()).isEqualTo("Selection cleared");
        page.locator("#points").focus();
        press("Home", "Home", "PageUp");
        assertThat(tooltip()).startsWith("0 neurons|");
        press("Escape", "ArrowUp", "Enter");
        page.waitForFunction("() => document.querySelector('#chosen').textContent.startsWith('point ')");
    }

    @Test
    void selectsWithAFingerAfterALongPress() {
        openTouchWindow();
        openPlanes("planes");
        var touch = page.context().newCDPSession(page);
        touch(touch, "touchStart", 0.3, 0.9);
        page.waitForFunction(
                "() => document.querySelector('#cells').shadowRoot.querySelector('rect.band')",
                null,
                new Page.WaitForFunctionOptions().setTimeout(10 * LONG_PRESS_MILLIS));
        touch(touch, "touchMove", 0.5, 0.7);
        touch(touch, "touchMove", 0.72, 0.55);
        touch(touch, "touchEnd", 0, 0);
        chosen("x -0.5 to 0.5, y 0.0 to 2.0");
    }

    @Test
    void drawsBandsThroughTheQuantilesOfEachLayer() {
        openPlanes("planes");
        var plot = plotOf("#layers");
        assertThat(page.locator("#layers path.band").count()).isEqualTo(4);
        var median = corners(page.locator("#layers path.line").first().getAttribute("d"));
        assertThat(median.get(0)[0]).isCloseTo(plot.width * 0.1, within(0.1));
        assertThat(median.get(0)[1]).isCloseTo(plot.height * 0.75, within(0.1));
        assertThat(median.get(1)[0]).isCloseTo(plot.width * 0.3, within(0.1));
        moveTo("#layers", 0.72, 0.5);
        assertThat(tooltip())
                .isEqualTo("Layer 3|neuron 3|3.2500|95%|3.0000|75%|2.7500|median|2.5000|25%|2.0000|5%|1.5000");
        page.mouse().down();
        page.mouse().up();
        chosen("layer 3");
        page.locator("#layers").focus();
        press("Home", "ArrowRight", "ArrowRight");
        assertThat(aloud()).isEqualTo("Layer 2: no values");
        press("ArrowLeft", "Enter");
        chosen("layer 1");
    }

    @Test
    void looksWell() {
        openPlanes("planes/many");
        assertThat(page.locator("#points path.dots").count()).isEqualTo(3);
        for (var width : List.of(1280, 360)) {
            page.setViewportSize(width, 900);
            page.evaluate(
                    "width => document.querySelectorAll('.cell').forEach(cell => {"
                            + " cell.firstElementChild.removeAttribute('data-drawn'); cell.style.width = `${width}px`; })",
                    width == 360 ? 340 : 410);
            waitForAll();
            var sizes = page.locator("plane-chart, band-chart")
                    .evaluateAll(
                            "charts => charts.flatMap(chart =>"
                                    + " [...chart.shadowRoot.querySelectorAll('text:not(.title)')].map(text => parseFloat(getComputedStyle(text).fontSize)))");
            assertThat((List<?>) sizes)
                    .allSatisfy(
                            size -> assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(11));
            for (var chart : List.of("#points", "#cells", "#layers")) {
                assertApart(boxes(chart, "text"));
            }
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                picture("planes-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        picture("planes-forced-360");
    }

    @Test
    void takesItsColoursFromTheStyleSheet() {
        openPlanes("planes");
        var colours = "() => ['#points path.dots', '#cells path.cells', '#layers path.band'].map(found => {"
                + " const [chart, path] = found.split(' ');"
                + " const style = getComputedStyle(document.querySelector(chart).shadowRoot.querySelector(path));"
                + " return chart === '#points' ? style.stroke : style.fill; })";
        assertThat(page.evaluate(colours))
                .isEqualTo(List.of("rgb(95, 103, 115)", "rgb(35, 70, 224)", "rgb(35, 70, 224)"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.evaluate(colours))
                .isEqualTo(List.of("rgb(170, 178, 189)", "rgb(122, 156, 255)", "rgb(122, 156, 255)"));
    }

    private void openPlanes(String path) {
        page.navigate(address(path));
        page.waitForSelector(".cell");
        waitForAll();
    }

    private void waitForAll() {
        page.waitForFunction("() => [...document.querySelectorAll('.cell > *')]"
                + ".every(chart => chart.hasAttribute('data-drawn'))");
    }

    /// To a share of the plot's width and of its height from the top.
    private void moveTo(String chart, double across, double down) {
        var plot = plotOf(chart);
        page.mouse()
                .move(plot.x + plot.width * across, plot.y + plot.height * down, new Mouse.MoveOptions().setSteps(4));
    }

    /// From one place to another, without letting go.
    private void drag(String chart, double fromX, double fromY, double toX, double toY) {
        moveTo(chart, fromX, fromY);
        page.mouse().down();
        moveTo(chart, toX, toY);
    }

    private void touch(CDPSession session, String type, double across, double down) {
        var plot = plotOf("#cells");
        var points = type.equals("touchEnd")
                ? "[]"
                : "[{\"x\":%s,\"y\":%s}]".formatted(plot.x + plot.width * across, plot.y + plot.height * down);
        var arguments = new JsonObject();
        arguments.addProperty("type", type);
        arguments.add("touchPoints", JsonParser.parseString(points));
        session.send("Input.dispatchTouchEvent", arguments);
    }

    private void press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private void chosen(String words) {
        page.waitForFunction("words => document.querySelector('#chosen').textContent === words", words);
    }

    /// Left, upper, right and lower side of the frame as shares of the plot of the cells.
    private double[] frame() {
        var frame = page.locator("#cells rect.band").boundingBox();
        var plot = plotOf("#cells");
        return new double[] {
            share(frame.x - plot.x, plot.width),
            share(frame.y - plot.y, plot.height),
            share(frame.x + frame.width - plot.x, plot.width),
            share(frame.y + frame.height - plot.y, plot.height)
        };
    }

    private static double share(double length, double of) {
        // Adding zero makes nothing of a negative zero
        return Math.rint(length / of * 100) / 100 + 0.0;
    }
}
