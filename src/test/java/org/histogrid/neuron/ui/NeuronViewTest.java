package org.histogrid.neuron.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.KeyPressEvent;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.chart.RangeEvent;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.ValuedSample;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The values of neuron n are `sample + n / 16`; the first third of 90 samples has the class "true answer".
@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class NeuronViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private Access access;

    private Viewer me;
    private DatasetDetails dataset;

    @BeforeEach
    void logInWithADataset() {
        Member member = people.member();
        me = Viewer.of(member);
        dataset = testDatasets.small(me, "Run of " + member.name(), 90, 20);
        LoggedIn.as(member);
    }

    private NeuronView open(int neuron) {
        visit(neuron);
        return (NeuronView) getCurrentView();
    }

    private void visit(int neuron) {
        NeuronNavigation.open(path(neuron));
    }

    private void open(int neuron, String query) {
        NeuronNavigation.open(path(neuron) + "?" + query);
    }

    private String path(int neuron) {
        return NeuronAddress.path(dataset, dataset.hookPoints().getFirst(), neuron);
    }

    private String text() {
        return ((HasElement) getCurrentView()).getElement().getTextRecursively();
    }

    private StepChart chart() {
        return find(StepChart.class).atIndex(1);
    }

    private String counts() {
        return find(Paragraph.class).withClassName("hg-study-counts").single().getText();
    }

    private void drag(double from, double to) {
        ComponentUtil.fireEvent(chart(), new RangeEvent(chart(), true, from, to));
    }

    @SuppressWarnings("unchecked")
    private Grid<ValuedSample> samples() {
        return find(Grid.class).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private void tool(String label) {
        test(find(NativeButton.class)
                        .withCondition(
                                button -> label.equals(button.getElement().getAttribute("aria-label")))
                        .first())
                .click();
    }

    private String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void saysWhichNeuronItIsAndHowItTellsTheClassesApart() {
        var view = open(3);
        assertThat(find(H1.class).single().getText()).isEqualTo("Neuron 3");
        assertThat(view.getPageTitle()).startsWith("Neuron 3, activations").contains(dataset.name());
        assertThat(text()).contains(dataset.name(), dataset.model(), "AUROC", "Cohen's d", "n 30 / 60 (33");
        assertThat(chart().getElement().getProperty("spec")).contains("3-th neuron act.", "\"true answer\"");
        // The first third of the samples has the lowest values
        assertThat(text()).contains("AUROC00 to 0");
        assertThat(text()).contains("Nothing was noted", "recorded nowhere else");
    }

    @Test
    void aSelectedRangeListsItsSamples() {
        open(0, "bins=9");
        assertThat(find(Grid.class).exists()).isFalse();
        drag(20, 40);
        assertThat(counts()).isEqualTo("20 samples in [20, 40): 10 true answer, 10 false answer");
        assertThat(test(samples()).size()).isEqualTo(20);
        assertThat(test(samples()).getRow(0).sample().id()).isEqualTo("q20");

        test(samples()).sortByColumn(0, SortDirection.DESCENDING);
        assertThat(test(samples()).getRow(0).value()).isEqualTo(39);
        test(find(TextField.class)
                        .withAriaLabel("Search the samples of this range")
                        .single())
                .setValue("Question 33");
        assertThat(test(samples()).size()).isEqualTo(1);
        click("Clear selection");
        assertThat(find(Grid.class).exists()).isFalse();
        assertThat(counts()).startsWith("Drag over the chart");
    }

    @Test
    @SuppressWarnings("unchecked")
    void samplesOfOneClassAreListed() {
        open(0, "bins=9");
        drag(20, 40);
        Select<String> ofClass = find(Select.class)
                .withCondition(select ->
                        "Class of the samples".equals(select.getAriaLabel().orElse("")))
                .single();
        test(ofClass).selectItem("false answer");
        assertThat(test(samples()).size()).isEqualTo(10);
        assertThat(test(samples()).getRow(0).className()).isEqualTo("false answer");
    }

    @Test
    void theLastBinHoldsItsUpperEdge() {
        open(0, "bins=9");
        drag(80, 89);
        assertThat(counts()).startsWith("10 samples in [80, 89]");
    }

    @Test
    void endsAreTypedAndRefusedAtTheirField() {
        open(0);
        var from = find(TextField.class).withLabel("From").single();
        var below = find(TextField.class).withLabel("Below").single();
        test(from).setValue("−1");
        assertThat(counts()).startsWith("90 samples in above");
        test(below).setValue("ten");
        assertThat(below.getErrorMessage()).isEqualTo("This is not a number.");
        test(below).setValue("-2");
        assertThat(below.getErrorMessage()).isEqualTo("This must be greater than the other end.");
        test(below).setValue("3,5");
        assertThat(counts()).startsWith("4 samples in [−1, 3.5)");
    }

    @Test
    void anEndThatIsLeftAloneStaysExact() {
        open(1, "bins=7");
        // Shown as 0.0625, which would hold the first sample
        drag(0.062500001, 40);
        var samples = counts().substring(0, counts().indexOf(' '));
        test(find(TextField.class).withLabel("Below").single()).setValue("41");
        assertThat(counts()).startsWith(Integer.parseInt(samples) + 1 + " samples");
        assertThat(find(TextField.class).withLabel("From").single().getValue()).isEqualTo("0.0625");
    }

    @Test
    void theAddressShowsTheSameAgain() {
        open(0, "bins=9&stat=density&select=20.0,40.0");
        assertThat(counts()).startsWith("20 samples");
        assertThat(chart().getElement().getProperty("spec")).contains("\"heightName\":\"density\"");
        assertThat(chart().getElement().getProperty("selected")).contains("20", "40");
    }

    @Test
    void anAddressThatAsksForNonsenseShowsTheUsual() {
        open(0, "bins=blue");
        assertThat(find(StepChart.class).exists()).isTrue();
        open(0, "labeling=00000000-0000-0000-0000-000000000000");
        assertThat(find(StepChart.class).exists()).isTrue();
        open(0, "select=a,b");
        assertThat(counts()).startsWith("Drag over");
    }

    @Test
    void ranksSelectTheSameSamples() {
        open(0, "scale=rank&bins=10");
        drag(0, 50);
        assertThat(counts()).startsWith("45 samples").contains("30 true answer, 15 false answer");
        tool("Show the samples in [0, 9)");
        assertThat(counts()).startsWith("9 samples").contains("9 true answer, 0 false answer");
    }

    @Test
    void tenthsSelectTheirRange() {
        open(0);
        tool("Show the samples in [81, 89]");
        assertThat(counts()).isEqualTo("9 samples in [81, 89]: 0 true answer, 9 false answer");
    }

    @Test
    void settingsAreDrawnAtOnceAndKeepTheSelection() {
        open(0, "bins=9");
        drag(20, 40);
        var before = chart().getElement().getProperty("spec");
        tool("Show density, which is independent of class size");
        assertThat(chart().getElement().getProperty("spec")).isNotEqualTo(before);
        assertThat(counts()).startsWith("20 samples");
    }

    @Test
    void binsAreATable() {
        open(0, "bins=9");
        var details = find(Details.class).withClassName("hg-bins").single();
        test(details).openDetails();
        assertThat(text()).contains("true answer count", "Copy as TSV", "Download CSV");
        tool("Show the samples in [0, 9.88889)");
        assertThat(counts()).startsWith("10 samples").contains("10 true answer");
    }

    @Test
    void neighboursAreOneStepAway() {
        open(3, "stat=density");
        click("4 →");
        assertThat(find(H1.class).single().getText()).isEqualTo("Neuron 4");
        assertThat(chart().getElement().getProperty("spec")).contains("\"heightName\":\"density\"");
        click("← 3");
        assertThat(address()).contains("/3").contains("stat=density");

        var number = find(IntegerField.class).single();
        number.setValue(20);
        ComponentUtil.fireEvent(number, enter(number));
        assertThat(number.getErrorMessage()).isEqualTo("Recorded here: 0 to 19.");
        number.setValue(19);
        ComponentUtil.fireEvent(number, enter(number));
        assertThat(find(H1.class).single().getText()).isEqualTo("Neuron 19");
        assertThat(find(Button.class).withText("– →").single().isEnabled()).isFalse();
    }

    private static KeyPressEvent enter(IntegerField field) {
        return new KeyPressEvent(field, "Enter");
    }

    @Test
    void similarNeuronsAreFoundInTheBackground() {
        open(3);
        click("Find similar neurons");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            assertThat(text()).contains("19 neurons compared.");
        });
        assertThat(find(Anchor.class).withText("4").first().getHref()).endsWith("/4");
        // Known by now
        open(3);
        assertThat(text()).contains("19 neurons compared.");
        assertThat(find(Button.class).withText("Find similar neurons").exists()).isFalse();
    }

    @Test
    void findingsAreNotedHere() {
        open(3);
        click("Add finding");
        find(TextField.class).withLabel("Title").single().setValue("Two peaks");
        click("Save finding");
        assertThat(text()).contains("Two peaks");
        assertThat(find(Paragraph.class).withTextContaining("Nothing was noted").exists())
                .isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherLabelingShowsOtherClasses() {
        labelings.add(
                me,
                dataset.id(),
                "second",
                new LabelingRule("correct", Map.of("wrong", List.of("0")), null, null, null));
        dataset = datasets.find(me, dataset.id());
        open(3);
        Select<Object> chooser = find(Select.class)
                .withCondition(select -> "Labeling".equals(select.getAriaLabel().orElse("")))
                .single();
        test(chooser).selectItem("second");
        assertThat(chart().getElement().getProperty("spec"))
                .contains("\"wrong\"")
                .doesNotContain("true answer");
        assertThat(text()).contains("Each class against all others together");
    }

    @Test
    void withoutALabelingItSaysWhatToDo() {
        labelings.delete(me, dataset.id(), dataset.labelings().getFirst().id(), true);
        open(3);
        assertThat(find(StepChart.class).exists()).isFalse();
        assertThat(text()).contains("No labeling yet", "Add a labeling to " + dataset.name());
    }

    @Test
    void whatIsNotRecordedOrNotSharedIsNotFound() {
        visit(20);
        assertThat(text()).contains("Neuron 20 of activations, which holds 0 to 19, was not found.");
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        LoggedIn.as(people.member());
        visit(3);
        assertThat(text()).contains("This dataset was not found.");
    }
}
