package org.histogrid;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.histogrid.Exactly.field;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestNpy;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.BinRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The main job in Chromium: from an empty project to a grid that is saved, shared, noted on and read by a stranger.
@RunningApplicationTest
class MainJobE2E {

    private static final int DRAWING_MILLIS = 30_000;

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ProjectService projects;

    private Member member;
    private Viewer owner;
    private Page page;

    @BeforeEach
    void logIn() {
        member = people.member();
        owner = Viewer.of(member);
        page = open(1400, ColorScheme.LIGHT);
        page.navigate("/login");
        BrowserWindows.logIn(page, member);
        assertThat(page.getByRole(AriaRole.HEADING, named("Projects"))).isVisible();
    }

    private Page open(int width, ColorScheme scheme) {
        return windows.open(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void click(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Locator charts(Page on) {
        return on.locator("step-chart");
    }

    private static Locator drawn(Page on) {
        return on.locator("step-chart[data-drawn]");
    }

    private ProjectRow row(DatasetDetails dataset, String label, List<Integer> neurons) {
        return new ProjectRow(dataset.id(), dataset.labelings().getFirst().id(), 0, label, neurons);
    }

    private ProjectDetails project(String name, List<ProjectRow> rows) {
        return projects.create(
                owner,
                ProjectContent.empty(name)
                        .withRows(rows)
                        .withSettings(HistogramSettings.DEFAULT.withBins(new BinRule.Count(10))));
    }

    private void addRow(String dataset, String label, String neurons) {
        page.locator(".hg-page-header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add row"))
                .click();
        var choice = page.getByRole(AriaRole.COMBOBOX, named(Pattern.compile("Dataset")));
        choice.fill(dataset);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(dataset))
                .click();
        field(page, "Label").fill(label);
        field(page, "Neurons").fill(neurons);
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add row"))
                .click();
    }

    /// The numbers of a bin as a person reads them, by keyboard.
    private static String firstBin(Page on, Locator chart) {
        chart.focus();
        chart.press("Shift+Home");
        return on.locator("step-chart-tooltip .tip").innerText();
    }

    @Test
    void gridIsBuiltSavedSharedNotedOnAndReadByAStranger() {
        var names = List.of("LLaMA-2-7B " + member.name(), "LLaMA-3-8B " + member.name(), "Gemma-7B " + member.name());
        names.forEach(name -> testDatasets.small(owner, name, 90, 20));

        page.getByRole(AriaRole.BUTTON, named("New project")).first().click();
        page.getByLabel("Name").fill("Truthfulness");
        click("Create project");
        assertThat(page.getByRole(AriaRole.HEADING, named("Truthfulness"))).isVisible();
        addRow(names.get(0), "LLaMA-2-7B", "3, 14, 7, 0");
        addRow(names.get(1), "LLaMA-3-8B", "1, 2, 5, 19");
        addRow(names.get(2), "Gemma-7B", "8, 9, 10, 11");
        assertThat(drawn(page)).hasCount(12);

        click("Settings of the histograms");
        page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Bins"))).click();
        page.getByRole(AriaRole.OPTION, named("A number of bins")).click();
        page.getByRole(AriaRole.TEXTBOX, named("Number of bins")).fill("10");
        assertThat(page.getByText("labeling correct, n = 90, 10 bins")).hasCount(3);
        click("Close settings");

        // Neuron 3 is sample + 3/16, so ten bins hold nine samples each; the first third are true answers
        assertThat(charts(page).first()).hasAttribute("data-drawn", "");
        assertThat(firstBin(page, charts(page).first()))
                .contains("true answer\t9")
                .contains("false answer\t0");
        charts(page).first().press("Shift+End");
        assertThat(page.locator("step-chart-tooltip .tip").innerText())
                .contains("true answer\t0")
                .contains("false answer\t9");
        charts(page).first().press("Escape");

        page.keyboard().press("Control+s");
        assertThat(page.getByText(Pattern.compile("^Saved\\s"))).isVisible();
        page.reload();
        assertThat(drawn(page)).hasCount(12);

        page.getByRole(AriaRole.BUTTON, named("Note a finding on neuron 14")).focus();
        page.keyboard().press("Enter");
        page.getByLabel("Title").fill("Its peak stands apart");
        click("Save finding");
        var badge = page.getByRole(AriaRole.BUTTON, named("Show 1 finding on neuron 14"));
        assertThat(badge).isVisible();
        badge.click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Its peak stands apart")))
                .isVisible();
        page.keyboard().press("Escape");

        share();
    }

    private void share() {
        click("Share");
        click("Create link");
        var link = page.getByLabel("Your link, shown only now");
        assertThat(link).hasValue(Pattern.compile("^http://127.0.0.1:" + port + "/s/.{43}$"));
        var address = link.inputValue();

        var shared = open(1400, ColorScheme.LIGHT);
        assertThat(shared.navigate(address).status()).isEqualTo(200);
        assertThat(shared.locator("head meta[name=robots]")).hasAttribute("content", "noindex");
        assertThat(drawn(shared)).hasCount(12);
        assertThat(shared.getByRole(AriaRole.HEADING, named("Truthfulness"))).isVisible();
        assertThat(shared.locator(".hg-badge")).hasCount(0);
        assertThat(shared.locator("vaadin-side-nav")).hasCount(0);
        shared.navigate("/projects");
        assertThat(shared).hasURL(Pattern.compile("/login"));

        shared.navigate(address);
        assertThat(drawn(shared)).hasCount(12);
        click("Revoke");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Revoke"))).hasCount(0);
        shared.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Show density")))
                .click();
        assertThat(shared.getByText("This link is not valid any more")).isVisible();
        assertThat(charts(shared)).hasCount(0);

        // The browser itself reports the answer 404
        windows.expectComplaint("404");
        assertThat(shared.navigate(address).status()).isEqualTo(404);
        assertThat(shared.getByText("This link is not valid any more")).isVisible();
    }

    @Test
    void uploadedFilesBecomeAPanel() {
        var labels = new StringBuilder("qid,correct\n");
        IntStream.range(0, 60).forEach(i -> labels.append("q%d,%d\n".formatted(i, i % 3 == 0 ? 1 : 0)));
        var name = "Uploaded by " + member.name();
        page.navigate("/datasets/import");
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("acts.npy", "application/octet-stream", TestNpy.f32(60, 8, (s, n) -> s + n)),
            new FilePayload("labels.csv", "text/csv", labels.toString().getBytes(StandardCharsets.UTF_8))
        });
        assertThat(page.getByText("60 rows, 2 columns")).isVisible();
        click("Next: Mapping");
        field(page, "Name").fill(name);
        field(page, "Model").fill("LLaMA-2-7B");
        click("Next: Labels");
        click("Next: Report");
        assertThat(page.getByText("20 true answer, 40 false answer")).isVisible();
        click("Import");
        assertThat(page.getByText("Open dataset")).isVisible();

