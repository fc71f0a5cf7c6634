package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.histogrid.account.LoggedIn;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.FindingService;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectViewTest extends ProjectPage {

    @Autowired
    private FindingService findings;

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
}
