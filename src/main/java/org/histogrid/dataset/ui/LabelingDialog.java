package org.histogrid.dataset.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.Conflict;
import org.histogrid.base.ui.Failures;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.SampleColumn;
import org.histogrid.sharing.CurrentViewer;

/// A new labeling from a column of the samples.
class LabelingDialog extends Dialog {

    private static final int LOOKED_AT = 500;
    private static final int MOST_CHOICES = 50;

    private final DatasetDetails dataset;
    private final transient DatasetService datasets;
    private final transient CurrentViewer viewer;
    private final transient Runnable changed;
    private final TextField name = new TextField("Name");
    private final Select<SampleColumn> column = new Select<>();
    private final ClassesForm classes = new ClassesForm();

    LabelingDialog(DatasetDetails dataset, DatasetService datasets, CurrentViewer viewer, Runnable changed) {
        super("Add labeling");
        this.dataset = dataset;
        this.datasets = datasets;
        this.viewer = viewer;
        this.changed = changed;
        column.setLabel("Column");
        column.setItems(dataset.columns());
        column.setItemLabelGenerator(SampleColumn::name);
        column.addValueChangeListener(event -> useColumn(event.getValue()));
        name.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        var form = new Div(column, name, classes);
        form.addClassName("hg-form");
        add(form);
        var save = new Button("Add", _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        column.setValue(dataset.columns().getFirst());
    }

    private void useColumn(SampleColumn chosen) {
        name.setValue(chosen.name());
        classes.choices(valuesOf(chosen.name()));
        classes.show(LabelingValues.usual(valuesOf(chosen.name())), Optional.empty());
    }

    /// The different values among the first samples; others can be typed.
    private List<String> valuesOf(String chosen) {
        var values = new LinkedHashSet<String>();
        datasets.samples(viewer.get(), dataset.id(), 0, LOOKED_AT)
                .forEach(sample -> values.add(sample.attributes().getOrDefault(chosen, "")));
        values.remove("");
        return values.stream().limit(MOST_CHOICES).toList();
    }

    private void save() {
        try {
            var done = FieldErrors.attempt(
                    Map.of("name", name, "values", classes, "threshold", classes, "above", classes),
                    () -> datasets.addLabeling(viewer.get(), dataset.id(), name.getValue(), rule()));
            if (done) {
                close();
                Notices.show("The labeling %s is added.".formatted(name.getValue()));
                changed.run();
            }
        } catch (Conflict e) {
            name.setErrorMessage(Failures.tell(e));
            name.setInvalid(true);
        }
    }

    private LabelingRule rule() {
        return new LabelingRule(
                column.getValue().name(),
                classes.values().orElse(null),
                classes.threshold().map(ClassesForm.Threshold::value).orElse(null),
                classes.threshold().map(ClassesForm.Threshold::above).orElse(null),
                classes.threshold().map(ClassesForm.Threshold::below).orElse(null));
    }
}
