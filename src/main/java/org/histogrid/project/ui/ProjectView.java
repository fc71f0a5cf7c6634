package org.histogrid.project.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.figure.ClassColours;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ui.SettingsDrawer;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;
import org.jspecify.annotations.Nullable;

/// One project: its name, its grid, and what may be done with them. All edits are of one immutable content and are
/// shown
/// at once; saving names the version they started from.
@Route("projects")
@PermitAll
class ProjectView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle, BeforeLeaveObserver {

    private final ProjectService projects;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private final FindingNavigation findings;
    private final ProjectHead.Factory heads;
    private final ProjectSaving saving;
    private final RowDialog.Factory rowDialogs;
    private final ShareDialog.Factory shareDialogs;
    private final SettingsDrawer drawer =
            new SettingsDrawer(settings -> edit(draft().content().withSettings(settings)), this::closeSettings);
    private final Div main = new Div();
    private final Div body = new Div();

    private @Nullable Draft draft;
    private @Nullable ComputedGrid computed;
    private @Nullable ProjectHead head;
    private @Nullable GridPanel grid;

    ProjectView(
            ProjectService projects,
            DatasetService datasets,
            CurrentViewer viewer,
            FindingNavigation findings,
            ProjectHead.Factory heads,
            RowDialog.Factory rowDialogs,
            ShareDialog.Factory shareDialogs) {
        this.projects = projects;
        this.datasets = datasets;
        this.viewer = viewer;
        this.findings = findings;
        this.heads = heads;
        saving = new ProjectSaving(projects, viewer, this::openStored, this::saveCopy);
        this.rowDialogs = rowDialogs;
        this.shareDialogs = shareDialogs;
        main.addClassName("hg-project-main");
        drawer.setVisible(false);
        getContent().addClassNames("hg-page", "hg-project");
        getContent().add(main, drawer);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        openStored(ProjectNavigation.parse(parameter));
    }

    private void openStored(ProjectId id) {
        open(Draft.of(projects.find(viewer.get(), id)));
    }

    @Override
    public String getPageTitle() {
        return draft().content().name() + " - Histogrid";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UnsavedGuard.warn(draft().mayEdit() && draft().isDirty());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        UnsavedGuard.warn(false);
    }

    private void open(Draft opened) {
        draft = opened;
        computed = projects.grid(viewer.get(), opened.saved().id());
        head = heads.create(opened.mayEdit(), this);
        grid = new GridPanel(new GridEditing(this, findings, rowDialogs), opened.mayEdit());
        main.removeAll();
        main.add(head, body);
        refresh();
    }

    GridPanel grid() {
        return Objects.requireNonNull(grid, "No project is open");
    }

    Draft draft() {
        return Objects.requireNonNull(draft, "No project is open");
    }

    /// Shows an edit at once.
    ///
    /// @throws BadInput when its grid cannot be computed; nothing is changed then
    void edit(ProjectContent next) {
        show(draft().edited(next));
    }

    void undo() {
        show(draft().undone());
    }

    private void show(Draft next) {
        if (!next.content().toGrid().equals(draft().content().toGrid())) {
            computed = projects.preview(viewer.get(), next.saved().id(), next.content());
        }
        draft = next;
        refresh();
    }

    private void refresh() {
        var now = draft();
        Objects.requireNonNull(head).show(now);
        drawer.show(now.content().settings());
        UnsavedGuard.warn(now.mayEdit() && now.isDirty());
        body.removeAll();
        if (now.content().rows().isEmpty()) {
            body.add(new NoRows(now.mayEdit(), this::addRow));
        } else {
            body.add(grid());
            grid().show(picture());
        }
    }

    private GridPicture picture() {
        var content = draft().content();
        return new GridPicture(
                Objects.requireNonNull(computed),
                content.rows().stream().map(row -> row.label()).toList(),
                findings.counts(viewer.get(), ProjectNeurons.of(content)));
    }

    void save() {
        saving.save(draft()).ifPresent(this::becomeSaved);
    }

    private void becomeSaved(Draft saved) {
        draft = saved;
        refresh();
        Notices.show("Saved.");
    }

    /// Keeps what is on the screen as a project of one's own, and goes there.
    void saveCopy() {
        var copy = saving.copy(draft());
        draft = Draft.of(draft().saved());
        ProjectNavigation.open(copy);
    }

    void share() {
        shareDialogs.create(draft().saved().id(), this::reload).open();
    }

    void addRow() {
        rowDialogs
                .create("Add row", Optional.empty(), row -> edit(GridEdits.addRow(draft().content(), row)))
                .open();
    }

    void enlarge(int row, int column) {
        var picture = picture();
        new EnlargedPanel(
                        picture.grid().rows().get(row).panels().get(column),
                        picture.grid().settings(),
                        ClassColours.of(picture.grid()),
                        picture.labels().get(row))
                .open();
    }

    void openNeuron(int row, int column) {
        var neuron = ProjectNeurons.at(draft().content(), row, column);
        var dataset = datasets.find(viewer.get(), neuron.dataset());
        var path = NeuronAddress.path(dataset, dataset.requireHookPoint(neuron.hookPoint()), neuron.neuron());
        UI.getCurrent().getPage().setLocation(path);
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
        draft = draft().about(projects.find(viewer.get(), draft().saved().id()));
        refresh();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (draft != null && draft.mayEdit() && draft.isDirty()) {
            UnsavedGuard.ask(event.postpone(), this::save, () -> !draft().isDirty());
        }
    }
}
