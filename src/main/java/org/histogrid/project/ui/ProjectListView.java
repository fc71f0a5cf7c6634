package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.project.ProjectItem;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Visibility;

/// All projects one may see, last changed first.
@Route("")
@RouteAlias("projects")
@PageTitle("Projects - Histogrid")
@Menu(title = "Projects", order = 1, icon = "vaadin:grid-small")
@PermitAll
class ProjectListView extends Composite<Div> implements AfterNavigationObserver {

    private enum Whose {
        ALL("All projects"),
        MINE("Mine"),
        TEAM("Shared with the team");

        private final String words;

        Whose(String words) {
            this.words = words;
        }

        boolean includes(ProjectItem item) {
            return switch (this) {
                case ALL -> true;
                case MINE -> item.mine();
                case TEAM -> item.visibility() == Visibility.TEAM;
            };
        }
    }

    private final ProjectService projects;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final TextField search = new TextField();
    private final Select<Whose> whose = new Select<>();
    private final Div filters = new Div(search, whose);
    private final Span found = new Span();
    private final Div list = new Div();

    ProjectListView(ProjectService projects, DatasetService datasets, CurrentViewer viewer, Clock clock) {
        this.projects = projects;
        this.datasets = datasets;
        this.viewer = viewer;
        this.clock = clock;
        search.setPlaceholder("Search names and descriptions");
        search.setAriaLabel("Search projects");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> load());
        whose.setAriaLabel("Whose projects");
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(one -> one.words);
        whose.setValue(Whose.ALL);
        whose.addValueChangeListener(_ -> load());
        filters.addClassName("hg-filters");
        filters.add(found);
        found.addClassName("hg-found");
        found.getElement().setAttribute("role", "status");
        list.addClassName("hg-items");
        getContent().addClassName("hg-page");
        getContent().add(new PageHeader("Projects", newProject()), filters, list);
    }

    private Button newProject() {
        return Buttons.primary("New project", () -> new NewProjectDialog(projects, viewer).open());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var all = projects.search(viewer.get(), search.getValue());
        var shown = all.stream().filter(whose.getValue()::includes).toList();
        var isFiltered = !search.isEmpty() || whose.getValue() != Whose.ALL;
        filters.setVisible(isFiltered || !all.isEmpty());
        found.setText(Numbers.count(shown.size(), "project"));
        list.removeAll();
        if (!shown.isEmpty()) {
            shown.forEach(item -> list.add(new ProjectCard(item, clock, actions())));
        } else if (isFiltered) {
            list.add(new EmptyState(
                    "No project matches",
                    "Look for another word, or show all projects.",
                    Buttons.plain("Show all", this::showAll)));
        } else {
            list.add(nothingYet());
        }
    }

    private void showAll() {
        whose.setValue(Whose.ALL);
        search.clear();
    }

    private EmptyState nothingYet() {
        var what = "A project is a grid of histograms: a row for each model, a panel for each neuron, a colour for each"
                + " class of answers.";
        if (datasets.search(viewer.get(), "", 0, 1).total() == 0) {
            var toImport = Buttons.plain("Import a dataset", DatasetNavigation::toImport);
            return new EmptyState(
                    "No projects yet",
                    what + " Its numbers come from a dataset, and there is none yet.",
                    toImport,
                    newProject());
        }
        return new EmptyState("No projects yet", what, newProject());
    }

    private ProjectCard.Actions actions() {
        return new ProjectCard.Actions(
                item -> ProjectNavigation.open(item.id()),
                item -> ProjectNavigation.open(
                        projects.copy(viewer.get(), item.id()).id()),
                item -> {
                    projects.delete(viewer.get(), item.id());
                    load();
                });
    }

    /// The names on the screen, in their order.
    List<String> names() {
        return list.getChildren()
                .filter(ProjectCard.class::isInstance)
                .map(card -> ((ProjectCard) card).name())
                .toList();
    }
}
