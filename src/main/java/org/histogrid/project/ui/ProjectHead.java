package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.When;
import org.histogrid.sharing.Visibility;

/// What stands above a grid: name and description, whether all is saved, and the actions.
final class ProjectHead extends Composite<Div> {

    private final Clock clock;
    private final ProjectTitle title;
    private final Div state = new Div();
    private final Button undo;
    private final Button redo;
    private final CompactSwitch compact;
    private final Button settings;
    private final Button addRow;
    private final Button addNeurons;

    /// Makes heads with the services of the application.
    @SpringComponent
    static class Factory {

        private final ShareDialog.Factory shareDialogs;
        private final ExportDialog.Factory exportDialogs;
        private final Clock clock;

        Factory(ShareDialog.Factory shareDialogs, ExportDialog.Factory exportDialogs, Clock clock) {
            this.shareDialogs = shareDialogs;
            this.exportDialogs = exportDialogs;
            this.clock = clock;
        }

        ProjectHead create(ProjectView view, ProjectSaving saving, GridEditing editing, ProjectLooking looking) {
            return new ProjectHead(this, view, saving, editing, looking);
        }
    }

    private ProjectHead(
            Factory services, ProjectView view, ProjectSaving saving, GridEditing editing, ProjectLooking looking) {
        clock = services.clock;
        var mayEdit = view.draft().mayEdit();
        title = new ProjectTitle(
                mayEdit, (name, description) -> view.edit(view.draft().content().named(name, description)));
        state.addClassName("hg-saved-state");
        state.getElement().setAttribute("role", "status");
        undo = step("Undo", "Take the last change back (Ctrl+Z)", view::undo);
        redo = step("Redo", "Make the change again that was taken back (Ctrl+Shift+Z)", view::redo);
        settings = Buttons.plain("Settings", view::openSettings);
        settings.setAriaLabel("Settings of the histograms");
        addRow = Buttons.plain("Add row", editing::addRow);
        addNeurons = Buttons.primary("Add neurons", () -> editing.addNeurons(0));
        compact = new CompactSwitch(looking::compact);
        var export = Buttons.plain(
                "Export", () -> services.exportDialogs.create(view.open()).open());
        export.setAriaLabel("Export the grid as a figure");
        var actions = new Div(undo, redo, compact, export);
        actions.addClassName("hg-actions");
        if (mayEdit) {
            var share = Buttons.plain(
                    "Share",
                    () -> services.shareDialogs
                            .create(view.draft().saved().id(), view::reload)
                            .open());
            actions.add(saveButton(saving), share, settings, addRow, addNeurons);
        } else {
            actions.add(settings, Buttons.primary("Save a copy", saving::saveCopy));
        }
        var words = new Div(title, state);
        words.addClassName("hg-page-words");
        getContent().addClassName("hg-page-header");
        getContent().add(words, actions, new EditKeys(view::undo, view::redo));
    }

    private static Button step(String name, String what, Runnable action) {
        var button = Buttons.plain(name, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(what);
        return button;
    }

    private static Button saveButton(ProjectSaving saving) {
        var save = Buttons.plain("Save", saving::save);
        // What is being typed counts, too
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL).resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(save, saving::save, Key.KEY_S, KeyModifier.META)
                .resetFocusOnActiveElement();
        return save;
    }

    void show(Draft draft, boolean isCompact) {
        title.show(draft.content().name(), draft.content().description());
        compact.show(isCompact);
        undo.setEnabled(draft.canUndo());
        redo.setEnabled(draft.canRedo());
        addRow.setThemeVariant(ButtonVariant.PRIMARY, draft.content().rows().isEmpty());
        addNeurons.setVisible(!draft.content().rows().isEmpty());
        state.removeAll();
        if (draft.isDirty()) {
            var text = draft.mayEdit() ? "Unsaved changes" : "Your changes are kept only in a copy";
            var unsaved = new Span(text);
            unsaved.addClassName("hg-unsaved");
            state.add(unsaved);
        } else {
            state.add(
                    new Span("Saved "),
                    When.relative(draft.saved().changedAt(), clock),
                    new Span(" by " + draft.saved().changedBy()));
        }
        var shared = draft.saved().sharing().visibility() == Visibility.TEAM ? "Team" : "Private";
        var mark = new Span(shared);
        mark.addClassName("hg-mark");
        state.add(mark);
    }

    void focusSettings() {
        settings.focus();
    }
}
