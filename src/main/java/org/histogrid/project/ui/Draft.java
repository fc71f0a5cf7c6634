package org.histogrid.project.ui;

import java.util.ArrayList;
import java.util.List;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;

/// A project as it is stored, what it is on the screen, and the steps between that can be undone.
record Draft(ProjectDetails saved, ProjectContent content, List<ProjectContent> before) {

    private static final int MOST_STEPS = 100;

    Draft {
        before = List.copyOf(before);
    }

    static Draft of(ProjectDetails saved) {
        return new Draft(saved, saved.content(), List.of());
    }

    boolean isDirty() {
        return !content.equals(saved.content());
    }

    boolean mayEdit() {
        return saved.sharing().mayEdit();
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    Draft edited(ProjectContent next) {
        if (next.equals(content)) {
            return this;
        }
        var steps = new ArrayList<>(before.subList(Math.max(0, before.size() - MOST_STEPS + 1), before.size()));
        steps.add(content);
        return new Draft(saved, next, steps);
    }

    /// The same edits, with newer facts about the stored project. Its version stays the one they started from.
    Draft about(ProjectDetails facts) {
        var same = new ProjectDetails(
                saved.id(),
                saved.version(),
                saved.content(),
                facts.sharing(),
                saved.createdAt(),
                saved.changedAt(),
                saved.changedBy());
        return new Draft(same, content, before);
    }

    Draft undone() {
        return canUndo() ? new Draft(saved, before.getLast(), before.subList(0, before.size() - 1)) : this;
    }
}
