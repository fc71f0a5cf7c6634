package org.histogrid.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.base.Stale;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.BinRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MainJobDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private ProjectService projects;

    @Autowired
    private Access access;

    private Viewer owner;
    private Viewer colleague;
    private DatasetDetails dataset;

    @BeforeEach
    void importADataset() {
        owner = Viewer.of(people.member());
        colleague = Viewer.of(people.member());
        dataset = testDatasets.small(owner, "A run", 90, 20);
    }

    private ProjectContent content(Integer... neurons) {
        var row = new ProjectRow(dataset.id(), dataset.labelings().getFirst().id(), 0, "Model", List.of(neurons));
        return ProjectContent.empty("A project")
                .withRows(List.of(row))
                .withSettings(HistogramSettings.DEFAULT.withBins(new BinRule.Count(10)));
    }

    @Test
    void importedFileBecomesAGridWithTheCountsOfItsClasses() {
        assertThat(dataset.samples()).isEqualTo(90);
        assertThat(dataset.labelings().getFirst().classes())
                .extracting("name", "count")
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("true answer", 30),
                        org.assertj.core.api.Assertions.tuple("false answer", 60));

        var project = projects.create(owner, content(3, 0, 19));
        var row = projects.grid(owner, project.id()).rows().getFirst();

        assertThat(row.problem()).isEmpty();
        assertThat(row.panels()).extracting("neuron").containsExactly(3, 0, 19);
        var classes = row.panels().getFirst().classes();
        assertThat(Arrays.stream(classes.getFirst().heights()).sum()).isEqualTo(30);
        assertThat(Arrays.stream(classes.getLast().heights()).sum()).isEqualTo(60);
    }

    @Test
    void staleSaveTellsWhoSavedAndChangesNothing() {
        var project = projects.create(owner, content(1));
        projects.save(owner, project.id(), project.version(), content(1, 2));

        assertThatThrownBy(() -> projects.save(owner, project.id(), project.version(), content(5)))
                .isInstanceOf(Stale.class)
                .hasMessageContaining(owner.member().name());
        assertThat(projects.find(owner, project.id())
                        .content()
                        .rows()
                        .getFirst()
                        .neurons())
                .containsExactly(1, 2);
    }

    @Test
    void neuronOutOfRangeIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> projects.create(owner, content(20)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0 to 19");
    }

    @Test
    void privateProjectIsNotFoundByOthersAndTeamProjectIsReadOnlyForThem() {
        var project = projects.create(owner, content(1));
        assertThatThrownBy(() -> projects.find(colleague, project.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> projects.grid(colleague, project.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> projects.delete(colleague, project.id())).isInstanceOf(NotFound.class);

        projects.changeVisibility(owner, project.id(), Visibility.TEAM);
        assertThat(projects.grid(colleague, project.id()).rows()).hasSize(1);
        assertThatThrownBy(() -> projects.save(colleague, project.id(), project.version(), content(2)))
                .isInstanceOf(Denied.class);
        var admin = Viewer.of(people.admin());
        assertThat(projects.save(admin, project.id(), project.version(), content(2))
                        .version())
                .isGreaterThan(project.version());
    }

    @Test
    void linkShowsThatProjectOnlyAndIsDeadOnceRevoked() {
        var project = projects.create(owner, content(1));
        var other = projects.create(owner, content(2));
        var link = projects.createLink(owner, project.id(), Optional.empty());
        var secret = link.path().substring("s/".length());

        var opened = projects.open(secret);
        assertThat(projects.grid(opened.viewer(), opened.project()).rows()).hasSize(1);
        assertThatThrownBy(() -> projects.find(opened.viewer(), other.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> datasets.find(opened.viewer(), dataset.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> projects.save(opened.viewer(), project.id(), 0, content(3)))
                .isInstanceOf(Denied.class);

        projects.revokeLink(owner, project.id(), link.id());
        assertThatThrownBy(() -> projects.open(secret)).isInstanceOf(NotFound.class);
    }

    @Test
    void deletingAUsedDatasetAsksFirstAndLeavesTheRowWithASentence() {
        var project = projects.create(owner, content(1));
        assertThatThrownBy(() -> datasets.delete(owner, dataset.id(), false)).hasMessageContaining("used in 1 project");

        datasets.delete(owner, dataset.id(), true);
        var row = projects.grid(owner, project.id()).rows().getFirst();
        assertThat(row.problem()).hasValueSatisfying(text -> assertThat(text).contains("deleted"));
        var kept = projects.find(owner, project.id());
        assertThat(projects.save(
                                owner,
                                project.id(),
                                kept.version(),
                                kept.content().named("Renamed", ""))
                        .content()
                        .rows())
                .hasSize(1);
    }

    @Test
    void editsKeepRowsOfAColleaguesPrivateDatasetButGiveNoOthers() {
        var project = projects.create(owner, content(1, 2));
        projects.changeVisibility(owner, project.id(), Visibility.TEAM);
        access.changeVisibility(owner, dataset.id().asThing(), Visibility.PRIVATE);
        var bins = content(1, 2).settings().withBins(new BinRule.Count(5));

        var seen = projects.preview(colleague, project.id(), content(1, 2).withSettings(bins));
        assertThat(seen.rows()
                        .getFirst()
                        .panels()
                        .getFirst()
                        .edges()
                        .orElseThrow()
                        .bins())
                .isEqualTo(5);

        var other = projects.preview(colleague, project.id(), content(3));
        assertThat(other.rows().getFirst().problem()).isPresent();
        var both = content(1, 2)
                .withRows(List.of(
                        content(1, 2).rows().getFirst(), content(3).rows().getFirst()));
        assertThat(projects.preview(colleague, project.id(), both).rows())
                .allSatisfy(row -> assertThat(row.problem()).isPresent());
    }
}
