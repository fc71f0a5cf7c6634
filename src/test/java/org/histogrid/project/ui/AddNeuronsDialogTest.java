package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.FindingService;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;
import org.histogrid.project.ui.NeuronSearch.Suggestion;
import org.histogrid.screening.TestScreenings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AddNeuronsDialogTest extends ProjectPage {

    @Autowired
    private FindingService findings;

    @Autowired
    private TestScreenings screenings;

    private ProjectView view;

    @BeforeEach
    void openTheDialog() {
        findings.add(
                owner, new NeuronRef(dataset.id(), 0, 9), new FindingText(FindingType.BIMODAL, "", "Two peaks", ""));
        view = open(project(row("First", 3, 0), row("Second", 5)));
        click("Add neurons");
    }

    private AddNeuronsDialog dialog() {
        return find(AddNeuronsDialog.class).single();
    }

    private TextArea typed() {
        return find(TextArea.class).withLabel("Neurons").single();
    }

    private String preview() {
        return find(Paragraph.class)
                .withCondition(one -> one.hasClassName("hg-preview"))
                .single()
                .getText();
    }

    private List<Integer> neurons(int row) {
        return view.draft().content().rows().get(row).neurons();
    }

    private List<String> suggestions(String text) {
        var found = test(dialog().found());
        found.setFilter(text);
        return found.getSuggestions();
    }

    @Test
    void saysWhatWillBeAddedAndAddsIt() {
        typed().setValue("3, 7-9, 7");
        assertThat(preview()).isEqualTo("Adds 3 neurons: 7, 8, 9. Already in the row: 3.");
        click("Add 3 neurons");
        assertThat(neurons(0)).containsExactly(3, 0, 7, 8, 9);
        assertThat(neurons(1)).containsExactly(5);
    }

    @Test
    void theFirstOnesByAScoreAreTakenAndTheRowSaysSo() {
        screenings.screened(owner, dataset);
        find(IntegerField.class).withLabel("How many").single().setValue(2);
        click("Take the first ones");
        assertThat(preview()).startsWith("Adds ");
        click(find(Button.class)
                .withCondition(one -> one.getText().matches("Add \\d neurons?"))
                .single()
                .getText());
        var row = view.draft().content().rows().getFirst();
        var choice = row.chosen().orElseThrow();
        assertThat(choice.tested()).isEqualTo(20);
        assertThat(row.neurons()).containsAll(choice.neurons());
        assertThat(find(Paragraph.class).withClassName("hg-provenance").first().getText())
                .contains("Top 2 of 20 tested by largest |AUROC − 0.5|, discovery half");
    }

    @Test
    void neuronsThatWereTypedInsteadAreNotCalledChosen() {
        screenings.screened(owner, dataset);
        click("Take the first ones");
        typed().setValue("12");
        click("Add 1 neuron");
        assertThat(view.draft().content().rows().getFirst().chosen()).isEmpty();
    }

    @Test
    void findsNeuronsByNumberAndByFinding() {
        assertThat(suggestions("1")).containsExactly("1", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19");
        assertThat(suggestions("3")).containsExactly("3, already in the row");
        assertThat(suggestions("peaks")).containsExactly("Bimodal: Two peaks, neuron 9");
        assertThat(suggestions("")).hasSize(21).startsWith("Bimodal: Two peaks, neuron 9", "0, already in the row");

        dialog().found()
                .select(new Suggestion(9, Optional.of("Bimodal: Two peaks")), new Suggestion(11, Optional.empty()));
        assertThat(preview()).isEqualTo("Adds 2 neurons: 9, 11.");
        dialog().accept();
        assertThat(neurons(0)).containsExactly(3, 0, 9, 11);
    }

    @Test
    void goesToAnotherRow() {
        @SuppressWarnings("unchecked")
        Select<Object> row =
                (Select<Object>) find(Select.class).withLabel("Row").single();
        row.setValue(row.getListDataView().getItem(1));
        typed().setValue("3");
        dialog().accept();
        assertThat(neurons(1)).containsExactly(5, 3);
    }

    @Test
    void tellsWhatIsWrongAtTheField() {
        dialog().accept();
        assertThat(typed().getErrorMessage()).isEqualTo("Type or choose at least one neuron.");
        typed().setValue("18-22");
        assertThat(typed().getErrorMessage()).startsWith("Neurons 20, 21, 22 are not recorded");
        typed().setValue("3");
        dialog().accept();
        assertThat(typed().getErrorMessage()).isEqualTo("The row has these already.");
        assertThat(dialog().isOpened()).isTrue();
        assertThat(neurons(0)).containsExactly(3, 0);
    }
}
