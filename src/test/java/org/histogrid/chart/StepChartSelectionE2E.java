package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bins from -3.25 to -2.25, a quarter wide each.
class StepChartSelectionE2E extends ChartInChromium {

    private static final int LONG_PRESS_MILLIS = 600;

    @Test
    void snapsToTheNearestEdges() {
        openSelectable();
        drag(0.3, 0.7);
        assertThat(tooltip()).isEqualTo("[-3.00, -2.50)|true answer|12\u202f352|false answer|9400");
        assertThat(band()).containsExactly(0.25, 0.75);
        assertThat(page.locator("step-chart line.selection-end").count()).isEqualTo(2);
        page.mouse().up();
        chosen("range -3.0 to -2.5");
        assertThat(isTooltipShown()).isFalse();
        assertThat(aloud()).isEqualTo("Selected \u22123.00 to \u22122.50: true answer 12352; false answer 9400");
        assertThat(band()).containsExactly(0.25, 0.75);
    }

    @Test
    void selectsTheBinOfALittleDrag() {
        openSelectable();
        drag(0.8, 0.85);
        page.mouse().up();
        chosen("range -2.5 to -2.25 inclusive");
        drag(0.4, 0.33);
        page.mouse().up();
        chosen("range -3.0 to -2.75");
    }

    @Test
    void selectsBetweenEdgesWithAlt() {
        openSelectable();
        drag(0.3, 0.5);
        page.keyboard().down("Alt");
        assertThat(tooltip()).isEqualTo("[-2.950, -2.750)");
        moveTo(0.62);
        page.mouse().up();
        page.keyboard().up("Alt");
        page.waitForFunction("() => document.querySelector('#chosen').textContent.startsWith('range')");
        var ends = page.locator("#chosen").textContent().replace("range ", "").split(" to ");
        assertThat(Double.parseDouble(ends[0])).isCloseTo(-2.95, within(0.004));
        assertThat(Double.parseDouble(ends[1])).isCloseTo(-2.63, within(0.004));
    }

    @Test
    void keepsWhatWasSelectedWhenADragIsGivenUp() {
        openSelectable();
        page.locator("#select").click();
        page.waitForFunction("() => document.querySelector('step-chart').selected.length === 2");
        drag(0.5, 0.9);
        assertThat(band()).containsExactly(0.5, 1.0);
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(band()).containsExactly(0.25, 0.5);
        assertThat(isTooltipShown()).isFalse();
        assertThat(page.locator("#chosen").textContent()).isEmpty();
    }

    @Test
    void leavesAClickAClick() {
        openSelectable();
        moveTo(0.6);
        page.mouse().down();
        page.mouse().up();
        chosen("bin 2");
        assertThat(page.locator("step-chart .band").count()).isZero();
    }

    @Test
    void selectsNothingUnlessAllowed() {
        open("charts");
        drag(0.3, 0.7);
        assertThat(page.locator("step-chart .band").count()).isZero();
        page.mouse().up();
        chosen("bin 2");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Space");
        assertThat(aloud()).doesNotContain("Select");
    }

    @Test
    void followsTheServer() {
        openSelectable();
        drag(0.1, 0.9);
        page.mouse().up();
        chosen("range -3.25 to -2.25 inclusive");
        page.locator("#clear").click();
        page.waitForFunction("() => document.querySelector('step-chart').selected.length === 0");
        assertThat(page.locator("step-chart .band").count()).isZero();
        page.locator("#select").click();
        page.waitForFunction("() => document.querySelector('step-chart').selected.length === 2");
        page.setViewportSize(1000, 700);
        page.locator("#density").click();
        page.waitForFunction("() => document.querySelector('step-chart[data-drawn]')?.spec.includes('density')");
        assertThat(band()).containsExactly(0.25, 0.5);
        picture("selected");
    }

    @Test
    void selectsByKey() {
        openSelectable();
        page.locator("step-chart").focus();
        press("ArrowRight", "ArrowRight", "Space");
        assertThat(aloud()).isEqualTo("Selecting \u22123.00 to \u22122.75: true answer 12345; false answer 400");
        assertThat(band()).containsExactly(0.25, 0.5);
        press("ArrowRight");
        assertThat(aloud()).isEqualTo("Selecting \u22123.00 to \u22122.50: true answer 12352; false answer 9400");
        press("ArrowLeft", "ArrowLeft");
        assertThat(band()).containsExactly(0.0, 0.5);
        assertThat(tooltip()).startsWith("[-3.25, -2.75)|");
        press("Space");
        chosen("range -3.25 to -2.75");
        assertThat(aloud()).startsWith("Selected \u22123.25 to \u22122.75: ");
        press("End", "Space", "ArrowLeft", "Escape");
        assertThat(aloud()).isEqualTo("Selection cancelled");
        assertThat(band()).containsExactly(0.0, 0.5);
        press("ArrowRight", "Space", "Enter");
        chosen("range -2.5 to -2.25 inclusive");
    }

