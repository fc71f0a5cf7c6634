package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.finding.FindingService;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class ProjectViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ProjectService projects;

    @Autowired
    private FindingService findings;

    private Member member;
    private Viewer owner;
    private DatasetDetails dataset;

    @BeforeEach
    void logInWithADataset() {
        member = people.member();
        owner = Viewer.of(member);
        dataset = testDatasets.small(owner, "Run of " + member.name(), 90, 20);
        LoggedIn.as(member);
    }

    private ProjectRow row(String label, Integer... neurons) {
        return new ProjectRow(dataset.id(), dataset.labelings().getFirst().id(), 0, label, List.of(neurons));
    }

    private ProjectDetails project(ProjectRow... rows) {
        return projects.create(
                owner,
                ProjectContent.empty("A project")
                        .withRows(List.of(rows))
                        .withSettings(HistogramSettings.DEFAULT.withBins(new BinRule.Count(10))));
    }

    private ProjectView open(ProjectDetails project) {
        return navigate(ProjectView.class, Map.of("project", project.id().toString()));
    }

    private ProjectContent saved(ProjectDetails project) {
        return projects.find(owner, project.id()).content();
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

    private List<String> descriptions() {
        return find(StepChart.class).all().stream()
                .map(chart -> chart.getElement().getProperty("spec"))
                .toList();
    }

    @Test
    void showsAPanelForEachNeuronWithLabelsAndProvenance() {
        var view = open(project(row("First", 3, 0, 19), row("Second", 5)));

        assertThat(find(H1.class).single().getText()).isEqualTo("A project");
        assertThat(view.getPageTitle()).startsWith("A project");
        assertThat(find(StepChart.class).all()).hasSize(4);
        assertThat(descriptions().getFirst()).contains("3-th neuron act.", "\"true answer\"", "--hg-class-1");
        assertThat(find(Span.class).withText("# Samples / Second").exists()).isTrue();
        assertThat(find(Span.class)
                        .withText("n 30 / 60 (33\u202f% / 67\u202f%)")
                        .all())
                .hasSize(4);
        assertThat(find(Paragraph.class)
                        .withTextContaining("labeling correct, n = 90, 10 bins")
                        .all())
                .hasSize(2);
        assertThat(find(Span.class).withTextContaining("67\u202f%").exists()).isTrue();
    }

    @Test
    void editsShowAtOnceAndAreSavedByTheKey() {
        var project = project(row("First", 3, 0));
        open(project);

        tool("Move neuron 3 right");
        assertThat(descriptions().getFirst()).contains("0-th neuron act.");
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isTrue();
        assertThat(saved(project).rows().getFirst().neurons()).containsExactly(3, 0);

        fireShortcut(Key.KEY_S, KeyModifier.CONTROL);
        assertThat(saved(project).rows().getFirst().neurons()).containsExactly(0, 3);
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isFalse();
    }

    @Test
    void undoTakesTheLastEditBack() {
        open(project(row("First", 3, 0)));
        tool("Remove neuron 3 from the row");
        assertThat(find(StepChart.class).all()).hasSize(1);
        click("Undo");
        assertThat(find(StepChart.class).all()).hasSize(2);
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isFalse();
    }

    @Test
    void rowsAreAddedWithErrorsAtTheirField() {
        var project = project();
        open(project);
        test(find(Button.class).withText("Add row").atIndex(1)).click();
        ComboBox<RowDialog.Choice> choice = find(RowDialog.class).single().dataset();
        choice.setValue(RowDialog.Choice.of(dataset));
        assertThat(find(TextField.class).withLabel("Label").single().getValue()).isEqualTo(dataset.model());

        var neurons = find(TextArea.class).withLabel("Neurons").single();
        neurons.setValue("1, 20");
        find(RowDialog.class).single().accept();
        assertThat(neurons.isInvalid()).isTrue();
        assertThat(neurons.getErrorMessage()).contains("Neuron 20").contains("0 to 19");

        neurons.setValue("1, 19");
        find(RowDialog.class).single().accept();
        assertThat(find(StepChart.class).all()).hasSize(2);
    }

    @Test
    void settingsChangeThePicturesInTheirPlaces() {
        open(project(row("First", 3)));
        click("Settings");
        var chart = find(StepChart.class).single();
        var before = chart.getElement().getProperty("spec");

        var edges = find(TextField.class);
        @SuppressWarnings("unchecked")
        Select<Object> way =
                (Select<Object>) find(Select.class).withLabel("Bins").single();
        way.setValue(way.getListDataView().getItem(3));
        var field = edges.withLabel("Edges").single();
        field.setValue("0, 2, 1");
        assertThat(field.getErrorMessage()).isEqualTo("Edges must rise: 1 does not come after 2.");
        assertThat(chart.getElement().getProperty("spec")).isEqualTo(before);

        field.setValue("0, 50, 100");
        assertThat(field.isInvalid()).isFalse();
        assertThat(find(StepChart.class).single()).isSameAs(chart);
        assertThat(chart.getElement().getProperty("spec")).contains("\"counts\":[30,0]", "\"counts\":[20,40]");
    }

    @Test
    void densityIsOneClickAwayWhereHeightsShowTheBaseRate() {
        open(project(row("First", 3)));
        tool("Show density, which is independent of class size");
        assertThat(find(Span.class).withText("Density / First").exists()).isTrue();
        assertThat(descriptions().getFirst()).contains("\"heightName\":\"density\"");
    }

    @Test
    void staleSaveKeepsTheEditsAndOffersACopy() {
        var project = project(row("First", 3));
        open(project);
        projects.save(owner, project.id(), project.version(), project.content().named("Theirs", ""));

        tool("Show density, which is independent of class size");
        click("Save");
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isTrue();
        assertThat(saved(project).name()).isEqualTo("Theirs");

        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(H1.class).single().getText()).isEqualTo("Copy of A project");
        assertThat(projects.search(owner, "Copy of A project")).hasSize(1);
        assertThat(find(Span.class).withText("Density / First").exists()).isTrue();
    }

    @Test
    void leavingWithUnsavedEditsAsksFirst() {
        var project = project(row("First", 3));
        open(project);
        tool("Show density, which is independent of class size");
        com.vaadin.flow.component.UI.getCurrent().navigate("");
        assertThat(getCurrentView()).isInstanceOf(ProjectView.class);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(getCurrentView()).isInstanceOf(ProjectListView.class);
        assertThat(saved(project).settings().stat()).isEqualTo(Statistic.DENSITY);
    }

    @Test
    void membersWhoMayNotEditLookAndCopy() {
        var project = project(row("First", 3));
        projects.changeVisibility(owner, project.id(), Visibility.TEAM);
        LoggedIn.as(people.member());
        open(project);

        assertThat(find(StepChart.class).all()).hasSize(1);
        assertThat(find(Button.class).withText("Save").exists()).isFalse();
        assertThat(find(Button.class).withText("Share").exists()).isFalse();
        assertThat(find(NativeButton.class).withText("Edit row").exists()).isFalse();
        assertThat(find(Button.class).withText("Save a copy").exists()).isTrue();
    }

    @Test
    void findingsOfANeuronAreCountedOnItsPanelInEveryProject() {
        findings.add(
                owner, new NeuronRef(dataset.id(), 0, 3), new FindingText(FindingType.OUTLIER, "", "Two peaks", ""));
        open(project(row("First", 0, 3)));

        tool("Show 1 finding on neuron 3");
        assertThat(find(com.vaadin.flow.component.html.H2.class)
                        .withText("Two peaks")
                        .exists())
                .isTrue();
    }

    @Test
    void aRowWhoseDatasetIsGoneSaysSoInItsPlace() {
        var gone = new ProjectRow(
                org.histogrid.dataset.DatasetId.create(),
                dataset.labelings().getFirst().id(),
                0,
                "Gone",
                List.of(1));
        var content = ProjectContent.empty("A project").withRows(List.of(row("There", 1), gone));
        var computed = projects.preview(owner, content);
        var grid = new GridPanel(stat -> {});
        grid.show(GridPicture.withoutFindings(computed, List.of("There", "Gone")));
        com.vaadin.flow.component.UI.getCurrent().add(grid);

        assertThat(find(StepChart.class).all()).hasSize(1);
        assertThat(find(Paragraph.class).withTextContaining("was deleted").exists())
                .isTrue();
    }
}
