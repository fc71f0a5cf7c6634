package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.regex.Pattern;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestNpy;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.screening.TestScreenings;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ten samples with the scores 0 to 0.9, labelled by whether the score is 0.5 at least.
@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class ProjectLookingTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private ProjectService projects;

    @Autowired
    private TestScreenings testScreenings;

    private Viewer owner;
    private DatasetDetails dataset;
    private Labeling onScore;
    private ProjectDetails project;

    @BeforeEach
    void logInWithAProjectOnAScore() {
        var member = people.member();
        owner = Viewer.of(member);
        dataset = testDatasets.imported(
                owner,
                ImportSpec.named("Scored run of " + member.name(), "A model"),
                List.of(
                        new TestDatasets.File("acts.npy", TestNpy.f32(10, 4, (sample, neuron) -> sample + neuron)),
                        TestDatasets.File.text(
                                "labels.csv",
                                "qid,correct,rouge\na,1,0\nb,1,0.1\nc,1,0.2\nd,1,0.3\ne,0,0.4\nf,0,0.5\ng,0,0.6\nh,0,0.7\n"
                                        + "i,0,0.8\nj,1,0.9\n")));
        onScore = labelings.add(
                owner, dataset.id(), "rouge", new LabelingRule("rouge", null, 0.5, "true answer", "false answer"));
        var rows = List.of(
                new ProjectRow(dataset.id(), onScore.id(), 0, "First", List.of(0, 1)),
                new ProjectRow(dataset.id(), onScore.id(), 0, "Second", List.of(2)));
        project = projects.create(owner, ProjectContent.empty("Scored").withRows(rows));
        LoggedIn.as(member);
    }

    private void open(String pathAndQuery) {
        var parts = pathAndQuery.split("\\?", 2);
        var query = parts.length > 1 ? QueryParameters.fromString(parts[1]) : QueryParameters.empty();
        UI.getCurrent().navigate("projects/" + project.id() + parts[0], query);
        roundTrip();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private boolean shows(String words) {
        return find(Span.class).withTextContaining(words).exists();
    }

    @Test
    void addressReproducesTheSettings() {
        open("?stat=density&bins=7");

        assertThat(shows("Density / First")).isTrue();
        assertThat(find(StepChart.class).all().getFirst().getElement().getProperty("spec"))
                .contains("in 7 bins");
        assertThat(shows("Unsaved changes")).isTrue();
    }

    @Test
    void addressThatAsksForNonsenseShowsTheProjectAndSaysSo() {
        open("?stat=mean");

        assertThat(shows("# Samples / First")).isTrue();
        assertThat(test(find(Notification.class).single()).getText()).contains("stat is one of count, density");
    }

    @Test
    void addressOpensAPanel() {
        open("/panels/2.1");
        assertThat(find(EnlargedPanel.class).single().isOpened()).isTrue();
        assertThat(find(EnlargedPanel.class).single().getHeaderTitle()).contains("Neuron 2", "Second");
    }

    @Test
    void panelThatIsNotThereIsSaid() {
        open("/panels/3.1");
        assertThat(find(EnlargedPanel.class).exists()).isFalse();
        assertThat(test(find(Notification.class).single()).getText()).isEqualTo("This project has no panel 3.1.");

        click("Move threshold");
        test(find(NumberField.class).single()).setValue(0.25);
        click("Back to 0.5");
        assertThat(find(Notification.class).all()).hasSize(1);
    }

    @Test
    void largePanelFollowsAThresholdAndClosesWhenItsPanelIsGone() {
        open("/panels/2.1?threshold=rouge:0.25");
        assertThat(find(EnlargedPanel.class).single().isOpened()).isTrue();
        assertThat(find(Paragraph.class).withTextContaining("n 7 / 3").exists()).isTrue();

        var view = find(ProjectView.class).single();
        view.edit(GridEdits.removeRow(view.draft().content(), 1));
        assertThat(find(EnlargedPanel.class).exists()).isFalse();
        assertThat(find(Notification.class).all()).hasSize(1);
        view.undo();
        assertThat(find(EnlargedPanel.class).exists()).isFalse();
        assertThat(find(Notification.class).all()).hasSize(1);
    }

    @Test
    void movedThresholdPartsAllRowsAgain() {
        open("");
        assertThat(shows("n 5 / 5")).isTrue();

        click("Move threshold");
        test(find(NumberField.class).single()).setValue(0.25);

        assertThat(find(Span.class).withTextContaining("n 7 / 3").all()).hasSize(3);
        assertThat(shows("rouge: rouge from 0.25 on, stored from 0.5")).isTrue();
        assertThat(shows("Unsaved changes")).isFalse();

        click("Back to 0.5");
        assertThat(find(Span.class).withTextContaining("n 5 / 5").all()).hasSize(3);
    }

    @Test
    void classWithoutSamplesIsSaidOnThePanelAndToScreenReaders() {
        open("?threshold=rouge:2");
        assertThat(find(Paragraph.class).withText("true answer: no samples").all())
                .hasSize(3);
        assertThat(find(StepChart.class).all())
                .allMatch(chart -> chart.getElement().getProperty("spec").contains("true answer: no samples;"));

        test(find(NumberField.class).single()).setValue(0.5);
        assertThat(find(Paragraph.class).withText("true answer: no samples").exists())
                .isFalse();
    }

    @Test
    void outliersAreThoseOfTheLabelingOfTheRowAsLongAsItIsPartedAsStored() {
        var correct = dataset.labelings().getFirst();
        testScreenings.screened(owner, dataset);
        testScreenings.finished(owner, new LabelingRef(dataset.id(), onScore.id()));
        project = projects.create(
                owner,
                ProjectContent.empty("Two labelings")
                        .withRows(List.of(
                                new ProjectRow(dataset.id(), correct.id(), 0, "By answer", List.of(0)),
                                new ProjectRow(dataset.id(), onScore.id(), 0, "By score", List.of(0)))));

        open("");
        assertThat(separations()).containsExactly("0.3", "0.5");
        open("?threshold=rouge:0.25");
        assertThat(separations()).containsExactly("0.3");
    }

    private List<String> separations() {
        return find(Span.class).all().stream()
                .flatMap(span -> span.getTitle().stream())
                .flatMap(title -> Pattern.compile("AUROC − 0.5\\| is ([0-9.]+);")
                        .matcher(title)
                        .results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void rowsSayWhatPartsTheirSamples() {
        open("");
        assertThat(find(Paragraph.class)
                        .withTextContaining("labeling rouge (rouge >= 0.5)")
                        .all())
                .hasSize(2);
        open("?threshold=rouge:0.25");
        assertThat(find(Paragraph.class)
                        .withTextContaining("labeling rouge (rouge >= 0.25)")
                        .all())
                .hasSize(2);
    }

    @Test
    void addressReproducesAThreshold() {
        open("?threshold=rouge:0.75");
        assertThat(find(Span.class).withTextContaining("n 2 / 8").all()).hasSize(3);
        assertThat(find(NumberField.class).single().getValue()).isEqualTo(0.75);
    }

    @Test
    void movedThresholdBecomesALabelingThatTheRowsUse() {
        open("?threshold=rouge:0.25");
        click("Save as labeling");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Name")
                        .single())
                .setValue("rouge, lenient");
        click("Save labeling");

        var stored = datasets.find(owner, dataset.id()).labelings().stream()
                .filter(one -> one.name().equals("rouge, lenient"))
                .findFirst()
                .orElseThrow();
        assertThat(stored.rule().threshold()).isEqualTo(0.25);
        assertThat(stored.classes()).extracting(one -> one.count()).containsExactly(7, 3);
        assertThat(shows("rouge, lenient: rouge from 0.25 on")).isTrue();
        assertThat(shows("Unsaved changes")).isTrue();
        click("Save");
        assertThat(projects.find(owner, project.id()).content().rows())
                .extracting(ProjectRow::labeling)
                .containsOnly(stored.id());
    }

    @Test
    void nameThatIsTakenIsSaidAtItsField() {
        open("?threshold=rouge:0.25");
        click("Save as labeling");
        var name = find(TextField.class)
                .withPropertyValue(TextField::getLabel, "Name")
                .single();
        test(name).setValue("rouge");
        click("Save labeling");

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("has a labeling of this name already");
    }

    @Test
    void exportShowsTheFigureItsCaptionAndItsFiles() {
        open("");
        click("Export");

        assertThat(find(Image.class).single().getAlt()).contains("The figure as it will look");
        assertThat(find(Paragraph.class).withTextContaining("Scored run of").exists())
                .isTrue();
        assertThat(find(Anchor.class).withText("PDF").exists()).isTrue();
        assertThat(find(Anchor.class).withText("Python").exists()).isTrue();
    }

    @Test
    void exportNamesLettersThatPaperWillNotShow() {
        open("");
        var boxes = "PDF and PNG show boxes in place of 真偽, which the font does not have.";
        click("Export");
        assertThat(find(Paragraph.class).withText(boxes).exists()).isFalse();
        click("Close");

        var row = new ProjectRow(dataset.id(), onScore.id(), 0, "真偽", List.of(0));
        project = projects.create(owner, ProjectContent.empty("Of two letters").withRows(List.of(row)));
        open("");
        click("Export");
        assertThat(find(Paragraph.class).withText(boxes).exists()).isTrue();
    }
}