    @Test
    void leavesPlainArrowsToTheGrid() {
        openSelectable();
        page.locator("#in-grid").click();
        page.waitForFunction("() => document.querySelector('step-chart').inGrid");
        page.evaluate(
                "() => { window.keys = []; document.addEventListener('keydown', event => window.keys.push(event.key)); }");
        page.locator("step-chart").focus();
        press("ArrowRight", "Enter", "Home", "Space", "Escape");
        assertThat(keysOfTheGrid()).containsExactly("ArrowRight", "Enter", "Home", " ", "Escape");
        press("Shift+ArrowRight", "Shift+ArrowRight");
        assertThat(keysOfTheGrid()).containsExactly("Shift", "Shift");
        assertThat(tooltip()).startsWith("[-3.00, -2.75)|");
        press("ArrowLeft");
        assertThat(keysOfTheGrid()).containsExactly("ArrowLeft");
        assertThat(tooltip()).startsWith("[-3.00, -2.75)|");
        press("Enter");
        chosen("bin 1");
        press("Space", "Shift+ArrowRight", "Enter");
        chosen("range -3.0 to -2.5");
        press("Escape");
        assertThat(keysOfTheGrid()).containsExactly("Shift");
        press("Enter");
        assertThat(keysOfTheGrid()).containsExactly("Enter");
    }

    @Test
    void doesNotTakeABinUnderThePointerForOneThatIsRead() {
        openSelectable();
        page.locator("#in-grid").click();
        page.waitForFunction("() => document.querySelector('step-chart').inGrid");
        page.locator("step-chart").focus();
        moveTo(0.6);
        press("Enter");
        page.locator("#select").click();
        page.waitForFunction("() => document.querySelector('step-chart').selected.length === 2");
        assertThat(page.locator("#chosen").textContent()).isEmpty();
    }

    @Test
    void selectsWithAFingerAfterALongPress() {
        openTouchWindow();
        openSelectable();
        page.evaluate("() => document.body.style.height = '4000px'");
        page.evaluate("() => { window.presses = 0; document.addEventListener('touchstart', () => window.presses++); }");
        var plot = plotOf("step-chart");
        var touch = page.context().newCDPSession(page);
        touch(touch, plot, "touchStart", 0.3, 0);
        page.waitForTimeout(LONG_PRESS_MILLIS);
        assertThat(band()).containsExactly(0.25, 0.5);
        touch(touch, plot, "touchMove", 0.5, 40);
        touch(touch, plot, "touchMove", 0.7, 80);
        assertThat(band()).containsExactly(0.25, 0.75);
        touch(touch, plot, "touchEnd", 0, 0);
        chosen("range -3.0 to -2.5");
        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
        assertThat(page.evaluate("() => window.presses"))
                .as("presses that could open a menu")
                .isEqualTo(0);
    }

    @Test
    void scrollsWithAFingerThatDoesNotWait() {
        openTouchWindow();
        openSelectable();
        page.evaluate("() => document.body.style.height = '4000px'");
        var plot = plotOf("step-chart");
        var touch = page.context().newCDPSession(page);
        touch(touch, plot, "touchStart", 0.3, 0);
        for (var up = 20; up <= 140; up += 20) {
            touch(touch, plot, "touchMove", 0.3, -up);
        }
        page.waitForFunction("() => scrollY > 50");
        touch(touch, plot, "touchEnd", 0, 0);
        assertThat(page.locator("step-chart .band").count()).isZero();
        assertThat(page.locator("#chosen").textContent()).isEmpty();
    }

    private void openSelectable() {
        open("charts");
        page.locator("#allow-selection").click();
        page.waitForFunction("() => document.querySelector('step-chart').selectable");
    }

    /// From one share of the plot's width to another, without letting go.
    private void drag(double from, double to) {
        moveTo(from);
        page.mouse().down();
        moveTo(to);
    }

    private void moveTo(double share) {
        var plot = plotOf("step-chart");
        page.mouse().move(plot.x + plot.width * share, plot.y + plot.height / 2, new Mouse.MoveOptions().setSteps(4));
    }

    private static void touch(CDPSession session, BoundingBox start, String type, double share, double down) {
        var points = type.equals("touchEnd")
                ? "[]"
                : "[{\"x\":%s,\"y\":%s}]".formatted(start.x + start.width * share, start.y + start.height / 2 + down);
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

    private List<String> keysOfTheGrid() {
        var keys = (List<?>) page.evaluate("() => window.keys.splice(0)");
        return keys.stream().map(String.class::cast).toList();
    }

    private void chosen(String words) {
        page.waitForFunction("words => document.querySelector('#chosen').textContent === words", words);
    }

    /// Ends of the band as shares of the plot's width.
    private double[] band() {
        var band = page.locator("step-chart .band").boundingBox();
        var plot = plotOf("step-chart");
        return new double[] {
            Math.rint((band.x - plot.x) / plot.width * 1000) / 1000,
            Math.rint((band.x + band.width - plot.x) / plot.width * 1000) / 1000
        };
    }
}
