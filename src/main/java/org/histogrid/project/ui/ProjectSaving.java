package org.histogrid.project.ui;

import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.histogrid.base.BadInput;
import org.histogrid.base.Stale;
import org.histogrid.base.ui.Notices;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;

/// Keeps what was done to a project: saves its draft, or a copy, and lets nobody leave without being asked. Where
/// somebody else saved first it asks what to do, and the draft stays as it is until then.
final class ProjectSaving {

    @SpringComponent
    static class Factory {

        private final ProjectService projects;
        private final CurrentViewer viewer;

        Factory(ProjectService projects, CurrentViewer viewer) {
            this.projects = projects;
            this.viewer = viewer;
        }

        ProjectSaving create(ProjectView view) {
            return new ProjectSaving(this, view);
        }
    }

    private final Factory services;
    private final ProjectView view;

    private ProjectSaving(Factory services, ProjectView view) {
        this.services = services;
        this.view = view;
    }

    void save() {
        var draft = view.draft();
        if (!draft.mayEdit()) {
            return;
        }
        var from = draft.saved();
        try {
            view.show(draft.savedAs(
                    services.projects.save(services.viewer.get(), from.id(), from.version(), draft.content())));
            Notices.show("Saved.");
        } catch (Stale e) {
            new StaleDialog(e, () -> view.openStored(from.id()), this::saveCopy).open();
        } catch (BadInput e) {
            Notices.showError(String.valueOf(e.getMessage()));
        }
    }

    /// Keeps what is on the screen as a project of one's own, and goes there.
    void saveCopy() {
        var draft = view.draft();
        var copy = services.projects.create(services.viewer.get(), ProjectCopies.of(draft.content()));
        view.open().become(Draft.of(draft.saved()));
        ProjectNavigation.open(copy.id());
    }

    void warn() {
        UnsavedGuard.warn(isUnsaved());
    }

    /// Asks whoever leaves for another page with unsaved changes.
    void ask(BeforeLeaveEvent event) {
        if (isUnsaved()) {
            UnsavedGuard.ask(event.postpone(), this::save, () -> !view.draft().isDirty());
        }
    }

    private boolean isUnsaved() {
        return view.draft().mayEdit() && view.draft().isWorkedOn();
    }
}
