package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// One class: its name and the values that make it.
class ClassRow extends Composite<Div> {

    private final TextField name = new TextField("Class");
    private final MultiSelectComboBox<String> values = new MultiSelectComboBox<>("Values");
    private final Button remove = new Button(VaadinIcon.CLOSE_SMALL.create());

    ClassRow(String givenName, List<String> given, List<String> choices, Runnable changed) {
        var all = new LinkedHashSet<>(given);
        all.addAll(choices);
        var items = new ArrayList<>(all);
        name.setValue(givenName);
        name.addValueChangeListener(_ -> changed.run());
        values.setItems(items);
        values.setValue(new LinkedHashSet<>(given));
        values.setAllowCustomValue(true);
        values.addCustomValueSetListener(event -> {
            var chosen = new LinkedHashSet<>(values.getValue());
            chosen.add(event.getDetail());
            if (!items.contains(event.getDetail())) {
                items.add(event.getDetail());
                values.setItems(items);
            }
            values.setValue(chosen);
        });
        values.addValueChangeListener(_ -> changed.run());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel("Remove class");
        remove.setTooltipText("Remove class");
        getContent().addClassName("hg-field-row");
        getContent().add(name, values, remove);
    }

    void onRemove(Runnable action) {
        remove.addClickListener(_ -> action.run());
    }

    String name() {
        return name.getValue();
    }

    List<String> values() {
        return List.copyOf(values.getValue());
    }
}
