package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.Sample;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.screening.TestScreenings;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DatasetViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private JdbcClient jdbc;

    private Viewer viewer;
    private DatasetDetails dataset;

    @BeforeEach
    void importADataset() {
        var member = people.member();
        viewer = Viewer.of(member);
        dataset = testDatasets.small(viewer, "Run " + UUID.randomUUID(), 90, 8);
        LoggedIn.as(member);
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    private void open() {
        navigate(DatasetView.class, Map.of(DatasetView.ID, dataset.id().toString()));
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void showsWhatWasImported() {
        open();
        assertThat(find(H1.class).single().getText()).isEqualTo(dataset.name());
        assertThat(text()).contains(dataset.id().toString(), "activations", "F32", "30 true answer, 60 false answer");
    }

    @Test
    @SuppressWarnings("unchecked")
    void samplesAreFetchedInTheirOrder() {
        open();
        Grid<Sample> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(90);
        assertThat(test(grid).getRow(70).id()).isEqualTo("q70");
    }

    @Test
    void labelingIsAddedFromAColumn() {
        open();
        test(find(Button.class).withText("Add labeling").single()).click();
        test(find(TextField.class).withLabel("Name").single()).setValue("second");
        test(find(Button.class).withText("Add").single()).click();

        assertThat(datasets.find(viewer, dataset.id()).labelings())
                .extracting("name")
                .containsExactlyInAnyOrder("correct", "second");
        assertThat(text()).contains("second");
    }

    /// 20 samples with the scores 0.00, 0.05 ... 0.95, the last one with none.
    private void importScores() {
        var table = new StringBuilder("qid,label,score,word\n");
        for (var i = 0; i < 20; i++) {
            table.append("q%d,%d,%s,%s\n".formatted(i, i % 2, i == 19 ? "" : "" + i * 5 / 100.0, i == 3 ? "odd" : i));
        }
        dataset = testDatasets.imported(
                viewer,
                ImportSpec.EMPTY,
                List.of(
                        new File("acts.npy", TestNpy.f32(20, 2, (s, n) -> s + n)),
                        File.text("samples.csv", table.toString())));
    }

    private void chooseColumn(String name) {
        dataset.columns().stream()
                .filter(column -> column.name().equals(name))
                .forEach(find(Select.class)
                        .withPropertyValue(Select::getLabel, "Column")
                        .single()::setValue);
    }

    private ThresholdForm threshold() {
        return find(ThresholdForm.class).single();
    }

    private String counts() {
        return threshold().getElement().getTextRecursively();
    }

    @Test
    void sliderCountsClassesAndAsksTheDatabaseNothing() {
        importScores();
        open();
        test(find(Button.class).withText("Add labeling").single()).click();
        chooseColumn("score");
        assertThat(find(StepChart.class, threshold()).all()).hasSize(1);
        screenings.screened(viewer, dataset);
        jdbc.sql("delete from sample where dataset_id = ?")
                .param(dataset.id().value())
                .update();

        var slider = find(RangeInput.class, threshold()).single();
        slider.setValue(1_000.0);
        assertThat(find(NumberField.class, threshold()).single().getValue()).isEqualTo(0.9);
        assertThat(counts()).contains("1 true answer, 18 false answer", "1 left out");
        slider.setValue(0.0);
        assertThat(counts()).contains("19 true answer, 0 false answer");

        test(find(NumberField.class, threshold()).single()).setValue(0.45);
        assertThat(slider.getValue()).isEqualTo(500.0);
        assertThat(slider.getElement().getAttribute("aria-valuetext")).isEqualTo("0.45");
        assertThat(counts()).contains("10 true answer, 9 false answer", "53\u202f% and 47\u202f%");
    }

    @Test
    void labelingIsMadeByTheThresholdThatIsShown() {
        importScores();
        open();
        test(find(Button.class).withText("Add labeling").single()).click();
        chooseColumn("score");
        test(find(NumberField.class, threshold()).single()).setValue(0.45);
        test(find(TextField.class).withLabel("Class from the threshold on").single())
                .setValue("sure");
        test(find(TextField.class).withLabel("Class below it").single()).setValue("");
        test(find(Button.class).withText("Add").single()).click();
        assertThat(threshold().getErrorMessage()).contains("Name the class above");

        test(find(TextField.class).withLabel("Class below it").single()).setValue("unsure");
        test(find(Button.class).withText("Add").single()).click();
        var made = datasets.find(viewer, dataset.id()).labelings().getLast();
        assertThat(made.rule()).isEqualTo(new LabelingRule("score", null, 0.45, "sure", "unsure"));
        assertThat(made.classes()).containsExactly(new LabelClass("sure", 10, 1), new LabelClass("unsure", 9, 2));
    }

    @Test
    void columnThatIsNoScoreSaysWhereAndIsLabelledByItsValues() {
        importScores();
        open();
        test(find(Button.class).withText("Add labeling").single()).click();
        chooseColumn("word");
        assertThat(find(RangeInput.class).all()).isEmpty();
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Column word is no score: row 4 holds odd, which is not a number.");

        chooseColumn("label");
        assertThat(find(RadioButtonGroup.class).single().getValue()).isEqualTo("By values");
        test(find(TextField.class).withLabel("Name").single()).setValue("again");
        test(find(Button.class).withText("Add").single()).click();
        assertThat(datasets.find(viewer, dataset.id()).labelings().getLast().classes())
                .containsExactly(new LabelClass("true answer", 10, 1), new LabelClass("false answer", 10, 2));
    }

    @Test
    void classesAreRenamedAndRecolouredInPlace() {
        open();
        test(find(Button.class).withText("Edit").all().getLast()).click();
        test(find(TextField.class).withLabel("Class 1").single()).setValue("right");
        test(find(TextField.class).withLabel("Name").single()).setValue("truth");
        test(find(Button.class).withText("Save").single()).click();

        var changed = datasets.find(viewer, dataset.id()).labelings().getFirst();
        assertThat(changed.name()).isEqualTo("truth");
        assertThat(changed.classes())
                .containsExactly(new LabelClass("right", 30, 1), new LabelClass("false answer", 60, 2));
        assertThat(text()).contains("30 right, 60 false answer").doesNotContain("true answer");
    }

    @Test
    void classBarHasTheColoursOfTheClasses() {
        var bar = new ClassBar(List.of(new LabelClass("a", 1, 6), new LabelClass("b", 2, 3)));
        assertThat(bar.getElement().getChild(0).getChildren().map(part -> part.getAttribute("class")))
                .containsExactly("hg-class-6", "hg-class-3");
    }

    @Test
    void logOfTheImportAndItsFilesStandOnThePage() {
        open();
        assertThat(text())
                .contains("Log of the import", "Done: the dataset is ready.", "labels.csv")
                .contains(dataset.sources().getFirst().sha256().substring(0, 12));
    }

    @Test
    void deleteAsksFirst() {
        open();
        test(find(Button.class).withText("Delete").first()).click();
        var question = find(ConfirmDialog.class).single();
        assertThat(datasets.find(viewer, dataset.id()).name()).isEqualTo(dataset.name());

        test(question).confirm();
        assertThatThrownBy(() -> datasets.find(viewer, dataset.id())).isInstanceOf(NotFound.class);
        assertThat(getCurrentView()).isInstanceOf(DatasetListView.class);
    }

    @Test
    void colleagueSeesNoWayToChangeIt() {
        LoggedIn.as(people.member());
        open();
        assertThat(find(Button.class).withText("Delete").all()).isEmpty();
        assertThat(find(Button.class).withText("Add labeling").all()).isEmpty();
        assertThat(find(Button.class).withText("Edit").all()).isEmpty();
    }
}
