package org.histogrid.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.histogrid.BrowserWindows;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// What only a browser has: handles that drag, keys that undo, and a menu that opens by mouse, key and touch.
@RunningApplicationTest
class GridEditingE2E {

    @RegisterExtension
    private final BrowserWindows windows = new BrowserWindows();

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ProjectService projects;

    private Page page;

    @BeforeEach
    void openAProjectOfTwoRows() {
        var member = people.member();
        var owner = Viewer.of(member);
        var dataset = testDatasets.small(owner, "Run of " + member.name(), 90, 20);
        var few = testDatasets.small(owner, "Few of " + member.name(), 90, 4);
        var rows = List.of(row(dataset, "Many", 1, 12, 3), row(few, "Few", 0, 2));
        var project = projects.create(owner, ProjectContent.empty("Dragged").withRows(rows));

        page = windows.open(
                new Browser.NewContextOptions().setViewportSize(1400, 1000).setHasTouch(true));
        page.navigate("/projects/" + project.id());
        BrowserWindows.logIn(page, member);
        assertThat(page.locator("step-chart[data-drawn]")).hasCount(5);
    }

    private static ProjectRow row(DatasetDetails dataset, String label, Integer... neurons) {
        return new ProjectRow(dataset.id(), dataset.labelings().getFirst().id(), 0, label, List.of(neurons));
    }

    private Locator panel(int neuron) {
        return page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Neuron " + neuron).setExact(true));
    }

    private Locator gridRow(String label) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Row \\d+, " + label)));
    }

    private void expect(String row, Integer... neurons) {
        var wanted = Arrays.stream(neurons).map(String::valueOf).collect(Collectors.joining(","));
        page.waitForCondition(() -> wanted.equals(gridRow(row)
                .locator(".hg-panel")
                .evaluateAll("panels => panels.map((panel) => panel.dataset.neuron).join()")));
    }

    private void drag(Locator source, Locator target, double across, double down) {
        source.hover();
        source.locator(".hg-handle").first().hover();
        page.mouse().down();
        var box = Objects.requireNonNull(target.boundingBox());
        page.mouse().move(box.x + across * box.width, box.y + down * box.height, new Mouse.MoveOptions().setSteps(5));
    }

    private Locator menuItem(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void panelsAreDraggedBetweenRowsAndTakenBackByKeys() {
        drag(panel(1), panel(2), 0.2, 0.5);
        assertThat(page.locator(".hg-drop-line")).isVisible();
        assertThat(page.getByText("Neuron 1", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.mouse().up();
        expect("Many", 12, 3);
        expect("Few", 0, 1, 2);
        assertThat(page.locator(".hg-drop-line")).hasCount(0);

        page.keyboard().press("Control+z");
        expect("Many", 1, 12, 3);
        page.keyboard().press("Control+Shift+Z");
        expect("Few", 0, 1, 2);
        page.keyboard().press("Control+z");
        expect("Few", 0, 2);
        page.keyboard().press("Control+y");
        expect("Few", 0, 1, 2);
    }

    @Test
    void panelStaysWhereItsNeuronIsNotRecordedAndWhereTheDragIsGivenUp() {
        drag(panel(12), panel(2), 0.9, 0.5);
        page.mouse().up();
        assertThat(page.locator("vaadin-notification-card"))
                .hasText("Neuron 12 is not recorded at activations, which holds 0 to 3.");

        drag(panel(12), panel(1), 0.1, 0.5);
        page.keyboard().press("Escape");
        page.mouse().up();
        expect("Many", 1, 12, 3);
        assertThat(page.getByText("Unsaved changes")).hasCount(0);
    }

    @Test
    void rowsAreDraggedByTheirHandles() {
        drag(gridRow("Few").locator(".hg-row-tools"), gridRow("Many"), 0.5, 0.1);
        page.mouse().up();
        assertThat(page.locator(".hg-row").first()).hasAttribute("aria-label", "Row 1, Few");
    }

    @Test
    void keysOfAFieldStayItsOwn() {
        drag(panel(1), panel(3), 0.9, 0.5);
        page.mouse().up();
        expect("Many", 12, 3, 1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit name and description"))
                .click();
        var name = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"));
        name.press("x");
        name.press("Control+z");
        page.waitForTimeout(500);
        expect("Many", 12, 3, 1);
    }

    @Test
    void menuOpensByMouseByKeyAndByTouch() {
        panel(12).locator("step-chart").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        menuItem("Move left").click();
        expect("Many", 12, 1, 3);
        assertThat(panel(12).locator(".hg-more")).isFocused();

        panel(3).locator("step-chart").focus();
        page.keyboard().press("Shift+F10");
        assertThat(menuItem("Enlarge")).isFocused();
        page.keyboard().press("Escape");
        assertThat(panel(3).locator("step-chart")).isFocused();

        gridRow("Few").locator(".hg-row-tools .hg-more").click();
        menuItem("Duplicate").click();
        assertThat(page.locator(".hg-row")).hasCount(3);
    }
}
