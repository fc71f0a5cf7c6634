package org.histogrid.dataset.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.BiConsumer;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;

class EditDialog extends Dialog {

    EditDialog(DatasetDetails dataset, BiConsumer<String, String> action) {
        super("Edit dataset");
        var name = new TextField("Name");
        name.setValue(dataset.name());
        name.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        var description = new TextArea("Description");
        description.setValue(dataset.description());
        description.setMaxLength(DatasetService.DESCRIPTION_MAX_LENGTH);
        var form = new Div(name, description);
        form.addClassName("hg-form");
        add(form);
        var save = new Button("Save", _ -> {
            if (FieldErrors.attempt(
                    Map.of("name", name, "description", description),
                    () -> action.accept(name.getValue(), description.getValue()))) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }
}
