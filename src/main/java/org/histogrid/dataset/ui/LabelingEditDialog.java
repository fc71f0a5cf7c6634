package org.histogrid.dataset.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.histogrid.base.Conflict;
import org.histogrid.base.ui.Failures;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingLook;
import org.histogrid.dataset.LabelingLook.ClassLook;
import org.histogrid.dataset.LabelingService;

/// Names and colours of a labeling and its classes. The samples keep their classes.
class LabelingEditDialog extends Dialog {

    private final TextField name = new TextField("Name");
    private final List<TextField> names = new ArrayList<>();
    private final List<Select<Integer>> colours = new ArrayList<>();
    private LabelingLook look;

    LabelingEditDialog(Labeling labeling, Consumer<LabelingLook> action) {
        super("Edit labeling");
        look = LabelingLook.of(labeling);
        name.setValue(labeling.name());
        name.setMaxLength(LabelingService.NAME_MAX_LENGTH);
        var form = new Div(name);
        labeling.classes().forEach(one -> form.add(row(one)));
        form.addClassName("hg-form");
        addClassName("hg-dialog");
        add(form);
        var save = new Button("Save", _ -> save(action));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    private Div row(LabelClass one) {
        var position = names.size();
        var className = new TextField("Class %d".formatted(position + 1));
        className.setValue(one.name());
        className.setMaxLength(LabelingService.NAME_MAX_LENGTH);
        var colour = new Select<Integer>();
        colour.setLabel("Colour of class %d".formatted(position + 1));
        colour.setItems(IntStream.rangeClosed(1, LabelClass.COLOURS).boxed().toList());
        colour.setRenderer(new ComponentRenderer<>(LabelingEditDialog::swatch));
        colour.setValue(one.colour());
        colour.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                recolour(position, event.getValue());
            }
        });
        names.add(className);
        colours.add(colour);
        var row = new Div(className, colour);
        row.addClassName("hg-field-row");
        return row;
    }

    private static Span swatch(Integer colour) {
        var patch = new Span();
        patch.addClassName("hg-swatch");
        patch.getStyle().set("--hg-swatch", "var(--hg-class-%d)".formatted(colour));
        var swatch = new Span(patch, new Span("Colour " + colour));
        swatch.addClassName("hg-colour");
        return swatch;
    }

    /// Who has this colour takes the other one, at once and to be seen.
    private void recolour(int position, int colour) {
        look = look.withColour(position, colour);
        for (var i = 0; i < colours.size(); i++) {
            colours.get(i).setValue(look.classes().get(i).colour());
        }
    }

    private void save(Consumer<LabelingLook> action) {
        try {
            if (FieldErrors.attempt(Map.of("name", name, "classes", names.getFirst()), () -> action.accept(typed()))) {
                close();
            }
        } catch (Conflict e) {
            name.setErrorMessage(Failures.tell(e));
            name.setInvalid(true);
        }
    }

    private LabelingLook typed() {
        var classes = new ArrayList<ClassLook>();
        for (var i = 0; i < names.size(); i++) {
            classes.add(
                    new ClassLook(names.get(i).getValue(), look.classes().get(i).colour()));
        }
        return new LabelingLook(name.getValue(), classes);
    }
}
