package org.histogrid.project.ui;

import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.base.Stale;
import org.histogrid.base.ui.Notices;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;

/// Saves drafts; where somebody else saved first it asks what to do, and the draft stays as it is until then.
final class ProjectSaving {

    private final ProjectService projects;
    private final CurrentViewer viewer;
    private final Consumer<ProjectId> openTheirs;
    private final Runnable saveCopy;

    ProjectSaving(ProjectService projects, CurrentViewer viewer, Consumer<ProjectId> openTheirs, Runnable saveCopy) {
        this.projects = projects;
        this.viewer = viewer;
        this.openTheirs = openTheirs;
        this.saveCopy = saveCopy;
    }

    /// The draft as it is now stored, or nothing where it could not be saved.
    Optional<Draft> save(Draft draft) {
        if (!draft.mayEdit()) {
            return Optional.empty();
        }
        var from = draft.saved();
        try {
            return Optional.of(draft.savedAs(projects.save(viewer.get(), from.id(), from.version(), draft.content())));
        } catch (Stale e) {
            new StaleDialog(e, () -> openTheirs.accept(from.id()), saveCopy).open();
        } catch (BadInput e) {
            Notices.showError(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    ProjectId copy(Draft draft) {
        return projects.create(viewer.get(), ProjectCopies.of(draft.content())).id();
    }
}
