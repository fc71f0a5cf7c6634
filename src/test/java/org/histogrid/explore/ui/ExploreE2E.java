package org.histogrid.explore.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.histogrid.BrowserWindows;
import org.histogrid.Chromium;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.screening.TestScreenings;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// From all neurons to a row of a project, in a browser. On either layer every tenth neuron tells the classes apart,
/// more so on the later one.
@RunningApplicationTest
class ExploreE2E {

    private static final int SAMPLES = 600;
    private static final int NEURONS = 120;
    private static final int NARROW = 360;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private TestScreenings screenings;

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    private Page page;
    private DatasetDetails dataset;

    @BeforeEach
    void openBrowser() {
        var member = people.called("ada");
        var me = Viewer.of(member);
        dataset = testDatasets.imported(me, spec(), files());
        screenings.screened(me, dataset);
        page = windows.open(1600, 1000);
        page.navigate("/");
        BrowserWindows.logIn(page, member);
        assertThat(page.locator("h1")).hasText("Projects");
    }

    private static ImportSpec spec() {
        var layers = List.of(layer("low.npy", 12), layer("high.npy", 24));
        return new ImportSpec("TriviaQA, LLaMA-2-7B", "LLaMA-2-7B", null, null, layers, null, null);
    }

    private static Matrix layer(String file, int layer) {
        return new Matrix(file, null, null, "resid_post", layer, null, null, "last", null, null, null, null);
    }

    private static List<File> files() {
        var random = new Random(5);
        var table = new StringBuilder("qid,correct\n");
        for (var i = 0; i < SAMPLES; i++) {
            table.append("q%d,%d%n".formatted(i, i % 3 == 0 ? 0 : 1));
        }
        return List.of(
                new File("low.npy", TestNpy.f32(SAMPLES, NEURONS, (s, n) -> value(random, s, n, 0.6))),
                new File("high.npy", TestNpy.f32(SAMPLES, NEURONS, (s, n) -> value(random, s, n, 1.2))),
                File.text("samples.csv", table.toString().replace("\r", "")));
    }

    private static float value(Random random, int sample, int neuron, double effect) {
        var isPlanted = neuron % 10 == 0 && sample % 3 != 0;
        return (float) (random.nextGaussian() + (isPlanted ? (neuron % 20 == 0 ? effect : -effect) : 0));
    }

    private void drag(String chart, double fromX, double fromY, double toX, double toY) {
        var box = page.locator(chart).boundingBox();
        page.mouse().move(box.x + fromX * box.width, box.y + fromY * box.height);
        page.mouse().down();
        page.mouse().move(box.x + toX * box.width, box.y + toY * box.height, new Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    private void open(String query) {
        page.navigate("/datasets/%s/explore%s".formatted(dataset.id(), query));
        assertThat(page.locator(".hg-overview [data-drawn]")).isVisible();
        assertThat(page.locator(".hg-ranked .hg-spark").first()).isVisible();
    }

    @Test
    void theTailOfAScoreBecomesARowThatSaysWhereItsNeuronsComeFrom() throws IOException {
        page.navigate("/datasets/" + dataset.id());
        page.getByText("Explore neurons").click();
        assertThat(page.locator(".hg-ranking-words")).containsText("240 neurons tested");
        assertThat(page.locator(".hg-overview step-chart[data-drawn]")).isVisible();
        Chromium.picture(page, "explore");

        drag(".hg-overview step-chart", 0.75, 0.5, 0.99, 0.5);
        assertThat(page.locator(".hg-chip")).containsText("AUROC, discovery half");
        assertThat(page).hasURL(Pattern.compile("where=auroc"));
        assertThat(page.locator(".hg-ranking-words")).containsText("pass the filters");

        var rows = page.locator(".hg-ranked vaadin-checkbox:not([id])");
        rows.nth(0).click();
        rows.nth(1).click();
        assertThat(page.locator(".hg-ranking-selection")).containsText("2 neurons selected.");
        page.locator("vaadin-button").getByText("Add to project").click();
        page.locator("vaadin-dialog vaadin-text-field input").fill("From the tail");
        page.locator("vaadin-dialog vaadin-button").getByText("Add").click();
        page.getByText("Open project").click();
        assertThat(page.locator("h1")).containsText("From the tail");
        assertThat(page.locator("vaadin-dialog")).hasCount(0);
        assertThat(page.locator(".hg-panel")).hasCount(2);
        assertThat(page.locator(".hg-provenance").first())
                .containsText(Pattern.compile("2 picked of 240 tested by largest .AUROC"));
    }

    @Test
    void aRectangleOfThePlaneIsListedAndDownloaded() throws IOException {
        open("?plot=volcano");
        drag(".hg-overview plane-chart", 0.6, 0.05, 0.98, 0.6);
        assertThat(page.locator(".hg-chip")).hasCount(2);
        var download = page.waitForDownload(() -> page.getByText("Download CSV").click());
        var lines = Files.readAllLines(download.path());
        assertThat(lines.getFirst()).startsWith("rank,hookPoint,site,layer,token,neuron,auroc,auroc.held-out");
        assertThat(page.locator(".hg-ranking-words")).containsText(" %d pass".formatted(lines.size() - 1));
        assertThat(lines.size()).isBetween(2, 13);
    }

    @Test
    void aClickedLayerIsListedAlone() {
        open("?plot=layers");
        var box = page.locator(".hg-overview band-chart").boundingBox();
        page.mouse().click(box.x + 0.75 * box.width, box.y + 0.5 * box.height);
        assertThat(page.locator(".hg-ranking-words")).containsText("120 neurons tested");
        assertThat(page).hasURL(Pattern.compile("point="));
    }

    @Test
    void aNarrowScreenShowsAllBelowEachOther() {
        page.setViewportSize(NARROW, 800);
        open("?order=desc");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
        var list = page.locator(".hg-ranking-panel").boundingBox();
        assertThat(page.locator(".hg-overview").boundingBox().y).isGreaterThan(list.y + list.height);
        Chromium.picture(page, "explore-narrow");
    }
}
