package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.tensor.FileContents;

/// The decisions of an import: what the dataset is called, and what in the files is what.
class ImportForm extends Composite<Div> {

    private static final String GUESS = "hg-guess";

    private final TargetForm target;
    private final MatricesForm matrices;
    private final SamplesForm samples = new SamplesForm();
    private final LabelingsForm labelings;
    private final Div mapping = new Div();
    private final Div labels = new Div();
    private final Map<String, HasValidation> fields = new HashMap<>();
    private SerializableRunnable changed = () -> {};
    private SerializableConsumer<ImportSpec> rebuild = _ -> {};
    private boolean showing;

    ImportForm(List<TargetForm.Target> targets, SerializableFunction<Labels, Optional<LabelCounts>> counts) {
        target = new TargetForm(targets, this::tell);
        matrices = new MatricesForm(this::tell, all -> rebuild(spec(all)));
        labelings = new LabelingsForm(counts, this::tell, () -> rebuild(spec()));
        samples.onChange(this::tell);
        mapping.add(target, matrices);
        labels.add(new H3("Samples"), samples, labelings);
        mapping.addClassName("hg-section");
        labels.addClassName("hg-section");
        getContent().add(mapping, labels);
    }

    /// Told of each change of a value.
    void onChange(SerializableRunnable listener) {
        changed = listener;
    }

    /// Told of a change after which the form has to be filled anew.
    void onRebuild(SerializableConsumer<ImportSpec> listener) {
        rebuild = listener;
    }

    private void rebuild(ImportSpec spec) {
        if (!showing) {
            rebuild.accept(spec);
        }
    }

    private void tell() {
        if (!showing) {
            changed.run();
        }
    }

    void showStep(WizardStep step) {
        mapping.setVisible(step == WizardStep.MAPPING);
        labels.setVisible(step == WizardStep.LABELS);
    }

    void show(ImportSpec spec, List<FileContents> files, List<BadInput> questions) {
        showing = true;
        var all = Optional.ofNullable(spec.matrices()).orElse(List.of());
        var given = Optional.ofNullable(spec.samples());
        target.show(spec);
        matrices.show(all, files);
        samples.show(given, files, all);
        labelings.show(Optional.ofNullable(spec.labelings()), files, questions, given);
        fields.clear();
        fields.putAll(target.fields());
        fields.putAll(matrices.fields());
        fields.putAll(samples.fields());
        labelings.fields().forEach(fields::putIfAbsent);
        showing = false;
    }

    /// Before it is asked whether anything was said, an empty list of labelings has to be told from none.
    void showWithoutLabels(boolean without) {
        showing = true;
        labelings.showWithout(without);
        showing = false;
    }

    ImportSpec spec() {
        return spec(matrices.matrices());
    }

    private ImportSpec spec(List<Matrix> all) {
        return new ImportSpec(
                target.name(),
                target.model(),
                target.description(),
                target.dataset().orElse(null),
                all.isEmpty() ? null : all,
                samples.samples().orElse(null),
                labelings.labelings().orElse(null));
    }

    void clearErrors() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /// Shows each problem at the field it is about; a guess only asks for a look.
    void mark(List<OpenQuestion> questions) {
        fields.values()
                .forEach(
                        field -> ((Component) field).getElement().getClassList().remove(GUESS));
        for (var question : questions) {
            question.field().map(fields::get).ifPresent(field -> {
                if (question.guess()) {
                    ((Component) field).getElement().getClassList().add(GUESS);
                    if (field instanceof HasHelper helper) {
                        helper.setHelperText("Suggested, please look");
                    } else {
                        note(field, "Suggested, please look.");
                    }
                } else {
                    note(field, String.valueOf(question.question().getMessage()));
                }
            });
        }
    }

    private static void note(HasValidation field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    void focus(String path) {
        var field = Optional.ofNullable(fields.get(path)).or(() -> parent(path));
        matrices.reveal(path);
        field.ifPresent(found -> {
            if (found instanceof Focusable<?> focusable) {
                focusable.focus();
            }
            ((Component) found).getElement().executeJs("""
                            this.scrollIntoView({block: 'center'});
                            if (!this.contains(document.activeElement)) {
                              (this.querySelector('vaadin-text-field, vaadin-combo-box, vaadin-select, '
                                + 'vaadin-multi-select-combo-box, vaadin-radio-button') ?? this).focus();
                            }
                            """);
        });
    }

    private Optional<HasValidation> parent(String path) {
        return fields.entrySet().stream()
                .filter(entry ->
                        path.startsWith(entry.getKey()) || entry.getKey().startsWith(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
