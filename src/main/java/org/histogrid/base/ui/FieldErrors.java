package org.histogrid.base.ui;

import com.vaadin.flow.component.HasValidation;
import java.util.Map;
import org.histogrid.base.BadInput;

/// Tells what is wrong with a form at the field it is about.
public final class FieldErrors {

    private FieldErrors() {}

    /// Does it and answers true; where input is refused, shows the sentence at the field of that name, or as a
    /// notice where the form has none, and answers false.
    public static boolean attempt(Map<String, ? extends HasValidation> fields, Runnable action) {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            action.run();
            return true;
        } catch (BadInput e) {
            show(e, fields);
            return false;
        }
    }

    public static void show(BadInput problem, Map<String, ? extends HasValidation> fields) {
        var sentence = String.valueOf(problem.getMessage());
        var field = problem.field().map(fields::get);
        if (field.isPresent()) {
            field.get().setErrorMessage(sentence);
            field.get().setInvalid(true);
        } else {
            Notices.showError(sentence);
        }
    }
}
