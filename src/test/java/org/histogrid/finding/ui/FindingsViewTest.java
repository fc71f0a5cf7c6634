package org.histogrid.finding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.finding.FindingService;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class FindingsViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private FindingService findings;

    @Autowired
    private FindingNavigation navigation;

    @Autowired
    private Access access;

    private Viewer author;
    private DatasetDetails dataset;
    private String word;

    @BeforeEach
    void logInWithAFinding() {
        var member = people.member();
        author = Viewer.of(member);
        word = "w" + member.name();
        dataset = testDatasets.small(author, "Run " + word, 30, 20);
        LoggedIn.as(member);
    }

    private void note(String title) {
        findings.add(author, neuron(), new FindingText(FindingType.BIMODAL, "", title, "Text"));
    }

    private NeuronRef neuron() {
        return new NeuronRef(dataset.id(), 0, 3);
    }

    private void search() {
        navigate(FindingsView.class);
        find(TextField.class).withAriaLabel("Search findings").single().setValue(word);
    }

    @Test
    void cardsSayTypeTitleAndNeuron() {
        note("Two peaks " + word);
        search();
        assertThat(find(H2.class).withText("Two peaks " + word).exists()).isTrue();
        assertThat(find(Span.class).withText("Bimodal").exists()).isTrue();
        assertThat(find(Anchor.class).withText("Neuron 3").single().getHref())
                .isEqualTo("datasets/%s/%s/-/3"
                        .formatted(dataset.id(), dataset.hookPoints().getFirst().site()));
    }

    @Test
    void authorsEditAndDelete() {
        note("Two peaks " + word);
        search();
        test(find(Button.class).withText("Edit").single()).click();
        find(TextField.class).withLabel("Title").single().setValue("One peak " + word);
        test(find(Button.class).withText("Save finding").single()).click();
        assertThat(find(H2.class).withText("One peak " + word).exists()).isTrue();

        test(find(Button.class).withText("Delete").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(H2.class).withText("One peak " + word).exists()).isFalse();
        assertThat(findings.search(author, word, Optional.empty())).isEmpty();
    }

    @Test
    void othersOnlyRead() {
        note("Two peaks " + word);
        access.changeVisibility(author, dataset.id().asThing(), Visibility.TEAM);
        LoggedIn.as(people.member());
        search();
        assertThat(find(H2.class).withText("Two peaks " + word).exists()).isTrue();
        assertThat(find(Button.class).withText("Edit").exists()).isFalse();
    }

    @Test
    void aNeuronWithoutFindingsOpensTheFormWithErrorsAtItsFields() {
        navigate(FindingsView.class);
        var changes = new int[1];
        navigation.open(neuron(), () -> changes[0]++);
        test(find(Button.class).withText("Save finding").single()).click();
        var title = find(TextField.class).withLabel("Title").single();
        assertThat(title.getErrorMessage()).isEqualTo("Give the finding a title.");

        title.setValue("Flat");
        find(TextArea.class).withLabel("Text").single().setValue("All values are near zero.");
        test(find(Button.class).withText("Save finding").single()).click();
        assertThat(changes[0]).isEqualTo(1);
        assertThat(findings.search(author, "near zero", Optional.empty())).hasSize(1);
    }
}
