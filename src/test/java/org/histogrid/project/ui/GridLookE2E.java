package org.histogrid.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.util.regex.Pattern;
import org.histogrid.BrowserWindows;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.DemoTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.TestPropertySource;

/// Looking at the demo's grid: by keyboard, by legend, by address, and with a threshold that is dragged.
@RunningApplicationTest
@TestPropertySource(properties = "histogrid.demo=true")
class GridLookE2E {

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    private Page page;

    @BeforeEach
    void openTheDemoProject() {
        page = windows.open(1400, 1150);
        page.navigate("/");
        BrowserWindows.logIn(page, DemoTeam.MEMBER.account(), DemoTeam.MEMBER.password());
        page.getByText("True and false answers").first().click();
        assertThat(page.locator("step-chart[data-drawn]")).hasCount(12);
    }

    private Locator chart(int index) {
        return page.locator("step-chart").nth(index);
    }

    @Test
    void arrowKeysGoFromPanelToPanelAndEnterOpensOne() {
        chart(0).focus();
        page.keyboard().press("ArrowRight");
        assertThat(chart(1)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(chart(5)).isFocused();
        page.keyboard().press("End");
        assertThat(chart(7)).isFocused();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowUp");
        assertThat(chart(0)).isFocused();
        assertThat(page.locator("step-chart[tabindex='0']")).hasCount(1);

        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Enter");
        page.keyboard().press("Escape");
        chart(6).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/projects/[0-9a-f-]+/panels/2\\.3$"));
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Neuron");
        page.goBack();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/projects/[0-9a-f-]+$"));
    }

    @Test
    void legendHidesAClassEverywhereAndTheAddressSaysSo() {
        page.locator(".hg-legend-entry")
                .filter(new Locator.FilterOptions().setHasText("false answer"))
                .click();
        assertThat(page).hasURL(Pattern.compile("hide=false"));
        page.reload();
        assertThat(page.locator("step-chart[data-drawn]")).hasCount(12);
        assertThat(page.locator(".hg-legend-entry[aria-pressed=false]")).hasText("false answer");
        assertThat(page.locator("step-chart .apexcharts-series.gone")).hasCount(12);
    }

    @Test
    void addressShowsAColleagueTheSameSettings() {
        page.navigate(page.url() + "?stat=density&bins=20&display=mirror&markers=median");
        assertThat(page.locator("step-chart[data-drawn]")).hasCount(12);
        assertThat(page.getByText("Density / LLaMA-2-7B")).isVisible();
        assertThat(page.locator("step-chart .marker")).hasCount(24);
        assertThat(page.locator(".hg-provenance").first()).containsText("20 bins");
        assertThat(button(page, "Undo")).isDisabled();
    }

    @Test
    void panelsFollowAThresholdThatIsDragged() {
        page.getByText("Move threshold").click();
        var slider = page.locator(".hg-slider");
        var before = page.locator(".hg-panel-samples").first().textContent();
        var box = slider.boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.8, box.y + box.height / 2);
        assertThat(page.locator(".hg-panel-samples").first()).not().hasText(before);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("threshold="));
    }

    @Test
    void menuOfAPanelSendsItsBins() {
        chart(1).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        var download = page.waitForDownload(() -> page.getByText("Data as CSV").click());
        assertThat(download.suggestedFilename()).isEqualTo("neuron-149-bins.csv");
        assertThat(download.path()).content().startsWith("part,from,to,true answer count,false answer count\r\nbin,");
        // The link that was clicked for it leaves with the next answer
        page.getByText("Show density").click();
        assertThat(page.getByText("Density / LLaMA-2-7B")).isVisible();
        assertThat(page.locator("a[hidden]")).hasCount(0);
    }

    @Test
    void exportShowsAFigureAsLargeAsThereIsRoomForBesideItsFields() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export the grid as a figure"))
                .click();
        assertThat(page.locator(".hg-export-image")).isVisible();
        var preview = page.locator(".hg-export-preview").boundingBox();
        assertThat(preview.width).isGreaterThan(600);
        for (var field : page.locator(".hg-export-size > *").all()) {
            var box = field.boundingBox();
            assertThat(box.x + box.width).isLessThan(preview.x);
        }
    }

    @Test
    void stepsAreUndoneAndDoneAgainByKey() {
        page.getByText("Show density").click();
        assertThat(page.getByText("Density / LLaMA-2-7B")).isVisible();
        chart(0).focus();
        page.keyboard().press("Control+z");
        assertThat(page.getByText("# Samples / LLaMA-2-7B")).isVisible();
        page.keyboard().press("Control+y");
        assertThat(page.getByText("Density / LLaMA-2-7B")).isVisible();
    }
}
