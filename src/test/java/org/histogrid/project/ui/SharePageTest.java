package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.finding.FindingService;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class SharePageTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private ProjectService projects;

    @Autowired
    private FindingService findings;

    private Viewer owner;
    private ProjectDetails project;

    @BeforeEach
    void makeAProject() {
        var member = people.member();
        owner = Viewer.of(member);
        var dataset = testDatasets.small(owner, "Run of " + member.name(), 90, 20);
        findings.add(owner, new NeuronRef(dataset.id(), 0, 3), new FindingText(FindingType.DEAD, "", "Secret", ""));
        project = projects.create(
                owner,
                new ProjectContent(
                                "Shared grid",
                                "What it shows.",
                                List.of(),
                                ProjectContent.empty("").settings())
                        .withRows(List.of(new ProjectRow(
                                dataset.id(), dataset.labelings().getFirst().id(), 0, "Model", List.of(3, 4)))));
        LoggedIn.as(member);
    }

    private String link() {
        return projects.createLink(owner, project.id(), Optional.empty()).path().substring("s/".length());
    }

    @Test
    void showsTheGridToNobodyInParticularAndNoFindings() {
        var secret = link();
        LoggedIn.nobody();
        navigate(SharePage.class, secret);

        assertThat(find(H1.class).single().getText()).isEqualTo("Shared grid");
        assertThat(find(StepChart.class).all()).hasSize(2);
        assertThat(find(NativeButton.class).withText("Note").exists()).isFalse();
        assertThat(find(NativeButton.class).withText("1").exists()).isFalse();
    }

    @Test
    void revokedLinkIsDeadInAPageThatIsOpen() {
        var secret = link();
        navigate(SharePage.class, secret);
        test(find(NativeButton.class).withText("Show density").single()).click();
        assertThat(find(Span.class).withText("Density / Model").exists()).isTrue();

        projects.links(owner, project.id()).forEach(one -> projects.revokeLink(owner, project.id(), one.id()));
        test(find(NativeButton.class).withClassName("hg-legend-entry").first()).click();
        assertThat(find(StepChart.class).exists()).isFalse();
        assertThat(find(H2.class).withText("This link is not valid any more").exists())
                .isTrue();
    }

    @Test
    void revokedAndUnknownLinksReadTheSame() {
        navigate(SharePage.class, "unknown");
        assertThat(find(H2.class).single().getText()).isEqualTo("This link is not valid any more");
        assertThat(find(H1.class).exists()).isFalse();
    }

    @Test
    void dialogMakesShowsOnceAndRevokesLinks() {
        navigate(ProjectView.class, Map.of("project", project.id().toString()));
        test(find(Button.class).withText("Share").single()).click();
        test(find(Button.class).withText("Create link").single()).click();
        var address = find(TextField.class)
                .withLabel("Your link, shown only now")
                .single()
                .getValue();
        var secret = address.substring(address.lastIndexOf('/') + 1);
        assertThat(projects.open(secret).project()).isEqualTo(project.id());

        test(find(Button.class).withText("Revoke").single()).click();
        assertThat(projects.links(owner, project.id())).isEmpty();
        assertThat(find(TextField.class).withLabel("Your link, shown only now").exists())
                .isFalse();
    }
}
