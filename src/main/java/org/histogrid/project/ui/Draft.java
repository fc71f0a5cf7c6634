package org.histogrid.project.ui;

import java.util.ArrayList;
import java.util.List;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;

/// A project as it is stored, what it is on the screen, and the steps between that can be undone and
/// done again.
///
/// @param before the steps back, the last one first to be undone
/// @param after the steps that were undone, the last one first to be done again
record Draft(ProjectDetails saved, ProjectContent content, List<ProjectContent> before, List<ProjectContent> after) {

    private static final int MOST_STEPS = 100;

    Draft {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Draft of(ProjectDetails saved) {
        return new Draft(saved, saved.content(), List.of(), List.of());
    }

    /// With what an address says of it, which is no step to undo.
    Draft linked(ProjectContent shown) {
        return new Draft(saved, shown, before, after);
    }

    /// Whether somebody changed it here, and would miss that.
    boolean isWorkedOn() {
        return isDirty() && canUndo();
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

    boolean canRedo() {
        return !after.isEmpty();
    }

    Draft edited(ProjectContent next) {
        if (next.equals(content)) {
            return this;
        }
        return new Draft(saved, next, with(before, content), List.of());
    }

    /// The same content and steps, now stored.
    Draft savedAs(ProjectDetails stored) {
        return new Draft(stored, stored.content(), before, after);
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
        return new Draft(same, content, before, after);
    }

    Draft undone() {
        return canUndo() ? new Draft(saved, before.getLast(), withoutLast(before), with(after, content)) : this;
    }

    Draft redone() {
        return canRedo() ? new Draft(saved, after.getLast(), with(before, content), withoutLast(after)) : this;
    }

    private static List<ProjectContent> with(List<ProjectContent> steps, ProjectContent step) {
        var more = new ArrayList<>(steps.subList(Math.max(0, steps.size() - MOST_STEPS + 1), steps.size()));
        more.add(step);
        return more;
    }

    private static List<ProjectContent> withoutLast(List<ProjectContent> steps) {
        return steps.subList(0, steps.size() - 1);
    }
}
