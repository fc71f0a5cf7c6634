package org.histogrid.explore.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.chart.PlaneChart;
import org.histogrid.chart.RangeEvent;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.project.ProjectService;
import org.histogrid.screening.ScreeningService;
import org.histogrid.screening.TestScreenings;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.OutlierCuts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Of 12 neurons the last ones tell the classes apart: the values of neuron n of true answers are raised by n² / 60
/// standard deviations for even n, and lowered by them for odd n.
@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class ExploreViewTest extends SpringBrowserlessTest {

    private static final int SAMPLES = 400;
    private static final int NEURONS = 12;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private ProjectService projects;

    @Autowired
    private Access access;

    @Autowired
    private ScreeningService screeningService;

    private Viewer me;
    private DatasetDetails dataset;

    @BeforeEach
    void logInWithAScreenedDataset() {
        Member member = people.member();
        me = Viewer.of(member);
        dataset = planted("Run of " + member.name(), "Model");
        LoggedIn.as(member);
    }

    private DatasetDetails planted(String name, String model) {
        var random = new Random(7);
        TestNpy.Value value =
                (s, n) -> (float) (random.nextGaussian() + (s % 2 == 0 ? (n % 2 == 0 ? n * n : -n * n) / 60.0 : 0));
        var labels = new StringBuilder("qid,correct\n");
        for (var i = 0; i < SAMPLES; i++) {
            labels.append("q%d,%d%n".formatted(i, i % 2 == 0 ? 1 : 0));
        }
        var made = testDatasets.imported(
                me,
                ImportSpec.named(name, model),
                List.of(
                        new File("acts.npy", TestNpy.f32(SAMPLES, NEURONS, value)),
                        File.text("labels.csv", labels.toString().replace("\r", ""))));
        screenings.screened(me, made);
        return made;
    }

    private ExploreView open(String query) {
        UI.getCurrent()
                .navigate(
                        DatasetNavigation.explorePathOf(dataset.id()),
                        com.vaadin.flow.router.QueryParameters.fromString(query));
        return (ExploreView) getCurrentView();
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    private String address() {
        return ((ExploreView) getCurrentView()).page().location().getPathWithQueryParameters();
    }

    @SuppressWarnings("unchecked")
    private Grid<RankedRow> grid() {
        return find(Grid.class).single();
    }

    private List<Integer> ranked() {
        return java.util.stream.IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getRow(row).neuron())
                .toList();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private void tool(String label) {
        test(find(NativeButton.class)
                        .withCondition(
                                button -> label.equals(button.getElement().getAttribute("aria-label")))
                        .single())
                .click();
    }

    private void head(String label) {
        var head = grid().getColumns().stream()
                .map(Grid.Column::getHeaderComponent)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(head, new ClickEvent<>(head));
    }

    private StepChart distribution() {
        return find(StepChart.class).single();
    }

    @Test
    void neuronsAreRankedByTheirEffectEitherWay() {
        var view = open("");
        assertThat(find(H1.class).single().getText()).isEqualTo("Explore neurons");
        assertThat(view.getPageTitle()).contains(dataset.name());
        assertThat(text())
                .contains("12 neurons tested", "largest |AUROC − 0.5| in the discovery half", "tells what is left");
        assertThat(ranked()).startsWith(11, 10).hasSize(NEURONS);
        var first = test(grid()).getRow(0);
        assertThat(first.picture()).startsWith("<span class=\"hg-spark\"><svg").contains("Histogram of neuron 11");
        assertThat(first.ranked().value(view.page().columns().get(1)).orElseThrow())
                .isBetween(0.0, 0.3);
        assertThat(find(Anchor.class).withText("11").exists() || first.path().endsWith("/11"))
                .isTrue();
    }

    @Test
    void headsOfColumnsRankByThemAndTheAddressSaysSo() {
        open("");
        head("Rank by highest AUROC, discovery half");
        assertThat(ranked()).startsWith(10);
        assertThat(address()).contains("order=desc");
        head("Rank by lowest AUROC, discovery half");
        assertThat(ranked()).startsWith(11);
        open("by=cohenD@held-out&order=desc&columns=q@all");
        assertThat(ranked()).startsWith(10);
        assertThat(text()).contains("highest Cohen's d in the held-out half", "held-out half: it then tells no more");
    }

    @Test
    void aDraggedTailLimitsTheListUntilItsChipIsDropped() {
        open("");
        ComponentUtil.fireEvent(distribution(), new RangeEvent(distribution(), true, 0.7, 1));
        assertThat(ranked()).isNotEmpty().allMatch(neuron -> neuron % 2 == 0);
        assertThat(address()).contains("where=auroc");
        assertThat(text()).contains("AUROC, discovery half: 0.7 to 1", "pass the filters");
        tool("Drop the filter AUROC, discovery half: 0.7 to 1");
        assertThat(ranked()).hasSize(NEURONS);
    }

    @Test
    void filtersAreTypedAndRefusedAtTheirField() {
        open("");
        click("Add filter");
        find(NumberField.class).withLabel("From").single().setValue(0.8);
        var to = find(NumberField.class).withLabel("To").single();
        to.setValue(0.1);
        click("Filter");
        assertThat(to.getErrorMessage()).isEqualTo("The upper end lies below the lower one.");
        to.setValue(1.0);
        click("Filter");
        assertThat(ranked()).containsExactly(10);
    }

    @Test
    void planesAreDrawnOfTheSameNeurons() {
        open("plot=volcano");
        assertThat(find(PlaneChart.class).single().getElement().getProperty("spec"))
                .contains("−log₁₀ q, discovery half");
        open("plot=halves");
        assertThat(find(PlaneChart.class).single().getElement().getProperty("spec"))
                .contains("AUROC, held-out half");
    }

    @Test
    void theFirstOnesFillARowThatSaysHowTheyWereChosen() {
        open("");
        click("Add to project");
        find(IntegerField.class).withLabel("How many").single().setValue(3);
        find(TextField.class).withLabel("Name of the new project").single().setValue("Best of all");
        click("Add");
        var made = projects.search(me, "Best of all").getFirst();
        var row = projects.find(me, made.id()).content().rows().getFirst();
        assertThat(row.neurons()).startsWith(11, 10).hasSize(3);
        var choice = row.chosen().orElseThrow();
        assertThat(choice.tested()).isEqualTo(NEURONS);
        assertThat(choice.picked()).isFalse();
        click("Open project");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("projects/" + made.id());
    }

    @Test
    void selectedNeuronsAreAdded() {
        open("");
        grid().asMultiSelect().select(test(grid()).getRow(1), test(grid()).getRow(0));
        assertThat(text()).contains("2 neurons selected.");
        head("Rank by highest AUROC, discovery half");
        assertThat(text()).contains("2 neurons selected.");
        click("Add to project");
        click("Add");
        var made = projects.search(me, dataset.name()).getFirst();
        var row = projects.find(me, made.id()).content().rows().getFirst();
        assertThat(row.neurons()).containsExactlyInAnyOrder(10, 11);
        assertThat(row.chosen().orElseThrow().picked()).isTrue();
    }

    @Test
    void anotherModelStandsBeside() {
        var other = planted("Other run of " + dataset.name(), "Other model");
        open("with=%s".formatted(other.id()));
        assertThat(find(H2.class).all()).extracting(H2::getText).anyMatch(title -> title.startsWith("Across models"));
        assertThat(text()).contains(other.name(), "Other model");
        assertThat(find(StepChart.class).all()).hasSize(3);
        tool("No longer compare with " + other.name());
        assertThat(find(StepChart.class).all()).hasSize(1);
        assertThat(address()).doesNotContain("with=");
    }

    @Test
    void cutsOfOutliersAreChanged() {
        open("");
        assertThat(ranked()).hasSize(NEURONS);
        click("Outlier cuts");
        var cut = find(NumberField.class).withLabel("Separating").single();
        cut.setValue(0.9);
        click("Change cuts");
        assertThat(cut.getErrorMessage()).isEqualTo("The cut for separating must be between 0 and 0.5.");
        assertThat(find(NumberField.class).withLabel("Bimodal").single().getValue())
                .isEqualTo(0.5556);
        cut.setValue(0.4);
        click("Change cuts");
        assertThat(screeningService.cuts(me, dataset.id()).bimodal()).isEqualTo(OutlierCuts.DEFAULT.bimodal());
        open("outliers=separating");
        assertThat(ranked()).isSubsetOf(11, 10);
    }

    @Test
    void anAddressThatAsksForNonsenseShowsTheUsual() {
        open("by=beauty");
        assertThat(ranked()).hasSize(NEURONS);
        open("labeling=%s".formatted(UUID.randomUUID()));
        assertThat(ranked()).hasSize(NEURONS);
        open("class=7");
        assertThat(ranked()).hasSize(NEURONS);
    }

    @Test
    void aDatasetWithoutALabelingSaysWhatToDo() {
        dataset = testDatasets.imported(
                me,
                new ImportSpec("Bare " + dataset.name(), "Model", null, null, null, null, List.of()),
                List.of(new File("acts.npy", TestNpy.f32(8, 3, (s, n) -> s))));
        open("");
        assertThat(text()).contains("No labeling yet");
        assertThat(find(Anchor.class)
                        .withText("Add a labeling to " + dataset.name())
                        .single()
                        .getHref())
                .isEqualTo(DatasetNavigation.pathOf(dataset.id()));
    }

    @Test
    void whoMayNotSeeTheDatasetFindsNothing() {
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        LoggedIn.as(people.member());
        UI.getCurrent().navigate(DatasetNavigation.explorePathOf(dataset.id()));
        assertThat(getCurrentView()).isNotInstanceOf(ExploreView.class);
        assertThat(text()).doesNotContain(dataset.name());
    }

    @Test
    void aColleagueRanksButDoesNotChangeCuts() {
        LoggedIn.as(people.member());
        open("");
        assertThat(ranked()).hasSize(NEURONS);
        assertThat(find(Button.class).withText("Outlier cuts").exists()).isFalse();
        assertThat(find(Paragraph.class).all()).isNotEmpty();
    }

    @Test
    void fewNeuronsThatAddToOneAnotherAreFoundWhenAsked() {
        open("");
        assertThat(text()).contains("Few neurons together").doesNotContain("Neurons of the sparsest model");
        click("Find few neurons");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            return text().contains("Neurons of the sparsest model");
        });
        assertThat(text())
                .contains("12 neurons, class true answer against the rest")
                .contains("the held-out half");
        // Those that tell most by themselves are among them
        assertThat(find(Anchor.class).all().stream().map(Anchor::getText)).contains("11", "10", "9");
        open("order=desc");
        assertThat(text()).contains("Neurons of the sparsest model");
    }

    @Test
    void theWholeRankingIsOfferedAsFiles() {
        open("");
        assertThat(find(Anchor.class).withText("Download CSV").exists()).isTrue();
        assertThat(find(Anchor.class).withText("Download Parquet").exists()).isTrue();
    }
}
