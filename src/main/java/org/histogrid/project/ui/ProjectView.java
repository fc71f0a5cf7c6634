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
import org.histogrid.dataset.DatasetService;
import org.histogrid.histogram.ui.SettingsDrawer;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Statistic;
import org.jspecify.annotations.Nullable;

/// One project: its name, its grid, and what may be done with them. All edits are of one immutable content and are
/// shown at once; saving names the version they started from. The address says how the project is looked at.
@Route(ProjectNavigation.PROJECT)
@RouteAlias(ProjectNavigation.PANEL)
@PermitAll
class ProjectView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, BeforeLeaveObserver {

    private final ProjectService projects;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private final ProjectHead.Factory heads;
    private final ProjectSaving saving;
    private final GridEditing editing;
    private final ShareDialog.Factory shareDialogs;
    private final ExportDialog.Factory exportDialogs;
    private final ProjectLooking looking;
    private final ThresholdBar thresholds;
    private final SettingsDrawer drawer =
            new SettingsDrawer(settings -> edit(draft().content().withSettings(settings)), this::closeSettings);
    private final Div main = new Div();
    private final Div body = new Div();

    private @Nullable OpenProject open;
    private @Nullable ProjectHead head;
    private @Nullable GridPanel grid;

    ProjectView(
            ProjectService projects,
            DatasetService datasets,
            CurrentViewer viewer,
            ProjectHead.Factory heads,
            GridEditing.Factory editings,
            ShareDialog.Factory shareDialogs,
            ExportDialog.Factory exportDialogs,
            ThresholdBar.Factory thresholds,
            ProjectLooking.Factory looking) {
        this.projects = projects;
        this.datasets = datasets;
        this.viewer = viewer;
        this.heads = heads;
        saving = new ProjectSaving(projects, viewer, this::openStored, this::saveCopy);
        this.shareDialogs = shareDialogs;
        this.exportDialogs = exportDialogs;
        this.looking = looking.create(this);
        editing = editings.create(this, this.looking);
        this.thresholds = thresholds.create(this.looking);
        main.addClassName("hg-project-main");
        drawer.setVisible(false);
        getContent().addClassNames("hg-page", "hg-project");
        getContent().add(main, drawer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = ProjectNavigation.project(event.getRouteParameters());
        if (open == null || !draft().saved().id().equals(id)) {
            openStored(id);
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

    private void openStored(ProjectId id) {
        var opened = Draft.of(projects.find(viewer.get(), id));
        open = new OpenProject(projects, datasets, viewer, opened);
        head = heads.create(opened.mayEdit(), this);
        grid = new GridPanel(editing, opened.mayEdit());
        main.removeAll();
        main.add(head, thresholds, body);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return draft().content().name() + " - Histogrid";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UnsavedGuard.warn(draft().mayEdit() && draft().isWorkedOn());
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

    private void show(Draft next) {
        open().become(next);
        refresh();
        looking.showAddress();
    }

    void refresh() {
        var now = draft();
        Objects.requireNonNull(head).show(now, open().look().compact());
        drawer.show(now.content().settings());
        UnsavedGuard.warn(now.mayEdit() && now.isWorkedOn());
        thresholds.show(open().scores(), open().look().thresholds());
        body.removeAll();
        if (now.content().rows().isEmpty()) {
            body.add(new NoRows(now.mayEdit(), this::addRow));
        } else {
            body.add(grid());
            grid().show(looking.picture(), open().look().compact());
            grid().showWithout(open().look().hidden());
            looking.showPanel();
        }
    }

    void save() {
        saving.save(draft()).ifPresent(saved -> {
            show(saved);
            Notices.show("Saved.");
        });
    }

    /// Keeps what is on the screen as a project of one's own, and goes there.
    void saveCopy() {
        var copy = saving.copy(draft());
        open().become(Draft.of(draft().saved()));
        ProjectNavigation.open(copy);
    }

    void share() {
        shareDialogs.create(draft().saved().id(), this::reload).open();
    }

    void export() {
        exportDialogs.create(open()).open();
    }

    void addRow() {
        editing.addRow();
    }

    void addNeurons() {
        editing.addNeurons(0);
    }

    void compact(boolean on) {
        open().become(open().look().compact(on));
        refresh();
        looking.showAddress();
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
        if (!stays && draft().mayEdit() && draft().isWorkedOn()) {
            UnsavedGuard.ask(event.postpone(), this::save, () -> !draft().isDirty());
        }
    }
}
