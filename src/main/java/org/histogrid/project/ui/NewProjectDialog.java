package org.histogrid.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Buttons;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;

/// Asks for a name and goes to the new, empty project.
final class NewProjectDialog extends Dialog {

    private final ProjectService projects;
    private final CurrentViewer viewer;
    private final TextField name = new TextField("Name");

    NewProjectDialog(ProjectService projects, CurrentViewer viewer) {
        this.projects = projects;
        this.viewer = viewer;
        setHeaderTitle("New project");
        addClassName("hg-dialog");
        name.setMaxLength(ProjectContent.NAME_MAX_LENGTH);
        name.setHelperText("Such as Truthfulness neurons, last layer");
        name.setRequiredIndicatorVisible(true);
        name.addClassName("hg-wide");
        name.addKeyPressListener(Key.ENTER, _ -> create());
        name.focus();
        add(name);
        getFooter().add(Buttons.plain("Cancel", this::close), Buttons.primary("Create project", this::create));
    }

    private void create() {
        try {
            var project = projects.create(viewer.get(), ProjectContent.empty(name.getValue()));
            close();
            ProjectNavigation.open(project.id());
        } catch (BadInput e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
            name.focus();
        }
    }
}
