package org.histogrid.finding.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.finding.FindingText;

/// Asks for the type, the title and the text of a finding.
final class FindingDialog extends Dialog {

    private final FindingForm form = new FindingForm();
    private final Consumer<FindingText> onSave;

    private FindingDialog(String title, String verb, Consumer<FindingText> onSave) {
        this.onSave = onSave;
        setHeaderTitle(title);
        addClassName("hg-dialog");
        add(form);
        var save = new Button(verb, _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        form.focus();
    }

    static FindingDialog forNew(String title, Consumer<FindingText> onSave) {
        return new FindingDialog(title, "Save finding", onSave);
    }

    static FindingDialog forChange(String title, FindingText text, Consumer<FindingText> onSave) {
        var dialog = new FindingDialog(title, "Save finding", onSave);
        dialog.form.show(text);
        return dialog;
    }

    private void save() {
        try {
            onSave.accept(form.read());
            close();
        } catch (BadInput e) {
            form.show(e);
        }
    }
}
