package org.histogrid.dataset.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.button;
import static org.histogrid.Exactly.field;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.histogrid.BrowserWindows;
import org.histogrid.Chromium;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.TestNpy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// From the login to the imported dataset, as somebody does it in a browser.
@RunningApplicationTest
class ImportE2E {

    private static final int SAMPLES = 60;
    private static final FilePayload ACTS = new FilePayload(
            "acts.npy", "application/octet-stream", TestNpy.f32(SAMPLES, 16, (s, n) -> (float) Math.sin(s * n)));
    private static final FilePayload LABELS = text("labels.csv", labels());
    private static final FilePayload BROKEN = text("broken.npy", "this is no array");

    @Autowired
    private TestPeople people;

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    private Page page;

    private static FilePayload text(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String labels() {
        var lines = new StringBuilder("qid,question,correct\n");
        for (var i = 0; i < SAMPLES; i++) {
            lines.append("q%d,In which year was number %d found?,%d\n".formatted(i, i, i % 3 == 0 ? 1 : 0));
        }
        return lines.toString();
    }

    @BeforeEach
    void openBrowser() {
        page = windows.open(
                new Browser.NewContextOptions().setViewportSize(1400, 900).setColorScheme(ColorScheme.LIGHT));
    }

    private void logIn() {
        var member = people.called("anna");
        page.navigate("/datasets/import");
        page.getByLabel("Name").fill(member.name());
        page.locator("input[name=password]").fill(TestPeople.PASSWORD);
        Chromium.picture(page, "login");
        button(page, "Log in").click();
        // Where one wanted to go
        assertThat(page).hasURL(Pattern.compile(".*/datasets/import(\\?.*)?"));
    }

    private void upload(FilePayload... files) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(files);
    }

    @Test
    void filesBecomeADataset() {
        logIn();
        upload(ACTS, LABELS);
        assertThat(page.getByText("60 rows, 3 columns")).isVisible();
        assertThat(page.getByText("60 × 16, F32")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/datasets/import/.+"));

        button(page, "Next: Mapping").click();
        var name = "TriviaQA " + UUID.randomUUID().toString().substring(0, 4);
        field(page, "Name").fill(name);
        field(page, "Model").fill("LLaMA-2-7B");
        page.keyboard().press("Tab");
        page.reload();
        assertThat(field(page, "Name")).hasValue(name);

        button(page, "Next: Labels").click();
        assertThat(page.getByText("20 true answer, 40 false answer").first()).isVisible();
        button(page, "Next: Report").click();
        assertThat(page.getByText("60 samples, 1 hook point")).isVisible();
        button(page, "Import").click();
        page.getByText("Open dataset").click();
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.getByText("20 true answer, 40 false answer")).isVisible();
        assertThat(page.getByText("In which year was number 1 found?")).isVisible();
        Chromium.picture(page, "dataset");
    }

    @Test
    void wrongFileTellsItsSentenceAndCanBeRemoved() {
        logIn();
        upload(ACTS, BROKEN);
        var sentence = page.getByText("broken.npy is no .npy file");
        assertThat(sentence).isVisible();
        assertThat(page.getByText("60 × 16, F32")).isVisible();
        page.getByLabel("Remove broken.npy").click();
        assertThat(sentence).not().isVisible();
        assertThat(page.getByText("60 × 16, F32")).isVisible();

        // Refused while it arrives: the reason stands at the file
        upload(ACTS);
        assertThat(page.locator("vaadin-upload-file").getByText("There is a file of this name already"))
                .isVisible();
    }

    @Test
    void darkLookIsKeptWithoutAFlash() {
        logIn();
        page.getByLabel(Pattern.compile("Account of .*")).click();
        page.getByRole(AriaRole.MENUITEMCHECKBOX, new Page.GetByRoleOptions().setName("Dark"))
                .or(page.locator("vaadin-menu-bar-item:has-text('Dark')"))
                .first()
                .click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
    }

    @Test
    void wrongAddressTellsSoAndLeadsOn() {
        logIn();
        for (var path : List.of("nowhere", "datasets/nothing", "datasets/" + UUID.randomUUID(), "datasets/import/x")) {
            page.navigate("/" + path);
            assertThat(page.locator("h1")).hasText("Not found");
            assertThat(page.getByText("Go to the start page")).isVisible();
        }
    }
}
