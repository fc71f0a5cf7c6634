package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.dataset.LabelCounts.ValueCount;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.ScoreColumn;

/// What puts a sample into a class: its value, or where it is a score a threshold.
class LabelRuleForm extends Composite<Div> implements DelegatedValidation {

    private static final String BY_VALUES = "By values";
    private static final String BY_THRESHOLD = "By a threshold";

    private final RadioButtonGroup<String> way = new RadioButtonGroup<>("Classes");
    private final ClassesForm classes = new ClassesForm();
    private final Div byThreshold = new Div();
    private final Optional<ThresholdForm> threshold;

    LabelRuleForm(Labels given, List<String> choices, Optional<LabelCounts> counts, SerializableRunnable changed) {
        var values = new LinkedHashSet<>(choices);
        counts.ifPresent(all -> all.values().stream()
                .limit(ClassesForm.MOST_CHOICES)
                .map(ValueCount::value)
                .forEach(values::add));
        classes.choices(List.copyOf(values));
        counts.ifPresent(known -> {
            classes.onlyValues();
            classes.counts(known);
        });
        classes.show(
                Optional.ofNullable(given.values()).orElse(Map.of()),
                counts.isPresent() ? Optional.empty() : given(given));
        threshold = counts.flatMap(LabelCounts::score).map(score -> thresholdForm(score, given));
        threshold.ifPresent(byThreshold::add);
        way.setItems(BY_VALUES, BY_THRESHOLD);
        way.setValue(given.threshold() == null ? BY_VALUES : BY_THRESHOLD);
        way.setVisible(threshold.isPresent());
        way.addValueChangeListener(_ -> {
            showWay();
            changed.run();
        });
        classes.onChange(changed::run);
        threshold.ifPresent(form -> form.onChange(changed::run));
        showWay();
        getContent().addClassName("hg-form");
        getContent().add(way, classes, byThreshold);
    }

    private static ThresholdForm thresholdForm(ScoreColumn score, Labels given) {
        var form = new ThresholdForm(score);
        given(given).ifPresent(before -> form.show(before.value(), before.above(), before.below()));
        return form;
    }

    private boolean isThreshold() {
        return threshold.isPresent() && BY_THRESHOLD.equals(way.getValue());
    }

    private void showWay() {
        classes.setVisible(!isThreshold());
        byThreshold.setVisible(isThreshold());
    }

    Optional<Map<String, List<String>>> values() {
        return isThreshold() ? Optional.empty() : classes.values();
    }

    private static Optional<ClassesForm.Threshold> given(Labels labels) {
        return Optional.ofNullable(labels.threshold())
                .map(value -> new ClassesForm.Threshold(
                        value,
                        Optional.ofNullable(labels.above()).orElse(""),
                        Optional.ofNullable(labels.below()).orElse("")));
    }

    Optional<ClassesForm.Threshold> threshold() {
        return threshold
                .filter(_ -> isThreshold())
                .map(ThresholdForm::rule)
                .map(LabelRuleForm::threshold)
                .or(classes::threshold);
    }

    private static ClassesForm.Threshold threshold(LabelingRule rule) {
        return new ClassesForm.Threshold(
                Optional.ofNullable(rule.threshold()).orElse(Double.NaN),
                Optional.ofNullable(rule.above()).orElse(""),
                Optional.ofNullable(rule.below()).orElse(""));
    }

    @Override
    public HasValidation validated() {
        return isThreshold() ? threshold.orElseThrow() : classes;
    }
}
