package org.histogrid.dataset.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.button;
import static org.histogrid.Exactly.field;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.histogrid.BadNetwork;
import org.histogrid.BrowserWindows;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.api.Client;
import org.histogrid.dataset.TestNpy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A file of 5 MB over a network that goes away in the middle.
@RunningApplicationTest
class ResumableUploadE2E {

    private static final int SAMPLES = 1_300;
    private static final int NEURONS = 1_000;
    private static final int HELD_AFTER = 2_000_000;
    /// The page waits up to 20 s before it tries again, however soon the network is back.
    private static final int LONGEST_PAUSE_MILLIS = 40_000;
    private static final String WAITING = "Waiting for the connection. It goes on by itself.";

    @TempDir
    private Path folder;

    @Autowired
    private TestPeople people;

    @LocalServerPort
    private int port;

    /// Where each piece that was sent began.
    private final List<Long> offsets = new CopyOnWriteArrayList<>();

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    private Page page;
    private BadNetwork network;
    private Member member;
    private Path acts;
    private Path labels;
    private Path small;

    @BeforeEach
    void writeFiles() throws IOException {
        acts = Files.write(folder.resolve("acts.npy"), TestNpy.f32(SAMPLES, NEURONS, (s, n) -> s * 1000f + n));
        small = Files.write(folder.resolve("small.npy"), TestNpy.f32(4, 3, (s, n) -> s + n));
        labels = Files.writeString(folder.resolve("labels.csv"), "label\n" + "1\n0\n".repeat(SAMPLES / 2));
    }

