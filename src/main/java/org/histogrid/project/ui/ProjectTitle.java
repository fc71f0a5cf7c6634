package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.histogrid.project.ProjectContent;

/// The name and the description of a project, edited in their place by those who may.
final class ProjectTitle extends Composite<Div> {

    private final boolean mayEdit;
    private final BiConsumer<String, String> onChange;
    private final H1 heading = new H1();
    private final Paragraph text = new Paragraph();
    private final TextField name = new TextField("Name");
    private final TextArea description = new TextArea("Description");
    private final Button rename = new Button("Rename");
    private final Div reading = new Div();
    private final Div editing = new Div();

    ProjectTitle(boolean mayEdit, BiConsumer<String, String> onChange) {
        this.mayEdit = mayEdit;
        this.onChange = onChange;
        rename.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        rename.setAriaLabel("Edit name and description");
        rename.addClickListener(_ -> edit(true));
        rename.setVisible(mayEdit);
        text.addClassName("hg-description");
        var line = new Div(heading, rename);
        line.addClassName("hg-title-line");
        reading.add(line, text);
        name.setMaxLength(ProjectContent.NAME_MAX_LENGTH);
        name.setRequiredIndicatorVisible(true);
        name.addClassName("hg-wide");
        description.setMaxLength(ProjectContent.DESCRIPTION_MAX_LENGTH);
        description.addClassName("hg-wide");
        var done = new Button("Done", _ -> accept());
        name.addKeyPressListener(Key.ENTER, _ -> accept());
        var cancel = new Button("Cancel", _ -> edit(false));
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(done, cancel);
        buttons.addClassName("hg-actions");
        editing.add(name, description, buttons);
        editing.addClassName("hg-title-form");
        editing.setVisible(false);
        getContent().add(reading, editing);
    }

    void show(String newName, String newDescription) {
        heading.setText(newName);
        text.setText(newDescription);
        text.setVisible(!newDescription.isEmpty());
    }

    private void edit(boolean on) {
        name.setInvalid(false);
        name.setValue(heading.getText());
        description.setValue(text.getText());
        editing.setVisible(on && mayEdit);
        reading.setVisible(!editing.isVisible());
        if (on) {
            name.focus();
        } else {
            rename.focus();
        }
    }

    private void accept() {
        if (name.getValue().isBlank()) {
            name.setErrorMessage("A project has a name.");
            name.setInvalid(true);
            return;
        }
        onChange.accept(name.getValue(), description.getValue());
        edit(false);
    }
}
