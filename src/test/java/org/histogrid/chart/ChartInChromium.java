package org.histogrid.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.histogrid.BrowserWindows;
import org.histotest.chart.ChartApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// Charts in a real browser, on pages that hold nothing else. A test fails when the browser complains of anything.
abstract class ChartInChromium {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int WIDE = 1280;
    private static final int HIGH = 900;

    private static int port;

    @RegisterExtension
    static final BeforeAllCallback APPLICATION = context -> port = runningIn(context);

    @RegisterExtension
    final BrowserWindows windows = new BrowserWindows();

    Page page;

    /// One application serves all tests of charts.
    private static int runningIn(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        ChartApplication.class, _ -> ChartApplication.start(), ConfigurableApplicationContext.class)
                .getEnvironment()
                .getRequiredProperty("local.server.port", int.class);
    }

    @BeforeEach
    void openWindow() {
        page = windows.open(WIDE, HIGH);
    }

    final void openTouchWindow() {
        page = windows.open(
                new Browser.NewContextOptions().setViewportSize(WIDE, HIGH).setHasTouch(true));
    }

    static String address(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    final void open(String path) {
        page.navigate(address(path));
        page.waitForSelector("step-chart[data-drawn]");
    }

    final void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /// The place of the steps of the chart that a selector finds first.
    final BoundingBox plotOf(String chart) {
        return page.locator(chart + " .plot").first().boundingBox();
    }

    final String tooltip() {
        return (String) page.locator("step-chart-tooltip .tip")
                .evaluate("tip => [...tip.querySelectorAll('.range, th, td')].map(cell => cell.textContent).join('|')");
    }

    final boolean isTooltipShown() {
        return page.locator("step-chart-tooltip .tip").isVisible();
    }

    final String aloud() {
        return page.locator("step-chart-tooltip [aria-live]").textContent();
    }

    /// Where a text stands in the window.
    record Box(String text, double left, double top, double right, double bottom) {

        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    static void assertApart(List<Box> boxes) {
        for (var one = 0; one < boxes.size(); one++) {
            for (var other = one + 1; other < boxes.size(); other++) {
                assertThat(boxes.get(one).touches(boxes.get(other)))
                        .as(boxes.get(one) + " touches " + boxes.get(other))
                        .isFalse();
            }
        }
    }

    final List<Box> boxes(String chart, String texts) {
        var boxes = new ArrayList<Box>();
        var found = (List<?>) page.evaluate(
                "([chart, texts]) => [...document.querySelector(chart).shadowRoot.querySelectorAll(texts)].map(text => {"
                        + " const box = text.getBoundingClientRect();"
                        // A line of text is higher than its letters
                        + " const down = text.matches('[transform]') ? 0 : box.height * 0.12;"
                        + " const across = text.matches('[transform]') ? box.width * 0.12 : 0;"
                        + " return { text: text.textContent, box: [box.left + across, box.top + down, box.right - across, box.bottom - down] }; })",
                List.of(chart, texts));
        for (var one : found) {
            var box = ((List<?>) ((Map<?, ?>) one).get("box"))
                    .stream().mapToDouble(side -> ((Number) side).doubleValue()).toArray();
            boxes.add(new Box((String) ((Map<?, ?>) one).get("text"), box[0], box[1], box[2], box[3]));
        }
        return boxes;
    }

    /// The corners of a path, in pixels of the plot.
    static List<double[]> corners(String path) {
        var corners = new ArrayList<double[]>();
        for (var command : path.replaceAll("[MLZz,]", " ").trim().split("\\s{2,}")) {
            var pair = command.trim().split("\\s+");
            corners.add(new double[] {Double.parseDouble(pair[0]), Double.parseDouble(pair[1])});
        }
        return corners;
    }
}
