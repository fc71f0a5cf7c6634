package org.histogrid.project.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Notices;
import org.histogrid.histogram.ui.SettingsDrawer;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectId;
import org.histogrid.stats.Statistic;
import org.jspecify.annotations.Nullable;

/// One project: its name, its grid, and what may be done with them. All edits are of one immutable content and are
/// shown at once; saving names the version they started from. The address says how the project is looked at.
@Route(ProjectNavigation.PROJECT)
@RouteAlias(ProjectNavigation.PANEL)
@PermitAll
class ProjectView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, BeforeLeaveObserver {

    private final OpenProject.Factory projects;
    private final ProjectHead.Factory heads;
    private final ProjectSaving saving;
    private final ProjectLooking looking;
    private final GridEditing editing;
    private final ThresholdBar thresholds;
    private final SettingsDrawer drawer =
            new SettingsDrawer(settings -> edit(draft().content().withSettings(settings)), this::closeSettings);
    private final Div main = new Div();
    private final Div body = new Div();

    private @Nullable OpenProject open;
    private @Nullable ProjectHead head;
    private @Nullable GridPanel grid;

    ProjectView(
            OpenProject.Factory projects,
            ProjectHead.Factory heads,
            ProjectSaving.Factory savings,
            ProjectLooking.Factory looks,
            GridEditing.Factory editings,
            ThresholdBar.Factory thresholds) {
        this.projects = projects;
        this.heads = heads;
        saving = savings.create(this);
        looking = looks.create(this);
        editing = editings.create(this, looking);
        this.thresholds = thresholds.create(looking);
        main.addClassName("hg-project-main");
        drawer.setVisible(false);
        getContent().addClassNames("hg-page", "hg-project");
        getContent().add(main, drawer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = ProjectNavigation.project(event.getRouteParameters());
        if (open == null || !draft().saved().id().equals(id)) {
            load(id);
        }
        try {
            open().follow(
                            event.getLocation().getQueryParameters().getParameters(),
                            ProjectNavigation.panel(event.getRouteParameters()));
        } catch (BadInput e) {
            Notices.showError("This address asks for what there is not. " + e.getMessage());
        }
        refresh();
    }

    void openStored(ProjectId id) {
        load(id);
        refresh();
    }

    private void load(ProjectId id) {
        open = projects.open(id);
        head = heads.create(this, saving, editing, looking);
        grid = new GridPanel(editing, draft().mayEdit());
        main.removeAll();
        main.add(head, thresholds, body);
    }

    @Override
    public String getPageTitle() {
        return draft().content().name() + " - Histogrid";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        saving.warn();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        UnsavedGuard.warn(false);
    }

    GridPanel grid() {
        return Objects.requireNonNull(grid, "No project is open");
    }

    OpenProject open() {
        return Objects.requireNonNull(open, "No project is open");
    }

    Draft draft() {
        return open().draft();
    }

    /// Shows an edit at once.
    ///
    /// @throws BadInput when its grid cannot be computed; nothing is changed then
    void edit(ProjectContent next) {
        show(draft().edited(next));
    }

    /// Heights that do not show the base rate.
    void showDensity() {
        var content = draft().content();
        edit(content.withSettings(content.settings().withStat(Statistic.DENSITY)));
    }

    void undo() {
        show(draft().undone());
    }

    void redo() {
        show(draft().redone());
    }

    void show(Draft next) {
        open().become(next);
        refresh();
        looking.showAddress();
    }

    void refresh() {
        var now = draft();
        Objects.requireNonNull(head).show(now, open().look().compact());
        drawer.show(now.content().settings());
        saving.warn();
        thresholds.show(open().scores(), open().look().thresholds());
        body.removeAll();
        if (now.content().rows().isEmpty()) {
            body.add(new NoRows(now.mayEdit(), editing::addRow));
        } else {
            body.add(grid());
            grid().show(looking.picture(), open().look().compact());
            grid().showWithout(open().look().hidden());
        }
        looking.showPanel();
    }

    void openSettings() {
        drawer.setVisible(!drawer.isVisible());
        getContent().setClassName("hg-drawer-open", drawer.isVisible());
        if (drawer.isVisible()) {
            drawer.focus();
        }
    }

    private void closeSettings() {
        openSettings();
        Objects.requireNonNull(head).focusSettings();
    }

    /// After something outside of the draft changed: who sees the project, or what was noted.
    void reload() {
        open().refreshFacts();
        refresh();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var stays = ProjectView.class.equals(event.getNavigationTarget())
                && ProjectNavigation.isOf(draft().saved().id(), event.getRouteParameters());
        if (!stays) {
            saving.ask(event);
        }
    }
}
