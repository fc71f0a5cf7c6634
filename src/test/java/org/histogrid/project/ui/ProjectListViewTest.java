package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@ViewPackages(packages = "org.histogrid")
class ProjectListViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private ProjectService projects;

    private Viewer viewer;
    private Viewer colleague;

    @BeforeEach
    void logIn() {
        var member = people.member();
        viewer = Viewer.of(member);
        colleague = Viewer.of(people.member());
        LoggedIn.as(member);
    }

    @Test
    void listsWhatOneMaySeeAndFilters() {
        var word = "p" + System.nanoTime();
        projects.create(viewer, ProjectContent.empty("Mine " + word));
        projects.create(colleague, ProjectContent.empty("Hidden " + word));
        var shared = projects.create(colleague, ProjectContent.empty("Shared " + word));
        projects.changeVisibility(colleague, shared.id(), Visibility.TEAM);

        var view = navigate(ProjectListView.class);
        find(TextField.class).withAriaLabel("Search projects").single().setValue(word);
        assertThat(view.names()).containsExactlyInAnyOrder("Mine " + word, "Shared " + word);

        @SuppressWarnings("unchecked")
        Select<Object> whose = (Select<Object>) find(Select.class).single();
        whose.setValue(whose.getListDataView().getItem(1));
        assertThat(view.names()).containsExactly("Mine " + word);

        find(TextField.class).withAriaLabel("Search projects").single().setValue("nothing like it");
        assertThat(find(H2.class).withText("No project matches").exists()).isTrue();
    }

    @Test
    void addressOfAProjectWithoutItsEndIsTheList() {
        UI.getCurrent().navigate("projects");
        assertThat(getCurrentView()).isInstanceOf(ProjectListView.class);
    }

    @Test
    void newProjectAsksForANameAndOpens() {
        navigate(ProjectListView.class);
        test(find(Button.class).withText("New project").first()).click();
        test(find(Button.class).withText("Create project").single()).click();
        var name = find(TextField.class).withLabel("Name").single();
        assertThat(name.isInvalid()).isTrue();

        name.setValue("Truthfulness");
        test(find(Button.class).withText("Create project").single()).click();
        assertThat(getCurrentView()).isInstanceOf(ProjectView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Truthfulness");
        assertThat(find(H2.class).withText("No rows yet").exists()).isTrue();
    }
}