        page.navigate("/projects/" + project("Uploaded", List.of()).id());
        addRow(name, "LLaMA-2-7B", "0, 7");
        assertThat(drawn(page)).hasCount(2);
        assertThat(firstBin(page, charts(page).first())).contains("true answer\t2", "false answer\t4");
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsToldAndKeepsItsEdits() {
        var dataset = testDatasets.small(owner, "Run " + member.name(), 90, 20);
        var project = project("Two at once", List.of(row(dataset, "Model", List.of(1, 2))));
        page.navigate("/projects/" + project.id());
        page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Show density"))).click();
        projects.save(owner, project.id(), project.version(), project.content().named("Theirs", ""));

        click("Save");
        assertThat(page.getByText(member.name() + " saved this project meanwhile"))
                .isVisible();
        click("Save mine as a copy");
        assertThat(page.getByRole(AriaRole.HEADING, named("Copy of Two at once")))
                .isVisible();
        assertThat(page.getByText("Density / Model")).isVisible();
        assertThat(projects.find(owner, project.id()).content().name()).isEqualTo("Theirs");
    }

    @Test
    void ofAHundredAndTwentyPanelsOnlyThoseNearTheViewAreDrawn() {
        var dataset = testDatasets.small(owner, "Run " + member.name(), 90, 130);
        var rows = IntStream.range(0, 30)
                .mapToObj(r -> row(
                        dataset,
                        "Row " + r,
                        IntStream.range(r * 4, r * 4 + 4).boxed().toList()))
                .toList();
        var project = project("Large", rows);

        page.navigate("/projects/" + project.id());
        assertThat(charts(page)).hasCount(120);
        assertThat(drawn(page).first()).isVisible();
        page.waitForTimeout(1_000);
        assertThat(drawn(page).count()).isBetween(8, 60);

        charts(page).last().scrollIntoViewIfNeeded();
        assertThat(charts(page).last()).hasAttribute("data-drawn", "");
    }
}
