package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;

/// One labeling of an import: where the labels stand and which make which class.
class LabelsForm extends Composite<Div> {

    private static final String BY_ORDER = "their order";

    private final ComboBox<LabelSource> place = new ComboBox<>("Labels");
    private final Select<String> join = new Select<>();
    private final TextField name = new TextField("Name of the labeling");
    private final LabelRuleForm rule;
    private final Button remove = new Button("Remove labeling");
    private final Labels given;

    LabelsForm(
            Labels given,
            List<FileContents> contents,
            List<String> choices,
            Optional<LabelCounts> counts,
            Optional<String> samplesFile,
            SerializableRunnable changed,
            SerializableRunnable rebuild) {
        this.given = given;
        var source = LabelSource.of(given);
        var places = new ArrayList<>(LabelSource.all(contents));
        source.filter(one -> !places.contains(one)).ifPresent(places::add);
        place.setItems(places);
        place.setItemLabelGenerator(LabelSource::inWords);
        source.ifPresent(place::setValue);
        place.addValueChangeListener(_ -> rebuild.run());
        name.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        name.setValue(Optional.ofNullable(given.name()).orElse(""));
        name.addValueChangeListener(_ -> changed.run());
        showJoin(contents, samplesFile, changed);
        rule = new LabelRuleForm(given, choices, counts, changed);
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var head = new Div(place, name, join);
        head.addClassName("hg-field-row");
        getContent().addClassNames("hg-card", "hg-form");
        getContent().add(head, rule, new Div(remove));
    }

    /// The table of samples itself needs no matching.
    private void showJoin(List<FileContents> contents, Optional<String> samplesFile, SerializableRunnable changed) {
        var columns = contents.stream()
                .filter(one -> one.file().equals(given.file()))
                .filter(FileContents.Table.class::isInstance)
                .flatMap(one -> ((FileContents.Table) one).columns().stream())
                .map(ColumnInfo::name)
                .filter(column -> !column.equals(given.column()))
                .toList();
        var items = new ArrayList<String>();
        items.add(BY_ORDER);
        items.addAll(columns);
        join.setLabel("Match labels to samples by");
        join.setItems(items);
        join.setValue(Optional.ofNullable(given.id()).filter(columns::contains).orElse(BY_ORDER));
        join.setVisible(!columns.isEmpty() && !samplesFile.equals(Optional.ofNullable(given.file())));
        join.addValueChangeListener(_ -> changed.run());
    }

    /// Where there is one only, and nothing without it.
    void withoutRemove() {
        remove.setVisible(false);
    }

    void onRemove(SerializableRunnable action) {
        remove.addClickListener(_ -> action.run());
    }

    Optional<LabelSource> source() {
        return place.getOptionalValue();
    }

    /// Labels from another place begin anew: their values and their name are others.
    Labels labels() {
        var source = source();
        if (!source.equals(LabelSource.of(given))) {
            return source.map(LabelSource::labels).orElseGet(() -> Labels.in(null, null, null));
        }
        var threshold = rule.threshold();
        return new Labels(
                name.getValue(),
                given.file(),
                given.tensor(),
                given.column(),
                join.getOptionalValue().filter(id -> !BY_ORDER.equals(id)).orElse(null),
                rule.values().orElse(null),
                threshold.map(ClassesForm.Threshold::value).orElse(null),
                threshold.map(ClassesForm.Threshold::above).orElse(null),
                threshold.map(ClassesForm.Threshold::below).orElse(null));
    }

    Map<String, HasValidation> fields() {
        return Map.of(
                "name", name,
                "file", place,
                "tensor", place,
                "column", place,
                "id", join,
                "values", rule,
                "threshold", rule,
                "above", rule);
    }
}
