package org.histogrid.neuron.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.field;

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
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// The page of a neuron in a browser. Its site has a slash, dots and a space, as names of hooks may have.
@RunningApplicationTest
class NeuronE2E {

    private static final String SITE = "blocks.0/mlp.hook post";
    private static final int SAMPLES = 600;
    private static final int NEURONS = 12;
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
        var member = people.called("ada");
        dataset = testDatasets.imported(Viewer.of(member), spec(), files());
        page = windows.open(1600, 1000);
        page.navigate("/");
        BrowserWindows.logIn(page, member);
        assertThat(page.locator("h1")).hasText("Projects");
    }

    private static ImportSpec spec() {
        var layers = List.of(layer("low.npy", 3), layer("high.npy", 4));
        return new ImportSpec("TriviaQA, LLaMA-2-7B", "LLaMA-2-7B", null, null, layers, null, null);
    }

    private static Matrix layer(String file, int layer) {
        return new Matrix(file, null, null, SITE, layer, null, null, "last", null, null, null, null);
    }

    private static List<File> files() {
        var random = new Random(11);
        var table = new StringBuilder("qid,question,topic,correct\n");
        for (var i = 0; i < SAMPLES; i++) {
            table.append("q%d,Which river flows through town %d?,%s,%d%n"
                    .formatted(i, i, i % 2 == 0 ? "rivers" : "towns", i % 3 == 0 ? 0 : 1));
        }
        var text = table.toString().replace("\r", "");
        TestNpy.Value value = (s, n) -> (float) (random.nextGaussian() + (s % 3 == 0 ? -0.25 * n : 0.1 * n));
        return List.of(
                new File("low.npy", TestNpy.f32(SAMPLES, NEURONS, value)),
                new File("high.npy", TestNpy.f32(SAMPLES, NEURONS, value)),
                File.text("samples.csv", text));
    }

    private String neuron(int number) {
        return "/" + NeuronAddress.path(dataset, dataset.hookPoints().getFirst(), number);
    }

    private void open(String address) {
        page.navigate(address);
        drawn();
    }

    private void drawn() {
        assertThat(page.locator(".hg-study step-chart[data-drawn]")).isVisible();
    }

    private void title(String text) {
        assertThat(page.locator("h1")).hasText(text);
    }

    private void dragAcross(double from, double to) {
        var box = page.locator(".hg-study step-chart").boundingBox();
        page.mouse().move(box.x + from * box.width, box.y + box.height / 2);
        page.mouse().down();
        page.mouse()
                .move(
                        box.x + to * box.width,
                        box.y + box.height / 2,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    private String counts() {
        return page.locator(".hg-study-counts").textContent();
    }

    @Test
    void aDraggedRangeShowsItsSamplesSortedAndForDownload() throws IOException {
        open(neuron(7));
        dragAcross(0.3, 0.55);
        assertThat(page.locator(".hg-study-counts")).containsText(Pattern.compile("^\\d+ samples in \\[.*true answer"));
        var grid = page.locator(".hg-study-samples vaadin-grid");
        assertThat(grid.getByText("Which river flows").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile("select="));

        grid.locator("vaadin-grid-sorter").first().click();
        assertThat(grid.locator("vaadin-grid-sorter[direction=asc]")).hasCount(1);
        Chromium.picture(page, "neuron");

        var download = page.waitForDownload(() ->
                page.locator(".hg-study-samples").getByText("Download CSV").click());
        var lines = Files.readAllLines(download.path());
        assertThat(download.suggestedFilename()).isEqualTo("neuron-7-samples.csv");
        assertThat(lines.getFirst()).startsWith("ordinal,id,text,value,class");
        assertThat(counts()).startsWith(lines.size() - 1 + " samples");
        // In the order of the list
        var values = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
                .toArray();
        assertThat(values).isSorted();
    }

    @Test
    void aLinkShowsTheSameAgain() {
        open(neuron(7));
        dragAcross(0.3, 0.55);
        assertThat(page).hasURL(Pattern.compile("select="));
        page.getByText("Show density").click();
        assertThat(page).hasURL(Pattern.compile("stat=density"));
        var before = counts();

        page.reload();
        drawn();
        assertThat(page.locator(".hg-study-counts")).hasText(before);
        assertThat(page.locator(".hg-study-samples vaadin-grid")
                        .getByText("Which river flows")
                        .first())
                .isVisible();
        assertThat(page.getByText("Show density")).isHidden();
    }

    @Test
    void keysLeadToNeighboursAndNotWhileOneTypes() {
        open(neuron(7));
        page.keyboard().press("j");
        title("Neuron 8");
        page.keyboard().press("k");
        title("Neuron 7");
        page.keyboard().press("]");
        assertThat(page.locator(".hg-subtitle")).containsText("layer 4");
        page.keyboard().press("[");
        assertThat(page.locator(".hg-subtitle")).containsText("layer 3");

        field(page, "From").click();
        page.keyboard().press("j");
        title("Neuron 7");
        page.locator("h1").click();
        page.keyboard().press("?");
        assertThat(page.locator("vaadin-dialog kbd")).hasText(new String[] {"j", "k", "]", "[", "?"});
        page.keyboard().press("j");
        title("Neuron 7");
        page.keyboard().press("Escape");
        // While a dialog is open, the page does not follow the address
        assertThat(page.locator("vaadin-dialog kbd")).hasCount(0);
        page.goBack();
        assertThat(page.locator(".hg-subtitle")).containsText("layer 4");
    }

    @Test
    void similarNeuronsAreFoundAndLeadOn() {
        open(neuron(7));
        page.getByText("Find similar neurons").click();
        assertThat(page.getByText("11 neurons compared.")).isVisible();
        page.locator(".hg-extreme table a").first().click();
        assertThat(page.locator("h1")).not().hasText("Neuron 7");
    }

    @Test
    void fitsANarrowScreen() {
        page.setViewportSize(NARROW, 740);
        open(neuron(7));
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        Chromium.picture(page, "neuron-narrow");
    }

    @Test
    void theDatasetLeadsToItsNeurons() {
        page.navigate("/datasets/" + dataset.id());
        field(page, "Neuron").fill("5");
        page.getByText("Look at neuron").click();
        title("Neuron 5");
        drawn();
        // As somebody types it, where the server lets it through
        page.navigate(neuron(400));
        assertThat(page.getByText("Neuron 400 of ")).isVisible();
    }
}
