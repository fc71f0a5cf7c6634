package org.histogrid.project.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.BinRule;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A member with a dataset of 90 samples and 20 neurons, and the page of a project of theirs.
@IntegrationTest
@ViewPackages(packages = "org.histogrid")
abstract class ProjectPage extends SpringBrowserlessTest {

    @Autowired
    TestPeople people;

    @Autowired
    TestDatasets testDatasets;

    @Autowired
    ProjectService projects;

    Member member;
    Viewer owner;
    DatasetDetails dataset;

    @BeforeEach
    void logInWithADataset() {
        member = people.member();
        owner = Viewer.of(member);
        dataset = testDatasets.small(owner, "Run of " + member.name(), 90, 20);
        LoggedIn.as(member);
    }

    ProjectRow row(String label, Integer... neurons) {
        return row(dataset, label, neurons);
    }

    static ProjectRow row(DatasetDetails of, String label, Integer... neurons) {
        return new ProjectRow(of.id(), of.labelings().getFirst().id(), 0, label, List.of(neurons));
    }

    ProjectDetails project(ProjectRow... rows) {
        return projects.create(
                owner,
                ProjectContent.empty("A project")
                        .withRows(List.of(rows))
                        .withSettings(HistogramSettings.DEFAULT.withBins(new BinRule.Count(10))));
    }

    ProjectView open(ProjectDetails project) {
        return navigate(ProjectView.class, Map.of("project", project.id().toString()));
    }

    ProjectContent saved(ProjectDetails project) {
        return projects.find(owner, project.id()).content();
    }

    void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    void tool(String label) {
        test(find(NativeButton.class)
                        .withCondition(
                                button -> label.equals(button.getElement().getAttribute("aria-label")))
                        .single())
                .click();
    }

    List<String> descriptions() {
        return find(StepChart.class).all().stream()
                .map(chart -> chart.getElement().getProperty("spec"))
                .toList();
    }
}
