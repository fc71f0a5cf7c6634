package org.histogrid.dataset.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.button;
import static org.histogrid.Exactly.field;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.histogrid.BrowserWindows;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// A labeling by a threshold, made with the keyboard, and its classes recoloured; then the page about jobs.
@RunningApplicationTest
class LabelingE2E {

    private static final int SAMPLES = 1_000;
    private static final int NARROW = 360;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    private Page page;
    private DatasetDetails dataset;

    @BeforeEach
    void openBrowser() {
        var admin = people.admin();
        dataset = testDatasets.imported(
                Viewer.of(admin),
                new ImportSpec("TriviaQA, scored", "LLaMA-2-7B", null, null, null, null, null),
                List.of(
                        new File("acts.npy", TestNpy.f32(SAMPLES, 4, (s, n) -> (float) Math.sin(s * n))),
                        File.text("samples.csv", table())));
        page = windows.open(
                new Browser.NewContextOptions().setViewportSize(1400, 900).setColorScheme(ColorScheme.LIGHT));
        page.navigate("/datasets/" + dataset.id());
        BrowserWindows.logIn(page, admin);
        assertThat(page).hasURL(Pattern.compile(".*/datasets/" + dataset.id() + ".*"));
    }

    /// Scores in steps of 0.001, the lower half of the samples more often, each fiftieth with none.
    private static String table() {
        var random = new Random(1);
        var text = new StringBuilder("qid,question,correct,score\n");
        for (var i = 0; i < SAMPLES; i++) {
            var score = Math.round(1_000 * Math.pow(random.nextDouble(), 1.5)) / 1_000.0;
            text.append("q%d,In which year was %d found?,%d,%s\n"
                    .formatted(i, i, i % 3 == 0 ? 1 : 0, i % 50 == 7 ? "" : score));
        }
        return text.toString();
    }

    private void fitsANarrowScreen() {
        page.setViewportSize(NARROW, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(NARROW);
        page.setViewportSize(1400, 900);
    }

    @Test
    void thresholdIsChosenWithTheKeyboard() {
        button(page, "Add labeling").click();
        page.locator("vaadin-dialog vaadin-select").first().click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("score"))
                .first()
                .click();
        var slider = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Threshold on score"));
        assertThat(slider).isVisible();
        var counts = page.locator(".hg-score-counts");
        slider.focus();
        slider.press("Home");
        assertThat(counts).containsText("980 true answer, 0 false answer");
        assertThat(counts).containsText("20 left out");
        for (var i = 0; i < 3; i++) {
            slider.press("PageUp");
        }
        var field = field(page, "Threshold");
        // The last of the three has come back: what is typed from now on is newer
        assertThat(slider).hasValue("300");
        assertThat(field).hasValue("0.2997");
        assertThat(counts).not().containsText("980 true answer");
        field.fill("0.5");
        assertThat(slider).hasValue(Pattern.compile("[45]\\d\\d"));
        assertThat(slider).hasAttribute("aria-valuetext", "0.5");
        fitsANarrowScreen();
        button(page, "Add").click();
        assertThat(page.locator(".hg-rule").filter(new Locator.FilterOptions().setHasText("score from 0.5 on")))
                .isVisible();

        page.getByText("Log of the import").click();
        fitsANarrowScreen();

        button(page, "Edit the labeling score").click();
        page.locator("vaadin-dialog vaadin-select").first().click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Colour 6"))
                .first()
                .click();
        fitsANarrowScreen();
        button(page, "Save").click();
        assertThat(page.locator(".hg-bar .hg-class-6")).hasCount(1);

        page.navigate("/admin/jobs");
        assertThat(page.getByText("TriviaQA, scored").first()).isVisible();
        fitsANarrowScreen();
    }

    @Test
    void labelsFollowFromAFile() {
        button(page, "Add labels from a file").click();
        upload("judged.csv", judged(SAMPLES - 1));
        assertThat(page.getByText("Match labels to samples by")).isVisible();
        button(page, "Add").click();
        assertThat(page.getByRole(AriaRole.DIALOG)
                        .getByText("judged.csv has no label for q999, sample 1000 of TriviaQA, scored.")
                        .first())
                .isVisible();
        fitsANarrowScreen();
        button(page, "Cancel").click();

        button(page, "Add labels from a file").click();
        upload("judged.csv", judged(SAMPLES));
        button(page, "Add").click();
        assertThat(page.locator(".hg-rule").filter(new Locator.FilterOptions().setHasText("label: 1, true is true")))
                .isVisible();
    }

    private void upload(String name, String text) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The samples from the last to the first.
    private static String judged(int samples) {
        var text = new StringBuilder("qid,label\n");
        for (var i = samples - 1; i >= 0; i--) {
            text.append("q%d,%d\n".formatted(i, i % 2));
        }
        return text.toString();
    }
}
