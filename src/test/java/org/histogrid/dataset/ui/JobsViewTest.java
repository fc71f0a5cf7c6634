package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.Member;
import org.histogrid.account.TestPeople;
import org.histogrid.base.Denied;
import org.histogrid.dataset.ImportLine;
import org.histogrid.dataset.JobService;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class JobsViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private JobService jobs;

    private Member admin;
    private Member member;

    @BeforeEach
    void makePeople() {
        admin = people.admin();
        member = people.member();
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    @SuppressWarnings("unchecked")
    private Grid<ImportLine> grid() {
        return find(Grid.class).single();
    }

    @Test
    void administratorSeesTheImportsOfEverybodyNewestFirst() {
        var first = "Run " + UUID.randomUUID();
        var second = "Run " + UUID.randomUUID();
        testDatasets.small(Viewer.of(member), first, 6, 2);
        testDatasets.small(Viewer.of(people.member()), second, 6, 2);
        testDatasets.staged(Viewer.of(member), List.of(File.text("draft.csv", "a\n1\n")));
        LoggedIn.as(admin);
        navigate(JobsView.class);

        assertThat(test(grid()).getRow(0).status().name()).isEqualTo(second);
        assertThat(test(grid()).getRow(1).status().name()).isEqualTo(first);
        assertThat(test(grid()).getRow(1).by()).isEqualTo(member.name());
        assertThat(cell(1, 2)).contains("Imported");
        assertThat(test(grid()).getCellText(1, 4)).contains("s");
        assertThat(cell(1, 6)).isEqualTo("Open");
    }

    private String cell(int row, int column) {
        return ((Component) test(grid()).getCellComponent(row, column))
                .getElement()
                .getTextRecursively();
    }

    @Test
    void listIsReadInPages() {
        var viewer = Viewer.of(member);
        for (var i = 0; i < 3; i++) {
            testDatasets.small(viewer, "Paged " + UUID.randomUUID(), 6, 2);
        }
        var all = jobs.imports(Viewer.of(admin), 0, 100);
        assertThat(jobs.imports(Viewer.of(admin), 1, 2).items())
                .isEqualTo(all.items().subList(1, 3));
        assertThat(jobs.imports(Viewer.of(admin), 1, 2).total()).isEqualTo(all.total());
    }

    @Test
    void onlyAdministratorsSeeIt() {
        assertThatThrownBy(() -> jobs.imports(Viewer.of(member), 0, 10)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> jobs.imports(new Viewer.Reader(Set.of()), 0, 10))
                .isInstanceOf(Denied.class);
        LoggedIn.as(member);
        assertThatThrownBy(() -> navigate(JobsView.class)).isInstanceOf(IllegalArgumentException.class);
        assertThat(getCurrentView()).isNotInstanceOf(JobsView.class);
    }
}
