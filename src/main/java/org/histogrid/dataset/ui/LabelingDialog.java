package org.histogrid.dataset.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.ui.Failures;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.SampleColumn;
import org.histogrid.sharing.CurrentViewer;
import org.jspecify.annotations.Nullable;

/// A new labeling from a column of the samples: by its values, or where it is a score by a threshold.
class LabelingDialog extends Dialog {

    private static final int LOOKED_AT = 500;
    private static final int MOST_CHOICES = 50;
    private static final int FEW = 8;
    private static final String BY_VALUES = "By values";
    private static final String BY_THRESHOLD = "By a threshold";

    private final DatasetDetails dataset;
    private final transient DatasetService datasets;
    private final transient LabelingService labelings;
    private final transient CurrentViewer viewer;
    private final transient Runnable changed;
    private final TextField name = new TextField("Name");
    private final Select<SampleColumn> column = new Select<>();
    private final RadioButtonGroup<String> way = new RadioButtonGroup<>("Classes");
    private final ClassesForm classes = new ClassesForm();
    private final Div byThreshold = new Div();
    private @Nullable ThresholdForm threshold;

    LabelingDialog(
            DatasetDetails dataset,
            DatasetService datasets,
            LabelingService labelings,
            CurrentViewer viewer,
            Runnable changed) {
        super("Add labeling");
        this.dataset = dataset;
        this.datasets = datasets;
        this.labelings = labelings;
        this.viewer = viewer;
        this.changed = changed;
        column.setLabel("Column");
        column.setItems(dataset.columns());
        column.setItemLabelGenerator(SampleColumn::name);
        column.addValueChangeListener(event -> useColumn(event.getValue()));
        name.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        way.setItems(BY_VALUES, BY_THRESHOLD);
        way.addValueChangeListener(_ -> showWay());
        classes.onlyValues();
        var form = new Div(column, name, way, classes, byThreshold);
        form.addClassName("hg-form");
        addClassName("hg-dialog");
        add(form);
        var save = new Button("Add", _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        column.setValue(dataset.columns().getFirst());
    }

    private void useColumn(SampleColumn chosen) {
        name.setValue(chosen.name());
        threshold = null;
        byThreshold.removeAll();
        var values = valuesOf(chosen.name());
        classes.choices(values);
        classes.show(LabelingValues.usual(values), Optional.empty());
        var score = LabelingValues.areScores(values);
        way.setVisible(score);
        way.setValue(score && values.size() > FEW ? BY_THRESHOLD : BY_VALUES);
        showWay();
    }

    private void showWay() {
        var score = BY_THRESHOLD.equals(way.getValue());
        classes.setVisible(!score);
        byThreshold.setVisible(score);
        if (score && byThreshold.getComponentCount() == 0) {
            readScores();
        }
    }

    /// Once for a column: the whole of it, which a click on a slider could not wait for.
    private void readScores() {
        try {
            threshold = new ThresholdForm(labelings.scoreColumn(
                    viewer.get(), dataset.id(), column.getValue().name()));
            byThreshold.add(threshold);
        } catch (BadInput e) {
            var problem = new Paragraph(Failures.tell(e));
            problem.addClassName("hg-error");
            problem.getElement().setAttribute("role", "alert");
            byThreshold.add(problem);
        }
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
            var score = Optional.ofNullable(threshold).filter(_ -> BY_THRESHOLD.equals(way.getValue()));
            HasValidation form = score.<HasValidation>map(one -> one).orElse(classes);
            var done = FieldErrors.attempt(
                    Map.of("name", name, "values", form, "threshold", form, "above", form),
                    () -> labelings.add(
                            viewer.get(),
                            dataset.id(),
                            name.getValue(),
                            score.map(ThresholdForm::rule).orElseGet(this::rule)));
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
        return new LabelingRule(column.getValue().name(), classes.values().orElse(null), null, null, null);
    }
}
