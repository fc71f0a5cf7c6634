package org.histogrid.dataset.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.button;
import static org.histogrid.Exactly.field;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assumptions;
import org.histogrid.BrowserWindows;
import org.histogrid.Chromium;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.TestNpy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The steps of an import in a browser, for files as several programs write them.
@RunningApplicationTest
class ImportWizardE2E {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "org", "histogrid", "tensor");
    private static final int SAMPLES = 240;
    private static final int WIDE = 1400;
    private static final int HIGH = 900;
    private static final int NARROW = 360;

    @TempDir
    private Path folder;

    @Autowired
    private TestPeople people;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    private Page page;
    private String token = "";

    @BeforeEach
    void logIn() {
        page = windows.open(
                new Browser.NewContextOptions().setViewportSize(WIDE, HIGH).setColorScheme(ColorScheme.LIGHT));
        var member = people.called("anna");
        token = people.token(member);
        page.navigate("/datasets/import");
        BrowserWindows.logIn(page, member);
        assertThat(page.locator("h1")).hasText("Import");
    }

    private void upload(Path... files) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(files);
    }

    private void step(String name) {
        button(page, "Next: " + name).click();
        assertThat(page.locator("[aria-current=step]")).hasText(name);
    }

    /// Light, dark and narrow; the page is as it was afterwards.
    private void picture(String name) {
        Chromium.picture(page, "import-" + name);
        page.setViewportSize(NARROW, HIGH);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(NARROW);
        Chromium.picture(page, "import-" + name + "-narrow");
        page.setViewportSize(WIDE, HIGH);
    }

    private void reported(String samples) {
        assertThat(page.getByText(samples).first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    }

    private String nameIt() {
        var name = "Run " + UUID.randomUUID().toString().substring(0, 4);
        field(page, "Name").fill(name);
        field(page, "Model").fill("LLaMA-2-7B");
        page.keyboard().press("Tab");
        return name;
    }

    private void begin(String name) {
        button(page, "Import").click();
        page.getByText("Open dataset").click(new Locator.ClickOptions().setTimeout(60_000));
        assertThat(page.locator("h1")).hasText(name);
    }

    private static String table() {
        var lines = new StringBuilder("qid,question,correct,confidence\n");
        for (var i = 0; i < SAMPLES; i++) {
            lines.append("q%d,In which year was number %d found?,%s,%.3f\n"
                    .formatted(i, i, i % 3 == 0 ? "yes" : i % 7 == 0 ? "unsure" : "no", (i % 100) / 100.0));
        }
        return lines.toString();
    }

    @Test
    void matrixAndTableAreMappedLabelledAndReported() throws IOException {
        var acts = Files.write(folder.resolve("acts.npy"), TestNpy.f32(SAMPLES, 64, (s, n) ->
                (float) (Math.sin(s * 0.7 + n) + (s % 3 == 0 ? n / 32.0 : 0))));
        var labels = Files.writeString(folder.resolve("labels.csv"), table());
        upload(acts, labels);
        assertThat(page.getByText("240 rows, 4 columns")).isVisible();
        assertThat(page.getByText("240 × 64, F32").first()).isVisible();
        page.getByLabel("Look at acts.npy").click();
        assertThat(page.locator("step-chart svg").first()).isVisible();
        picture("files");

        step("Mapping");
        var name = nameIt();
        field(page, "Layer").fill("16");
        page.keyboard().press("Tab");
        picture("mapping");
        page.reload();
        assertThat(field(page, "Name")).hasValue(name);
        assertThat(field(page, "Layer")).hasValue("16");

        step("Labels");
        assertThat(page.getByText("no: 137 · yes: 80 · unsure: 23")).isVisible();
        // Suggested: a class for each value
        field(page, "Class").nth(0).fill("true answer");
        field(page, "Class").nth(1).fill("false answer");
        page.getByLabel("Remove class").nth(2).click();
        assertThat(page.getByText("80 true answer, 137 false answer")).isVisible();
        assertThat(page.getByText("23 samples left out")).isVisible();
        picture("labels");

        step("Report");
        reported("240 samples, 1 hook point");
        assertThat(page.locator("pre")).containsText("\"false answer\": [\"no\"]");
        picture("report");
        page.goBack();
        assertThat(page.locator("[aria-current=step]")).hasText("Labels");
        // A second way through the history while the first is still being answered is lost
        page.waitForFunction("() => Object.values(window.Vaadin.Flow.clients).every(one => !one.isActive?.())");
        page.goForward();
        assertThat(page.locator("[aria-current=step]")).hasText("Report");
        reported("240 samples, 1 hook point");
        begin(name);
    }

    @Test
    void npzWithLayersIsOneLine() {
        upload(FIXTURES.resolve("npz/layers_dict.npz"));
        assertThat(page.getByText("layer_*: 4 arrays of 60 × 8, F32").first()).isVisible();
        step("Mapping");
        assertThat(page.locator("h3:has-text('layers_dict.npz, layer_*')")).isVisible();
        assertThat(field(page, "Layers")).hasValue("0-2, 10");
        var name = nameIt();
        step("Labels");
        step("Report");
        reported("60 samples, 4 hook points");
        begin(name);
    }

    @Test
    void safetensorsIsImported() {
        upload(FIXTURES.resolve("safetensors/layers.safetensors"));
        step("Mapping");
        var name = nameIt();
        step("Labels");
        assertThat(page.getByText("26 true answer, 34 false answer").first()).isVisible();
        step("Report");
        reported("60 samples");
        begin(name);
    }

    @Test
    void torchFileIsImported() {
        upload(FIXTURES.resolve("pt/dict.pt"));
        step("Mapping");
        var name = nameIt();
        step("Labels");
        step("Report");
        reported("60 samples, 1 hook point");
        begin(name);
    }

    @Test
    void copiedCodePushesTheSameImport() throws Exception {
        Assumptions.assumeThat(run("python3", "-c", "import requests")).isZero();
        upload(FIXTURES.resolve("npz/layers_dict.npz"));
        step("Mapping");
        nameIt();
        step("Labels");
        step("Report");
        reported("60 samples, 4 hook points");
        assertThat(page.locator("pre")).containsText("http://127.0.0.1:" + port);

        Files.copy(FIXTURES.resolve("npz/layers_dict.npz"), folder.resolve("layers_dict.npz"));
        Files.writeString(folder.resolve("push.py"), page.locator("pre").textContent(), StandardCharsets.UTF_8);
        assertThat(run("python3", "push.py"))
                .as(Files.readString(folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out"))).contains("http://127.0.0.1:%d/datasets/".formatted(port));
    }

    private int run(String... command) throws Exception {
        var builder = new ProcessBuilder(Arrays.asList(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("HISTOGRID_TOKEN", token);
        var process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end");
        }
        return process.exitValue();
    }

    @Test
    void problemLeadsToItsField() {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("acts.npy", "", TestNpy.f32(SAMPLES, 16, (s, n) -> s * n)),
            new FilePayload("labels.csv", "", table().getBytes(StandardCharsets.UTF_8))
        });
        assertThat(page.locator(".hg-file")).hasCount(2);
        button(page, "Show in Labels").click();
        assertThat(page).hasURL(Pattern.compile(".*step=labels"));
        assertThat(page.locator("vaadin-text-field[focused], vaadin-radio-button[focused], "
                        + "vaadin-multi-select-combo-box[focused]"))
                .hasCount(1);
    }
}
