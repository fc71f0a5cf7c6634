package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.SampleColumn;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ImportViewTest extends SpringBrowserlessTest {

    private static final File ACTS = new File("acts.npy", TestNpy.f32(6, 3, (s, n) -> s + n));
    private static final File LABELS = File.text("labels.csv", "qid,correct\na,1\nb,0\nc,1\nd,0\ne,1\nf,0\n");
    private static final File WORDS = File.text("labels.csv", "qid,correct\na,yes\nb,no\nc,yes\nd,no\ne,yes\nf,no\n");

    private static final File OTHER = new File("other.npy", TestNpy.f32(6, 3, (s, n) -> s * n));
    private static final File SCORES = File.text("scores.csv", "qid,p\na,0.1\nb,0.2\nc,0.3\nd,0.4\ne,0.5\nf,0.6\n");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DraftReader drafts;

    @Autowired
    private DatasetService datasets;

    private Viewer viewer;
    private ImportId opened;

    @BeforeEach
    void logIn() {
        var member = people.member();
        viewer = Viewer.of(member);
        LoggedIn.as(member);
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    private ImportId open(File... files) {
        var id = testDatasets.staged(viewer, List.of(files));
        open(id);
        return id;
    }

    private void open(ImportId id) {
        open(id, WizardStep.FILES);
    }

    private void open(ImportId id, WizardStep step) {
        opened = id;
        UI.getCurrent().navigate(DatasetNavigation.pathOf(id), QueryParameters.of(WizardStep.PARAMETER, step.key()));
    }

    private ImportId current() {
        return opened;
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    /// The files are read through in the background, and the page asks again and again.
    private String report() {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            return find(ReportStep.class).single().isOver();
        });
        return text();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private <T extends Component> T field(Class<T> type, String label) {
        return find(type)
                .withPropertyValue(one -> one.getElement().getProperty("label"), label)
                .single();
    }

    @Test
    void stagedFilesBecomeADatasetInFourSteps() {
        var id = open(ACTS, LABELS);
        assertThat(text()).contains("6 × 3, F32", "6 rows, 2 columns", "All 18 values", "6 rows, all 3 columns");
        click("Next: Mapping");
        var name = "Run " + UUID.randomUUID();
        test(field(TextField.class, "Name")).setValue(name);
        test(field(IntegerField.class, "Layer")).setValue(32);
        click("Next: Labels");
        assertThat(text()).contains("1: 3 · 0: 3", "3 true answer, 3 false answer");
        click("Next: Report");
        assertThat(report()).contains("6 samples, 1 hook point", "3 true answer, 3 false answer", "layer 32");
        assertThat(text()).contains("Push this from a notebook", "\"layer\": 32", "HISTOGRID_TOKEN");

        click("Import");
        var done = testDatasets.finished(viewer, id);
        assertThat(done.state()).isEqualTo(ImportStatus.State.SUCCEEDED);
        var dataset = datasets.find(viewer, done.dataset().orElseThrow());
        assertThat(dataset.name()).isEqualTo(name);
        assertThat(dataset.hookPoints().getFirst().layer()).isEqualTo(32);

        open(id);
        assertThat(text()).contains(name + " is imported", "Open dataset");
    }

    @Test
    void stepStandsInTheAddressAndIsMarked() {
        var id = open(ACTS, LABELS);
        open(id, WizardStep.LABELS);

        var current =
                find(RouterLink.class).withAttribute("aria-current", "step").single();
        assertThat(current.getText()).isEqualTo("Labels");
        assertThat(current.getHref()).endsWith(id + "?step=labels");
        assertThat(field(Select.class, "Table of samples").getValue()).isEqualTo("labels.csv");

        click("Back");
        assertThat(field(TextField.class, "Name").getValue()).isNotEmpty();
    }

    @Test
    void questionStandsAtItsFieldAndIsAnsweredThere() {
        var id = open(ACTS, WORDS);
        assertThat(text()).contains("say which of them make which class");
        click("Show in Labels");
        assertThat(find(ClassesForm.class).single().isInvalid()).isTrue();
        assertThat(text()).contains("yes: 3 · no: 3");

        var rows = find(ClassRow.class).all();
        test(find(TextField.class, rows.get(0)).single()).setValue("right answer");
        test(find(TextField.class, rows.get(1)).single()).setValue("wrong");
        choose(rows.get(0), "yes");
        choose(rows.get(1), "no");
        assertThat(text()).contains("3 right answer, 3 wrong");
        assertThat(find(ProblemList.class).all()).isEmpty();
        click("Next: Report");

        assertThat(report()).contains("3 right answer, 3 wrong", "6 samples, 1 hook point");
        var labelings = Objects.requireNonNull(
                imports.find(viewer, id).spec().orElseThrow().labelings());
        // In the order in which they were made: the first is the positive one
        assertThat(Objects.requireNonNull(labelings.getFirst().values()).keySet())
                .containsExactly("right answer", "wrong");
    }

    @SuppressWarnings("unchecked")
    private void choose(ClassRow row, String value) {
        find(MultiSelectComboBox.class, row).single().setValue(Set.of(value));
    }

    @Test
    void scoreIsDividedByAThreshold() {
        open(ACTS, SCORES);
        open(current(), WizardStep.LABELS);
        test(find(Button.class).withText("Add labeling").single()).click();
        field(RadioButtonGroup.class, "Classes").setValue("By a threshold");
        test(field(NumberField.class, "Threshold")).setValue(0.35);
        test(field(TextField.class, "Class from the threshold on")).setValue("high");
        test(field(TextField.class, "Class below it")).setValue("low");
        assertThat(text()).contains("3 high, 3 low");

        click("Next: Report");
        assertThat(report()).contains("3 high, 3 low", "6 samples, 1 hook point");
    }

    @Test
    void nothingIsReadThroughWhileAQuestionIsOpen() {
        open(ACTS, WORDS);
        open(current(), WizardStep.REPORT);
        assertThat(text()).contains("Decide what is asked above").doesNotContain("1 hook point");

        click("Import");
        assertThat(text()).contains("say which of them make which class");
    }

    @Test
    void typedWordsOutliveAReload() {
        var id = open(ACTS, LABELS);
        open(id, WizardStep.MAPPING);
        test(field(TextField.class, "Name")).setValue("Typed name");
        test(field(TextField.class, "Model")).setValue("LLaMA-2-7B");

        navigate(DatasetListView.class);
        open(id, WizardStep.MAPPING);

        assertThat(field(TextField.class, "Name").getValue()).isEqualTo("Typed name");
        assertThat(field(TextField.class, "Model").getValue()).isEqualTo("LLaMA-2-7B");
    }

    @Test
    void matrixIsLeftOutAndAddedAgain() {
        var id = open(ACTS, OTHER, LABELS);
        open(id, WizardStep.MAPPING);
        assertThat(find(MatrixForm.class).all()).hasSize(2);

        test(find(Button.class).withAriaLabel("Leave out other.npy").single()).click();
        assertThat(find(MatrixForm.class).all()).hasSize(1);
        navigate(DatasetListView.class);
        open(id, WizardStep.MAPPING);
        assertThat(find(MatrixForm.class).all()).hasSize(1);

        var left = field(ComboBox.class, "Left out");
        left.setValue(Matrix.in("other.npy", null));
        click("Add matrix");
        assertThat(find(MatrixForm.class).all()).hasSize(2);
    }

    @Test
    void columnIsLookedAt() {
        open(ACTS, SCORES);
        test(find(Button.class).withAriaLabel("Look at scores.csv, p").single()).click();
        assertThat(text()).contains("scores.csv, p", "All 6 values of p. From 0.1 to 0.6; 0 NaN, 0 infinite.");
    }

    @Test
    void unreadableFileTellsWhyAndIsRemoved() {
        open(ACTS, new File("broken.npy", "no array at all".getBytes(StandardCharsets.UTF_8)), LABELS);
        assertThat(text()).contains("broken.npy", "Remove the files that cannot be read");
        assertThat(find(Button.class).withText("Next: Mapping").all()).isEmpty();

        test(find(Button.class).withAriaLabel("Remove broken.npy").single()).click();

        assertThat(text()).doesNotContain("broken.npy");
        assertThat(find(Button.class).withText("Next: Mapping").all()).hasSize(1);
    }

    @Test
    void wrongMappingIsRefusedInASentenceAndKeepsWhatWasTyped() {
        var id = open(ACTS, File.text("labels.csv", "correct\n1\n0\n1\n0\n"));
        open(id, WizardStep.MAPPING);
        test(field(TextField.class, "Name")).setValue("Kept");
        open(id, WizardStep.REPORT);

        assertThat(report()).contains("labels.csv has 4");
        click("Show in Mapping");
        assertThat(field(TextField.class, "Name").getValue()).isEqualTo("Kept");
    }

    @Test
    void noTableOfSamplesSticks() {
        var id = open(ACTS, LABELS);
        open(id, WizardStep.LABELS);
        tableOfSamples().setValue("none");
        // Filled anew from what the files suggest
        open(id, WizardStep.MAPPING);
        navigate(DatasetListView.class);
        open(id, WizardStep.LABELS);
        assertThat(tableOfSamples().getValue()).isEqualTo("none");

        click("Next: Report");
        assertThat(report()).contains("6 samples, 1 hook point", "3 true answer, 3 false answer");
        click("Import");
        var done = testDatasets.finished(viewer, id);
        var dataset = datasets.find(viewer, done.dataset().orElseThrow());
        assertThat(dataset.columns()).extracting(SampleColumn::name).doesNotContain("qid");
    }

    @SuppressWarnings("unchecked")
    private Select<String> tableOfSamples() {
        return field(Select.class, "Table of samples");
    }

    @Test
    void furtherLayerIsAddedToADataset() {
        var dataset = imported();
        var id = open(OTHER, LABELS);
        open(id, WizardStep.MAPPING);
        addTo(dataset);
        test(field(IntegerField.class, "Layer")).setValue(7);
        click("Next: Labels");
        click("Next: Report");
        assertThat(report()).contains("6 samples, 1 hook point");
        click("Import");

        assertThat(testDatasets.finished(viewer, id).state()).isEqualTo(ImportStatus.State.SUCCEEDED);
        var points = datasets.find(viewer, dataset.id()).hookPoints();
        assertThat(points).hasSize(2);
        assertThat(points.getLast().layer()).isEqualTo(7);
    }

    @Test
    void otherSamplesAreAProblemOfTheDatasetTheyWereToBeAddedTo() {
        var dataset = imported();
        var id = open(OTHER, File.text("labels.csv", "qid,correct\na,1\nb,0\nx,1\nd,0\ne,1\nf,0\n"));
        open(id, WizardStep.MAPPING);
        addTo(dataset);
        test(field(IntegerField.class, "Layer")).setValue(7);
        open(id, WizardStep.REPORT);

        assertThat(report()).contains("sample 3 has the id x here and c there");
        click("Show in Mapping");
        var field = field(ComboBox.class, "Dataset");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("sample 3 has the id x here");
    }

    private DatasetDetails imported() {
        return testDatasets.imported(viewer, ImportSpec.named("Run " + UUID.randomUUID(), "M"), List.of(ACTS, LABELS));
    }

    @SuppressWarnings("unchecked")
    private void addTo(DatasetDetails dataset) {
        field(RadioButtonGroup.class, "This import makes").setValue("More hook points of a dataset that is there");
        var field = (ComboBox<TargetForm.Target>) field(ComboBox.class, "Dataset");
        field.setValue(new TargetForm.Target(dataset.id().toString(), dataset.name(), dataset.samples()));
    }

    @Test
    void reportLeadsToTheDatasetThatHasTheSameFile() {
        var dataset = imported();
        open(ACTS, LABELS);
        open(current(), WizardStep.REPORT);

        assertThat(report()).contains("acts.npy is also in the dataset " + dataset.name());
        assertThat(find(Anchor.class).withText(dataset.name()).all())
                .hasSize(2)
                .extracting(Anchor::getHref)
                .containsOnly("datasets/" + dataset.id());
    }

    @Test
    void columnsOfAWideTableAreFoldedAway() {
        var names = IntStream.range(0, 9).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        open(ACTS, LABELS, File.text("wide.csv", names + "\n" + "1,2,3,4,5,6,7,8,9\n".repeat(6)));

        var folded = find(Details.class)
                .withPropertyValue(Details::getSummaryText, "Table: 6 rows, 9 columns")
                .single();
        assertThat(folded.isOpened()).isFalse();
        var narrow = find(Details.class)
                .withPropertyValue(Details::getSummaryText, "Table: 6 rows, 2 columns")
                .single();
        assertThat(narrow.isOpened()).isTrue();
    }

    @Test
    void importOfSomebodyElseIsNotFound() {
        var id = testDatasets.staged(viewer, List.of(ACTS, LABELS));
        var other = people.member();
        LoggedIn.as(other);

        assertThatThrownBy(() -> drafts.peek(Viewer.of(other), id, "acts.npy", Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.countLabels(Viewer.of(other), id, Labels.in("labels.csv", null, "correct")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void draftLeftBehindIsOfferedAgain() {
        var id = testDatasets.staged(viewer, List.of(ACTS));
        navigate(ImportView.class);
        assertThat(text()).contains("unfinished", "Continue");

        click("Discard");
        assertThat(imports.find(viewer, id).state()).isEqualTo(ImportStatus.State.CANCELLED);
    }
}
