package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportStatus;
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

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ImportService imports;

    @Autowired
    private DatasetService datasets;

    private Viewer viewer;

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
        navigate(ImportView.class, Map.of(ImportView.ID, id.toString()));
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
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
    void stagedFilesAreCheckedAndImported() {
        var id = open(ACTS, LABELS);
        assertThat(text()).contains("6 × 3, F32, C order", "6 rows, 2 columns");
        var name = "Run " + UUID.randomUUID();
        test(field(TextField.class, "Name")).setValue(name);
        test(field(IntegerField.class, "Layer")).setValue(32);

        click("Check");
        assertThat(text()).contains("6 samples, 1 hook point", "3 true answer, 3 false answer", "layer 32");

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
    void questionStandsAtItsFieldAndIsAnsweredThere() {
        var id = open(ACTS, WORDS);
        assertThat(text()).contains("say which of them make which class");
        assertThat(find(ClassesForm.class).single().isInvalid()).isTrue();

        var rows = find(ClassRow.class).all();
        test(find(TextField.class, rows.get(0)).single()).setValue("right");
        test(find(TextField.class, rows.get(1)).single()).setValue("wrong");
        choose(rows.get(0), "yes");
        choose(rows.get(1), "no");
        click("Check");

        assertThat(text()).contains("3 right, 3 wrong");
        assertThat(imports.find(viewer, id).spec().orElseThrow().labelings()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private void choose(ClassRow row, String value) {
        find(MultiSelectComboBox.class, row).single().setValue(Set.of(value));
    }

    @Test
    void typedWordsOutliveAReload() {
        var id = open(ACTS, LABELS);
        test(field(TextField.class, "Name")).setValue("Typed name");
        test(field(TextField.class, "Model")).setValue("LLaMA-2-7B");

        open(id);

        assertThat(field(TextField.class, "Name").getValue()).isEqualTo("Typed name");
        assertThat(field(TextField.class, "Model").getValue()).isEqualTo("LLaMA-2-7B");
    }

    @Test
    void unreadableFileTellsWhyAndIsRemoved() {
        open(ACTS, new File("broken.npy", "no array at all".getBytes(StandardCharsets.UTF_8)), LABELS);
        assertThat(text()).contains("broken.npy", "Remove the files that cannot be read");
        assertThat(find(ImportForm.class).all()).isEmpty();

        test(find(Button.class).withAriaLabel("Remove broken.npy").single()).click();

        assertThat(text()).doesNotContain("broken.npy");
        assertThat(find(ImportForm.class).all()).hasSize(1);
    }

    @Test
    void wrongMappingIsRefusedInASentenceAndKeepsWhatWasTyped() {
        open(ACTS, File.text("labels.csv", "correct\n1\n0\n1\n"));
        test(field(TextField.class, "Name")).setValue("Kept");
        click("Import");

        assertThat(text()).contains("labels.csv has 3");
        assertThat(field(TextField.class, "Name").getValue()).isEqualTo("Kept");
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