    @BeforeEach
    void openBrowser() throws IOException {
        network = new BadNetwork(port, HELD_AFTER);
        windows.closeAfterwards(network);
        windows.expectComplaint("Failed to load resource");
        page = windows.open(1400, 900);
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(Long.valueOf(request.headers().get("upload-offset")));
            }
        });
        member = people.called("anna");
        page.navigate("http://localhost:%d/datasets/import".formatted(network.port()));
        BrowserWindows.logIn(page, member);
        assertThat(page).hasURL(Pattern.compile(".*/datasets/import(\\?.*)?"));
    }

    private void choose(Path file) {
        var input = page.locator("vaadin-upload input[type=file]");
        // As the component does at a click, so that the same file counts as chosen again
        input.evaluate("input => { input.value = ''; }");
        input.setInputFiles(file);
    }

    private void chooseWithTheButton(Path... files) {
        page.waitForFileChooser(() -> button(page, "Choose files").click()).setFiles(files);
    }

    private void next(String step) {
        button(page, "Next: " + step).click();
        assertThat(page.locator("[aria-current=step]")).hasText(step);
    }

    private void backToFiles() {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Files").setExact(true))
                .click();
    }

    private Locator table() {
        return page.getByText(Pattern.compile("Table: 1.?300 rows"));
    }

    private Locator matrix() {
        return page.getByText("4 × 3, F32").first();
    }

    private Locator line() {
        return page.locator("vaadin-upload-file");
    }

    @Test
    void networkThatGoesAwayInTheMiddleCostsNothing() throws Exception {
        choose(labels);
        assertThat(table()).isVisible();
        choose(acts);
        network.awaitHeld();
        network.cut();
        assertThat(line()).containsText(WAITING);
        network.restore();

        assertThat(page.getByText(Pattern.compile("1.?300 × 1.?000, F32")).first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_PAUSE_MILLIS));
        assertThat(line()).hasCount(0);
        assertThat(offsets.getLast()).as("offsets %s", offsets).isGreaterThan(1_000_000);

        next("Mapping");
        field(page, "Name").fill("Over a bad network");
        field(page, "Model").fill("M");
        next("Labels");
        next("Report");
        button(page, "Import").click();
        page.getByText("Open dataset").click();
        assertThat(page.locator("h1")).hasText("Over a bad network");
        var client = new Client(port, people.token(member));
        var dataset = client.get("/api/v1/datasets").json().get("items").get(0);
        var values = client.get("/api/v1/datasets/%s/hook-points/0/neurons/7/values"
                        .formatted(dataset.get("id").asString()))
                .json()
                .get("values");
        assertThat(values.get(SAMPLES - 1).asDouble()).isEqualTo((SAMPLES - 1) * 1000.0 + 7);
    }

    @Test
    void fileThatIsTakenBackLeavesNothingAndTheSameFileCanBeChosenAgain() throws Exception {
        choose(acts);
        network.awaitHeld();
        var thrownAway = page.waitForResponse(
                response -> response.request().method().equals("DELETE"),
                () -> line().getByLabel("Remove").click());
        assertThat(thrownAway.status()).isEqualTo(204);
        assertThat(line()).hasCount(0);
        choose(acts);
        assertThat(page.getByText(Pattern.compile("1.?300 × 1.?000, F32"))).isVisible();
        assertThat(offsets).containsExactly(0L, 0L);
    }

    @Test
    void pageThatIsLoadedAgainGoesOnWithTheFileChosenAgain() throws Exception {
        choose(acts);
        network.awaitHeld();
        page.reload();
        choose(acts);
        assertThat(page.getByText(Pattern.compile("1.?300 × 1.?000, F32"))).isVisible();
        assertThat(offsets.getLast()).as("offsets %s", offsets).isGreaterThan(1_000_000);
    }

    @Test
    void filesChosenWithTheButtonAreSent() {
        chooseWithTheButton(labels, small);
        assertThat(table()).isVisible();
        assertThat(matrix()).isVisible();
        assertThat(line()).hasCount(0);
    }

    @Test
    void filesThatAreDroppedAreSent() {
        var dropped = page.evaluateHandle("""
                () => {
                  const data = new DataTransfer();
                  data.items.add(new File(['label\\n' + '1\\n0\\n'.repeat(20)], 'dropped.csv'));
                  return data;
                }""");
        var area = page.locator("vaadin-upload");
        area.dispatchEvent("dragover", Map.of("dataTransfer", dropped));
        area.dispatchEvent("drop", Map.of("dataTransfer", dropped));
        assertThat(page.getByText("Table: 40 rows")).isVisible();
        assertThat(line()).hasCount(0);
    }

    @Test
    void fileIsSentAfterTheReportWasLookedAt() {
        chooseWithTheButton(small);
        assertThat(matrix()).isVisible();
        List.of("Mapping", "Labels", "Report").forEach(this::next);
        backToFiles();
        chooseWithTheButton(labels);
        assertThat(table()).isVisible();
    }

    @Test
    void fileIsSentAfterThePageWasLoadedInALaterStep() {
        chooseWithTheButton(small);
        assertThat(matrix()).isVisible();
        next("Mapping");
        page.reload();
        backToFiles();
        chooseWithTheButton(labels);
        assertThat(table()).isVisible();
    }

    @Test
    void fileThatIsOnItsWayArrivesInALaterStep() throws Exception {
        chooseWithTheButton(small);
        assertThat(matrix()).isVisible();
        chooseWithTheButton(acts);
        network.awaitHeld();
        next("Mapping");
        network.cut();
        network.restore();
        assertThat(page.getByText(Pattern.compile("1.?300 × 1.?000, F32")).first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_PAUSE_MILLIS));
    }

    @Test
    void anotherSiteCannotSendInTheNameOfThePage() {
        var status = page.evaluate("""
                () => fetch('/uploads', {method: 'POST', headers: {
                  'Tus-Resumable': '1.0.0', 'Upload-Length': '1', 'Upload-Metadata': 'filename YQ=='
                }}).then(answer => answer.status)""");
        assertThat(status).isEqualTo(403);
        page.context().clearCookies();
        status = page.evaluate("() => fetch('/uploads/x', {method: 'HEAD'}).then(answer => answer.status)");
        assertThat(status).isEqualTo(401);
    }
}
