package org.histogrid.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Denied;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.dataset.LabelingService;

/// Asks for the name under which a moved threshold becomes a labeling.
final class StoreThresholdDialog extends Dialog {

    private final Consumer<String> store;
    private final TextField name = new TextField("Name");

    StoreThresholdDialog(List<ScoreRow> rows, double threshold, Consumer<String> store) {
        this.store = store;
        setHeaderTitle("Save as labeling");
        addClassName("hg-dialog");
        var first = rows.getFirst();
        name.setValue("%s at %s".formatted(first.labeling().name(), Numbers.significant(threshold)));
        name.setMaxLength(LabelingService.NAME_MAX_LENGTH);
        name.addClassName("hg-wide");
        name.addKeyPressListener(Key.ENTER, _ -> accept());
        name.focus();
        var body = new Div(
                new Paragraph("Everybody who sees %s finds it there. The rows of this project use it from then on."
                        .formatted(rows.stream()
                                .map(ScoreRow::datasetName)
                                .distinct()
                                .collect(Collectors.joining(", ")))),
                name);
        body.addClassName("hg-fields");
        add(body);
        getFooter().add(Buttons.plain("Cancel", this::close), Buttons.primary("Save labeling", this::accept));
    }

    private void accept() {
        try {
            store.accept(name.getValue());
            close();
        } catch (BadInput | Conflict e) {
            fail(String.valueOf(e.getMessage()));
        } catch (Denied e) {
            fail("Only who may change these datasets can add a labeling to them.");
        }
    }

    private void fail(String sentence) {
        name.setErrorMessage(sentence);
        name.setInvalid(true);
        name.focus();
    }
}
