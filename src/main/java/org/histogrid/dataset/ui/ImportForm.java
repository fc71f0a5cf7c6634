package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.ImportSpec.Samples;
import org.histogrid.tensor.FileContents;
import org.jspecify.annotations.Nullable;

/// The decisions of an import: what the dataset is called, and what in the files is what.
class ImportForm extends Composite<Section> {

    private final TextField name = new TextField("Name");
    private final TextField model = new TextField("Model");
    private final TextArea description = new TextArea("Description");
    private final Div matrixPlace = new Div();
    private final SamplesForm samples = new SamplesForm();
    private final Div labelsPlace = new Div();
    private final Checkbox withoutLabels = new Checkbox("Import without labels");
    private final Button addLabels = new Button("Add labeling", _ -> addLabels());
    private final List<MatrixForm> matrices = new ArrayList<>();
    private final List<LabelsForm> labelings = new ArrayList<>();
    private final Map<String, HasValidation> fields = new HashMap<>();
    private SerializableRunnable changed = () -> {};
    private SerializableConsumer<ImportSpec> rebuild = _ -> {};
    private transient List<FileContents> contents = List.of();
    private boolean showing;

    ImportForm() {
        name.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        model.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        model.setHelperText("Such as LLaMA-2-7B");
        description.setMaxLength(DatasetService.DESCRIPTION_MAX_LENGTH);
        List.<HasValue<?, ?>>of(name, model, description, withoutLabels)
                .forEach(field -> field.addValueChangeListener(_ -> tell()));
        samples.onChange(this::tell);
        matrixPlace.addClassName("hg-cards");
        labelsPlace.addClassName("hg-cards");
        var names = new Div(name, model, description);
        names.addClassName("hg-form");
        getContent().addClassName("hg-section");
        getContent()
                .add(
                        new H2("Dataset"),
                        names,
                        new H2("Matrices"),
                        matrixPlace,
                        new H2("Samples"),
                        samples,
                        new H2("Labels"),
                        labelsPlace,
                        withoutLabels,
                        new Div(addLabels));
    }

    /// Told of each change of a value.
    void onChange(SerializableRunnable listener) {
        changed = listener;
    }

    /// Told of a change after which the form has to be filled anew.
    void onRebuild(SerializableConsumer<ImportSpec> listener) {
        rebuild = listener;
    }

    private void tell() {
        if (!showing) {
            changed.run();
        }
    }

    void show(ImportSpec spec, List<FileContents> files, List<BadInput> questions) {
        showing = true;
        contents = List.copyOf(files);
        fields.clear();
        fields.putAll(Map.of("name", name, "model", model, "description", description));
        name.setValue(text(spec.name()));
        model.setValue("unknown".equals(spec.model()) ? "" : text(spec.model()));
        description.setValue(text(spec.description()));
        showMatrices(Optional.ofNullable(spec.matrices()).orElse(List.of()));
        samples.show(Optional.ofNullable(spec.samples()), files);
        fields.putAll(samples.fields());
        showLabels(Optional.ofNullable(spec.labelings()).orElse(List.of()), questions);
        withoutLabels.setVisible(labelings.isEmpty());
        showing = false;
        mark(questions);
    }

    private void showMatrices(List<Matrix> all) {
        matrices.clear();
        matrixPlace.removeAll();
        for (var i = 0; i < all.size(); i++) {
            var form = new MatrixForm(all.get(i), contents, this::tell);
            matrices.add(form);
            matrixPlace.add(form);
            for (var field : form.fields().entrySet()) {
                fields.put("matrices[%d].%s".formatted(i, field.getKey()), field.getValue());
            }
        }
    }

    private void showLabels(List<Labels> all, List<BadInput> questions) {
        labelings.clear();
        labelsPlace.removeAll();
        for (var i = 0; i < all.size(); i++) {
            var field = "labelings[%d]".formatted(i);
            var choices = questions.stream()
                    .filter(question -> question.field().equals(Optional.of(field + ".values")))
                    .findFirst()
                    .map(LabelChoices::of)
                    .orElse(List.of());
            var form = new LabelsForm(
                    all.get(i),
                    contents,
                    choices,
                    samples.samples().map(Samples::file),
                    this::tell,
                    () -> rebuild.accept(spec()));
            form.onRemove(() -> removeLabels(form));
            labelings.add(form);
            labelsPlace.add(form);
            form.fields().forEach((name, component) -> fields.put(field + "." + name, component));
        }
        if (labelings.size() == 1) {
            // What the classes are refused for names no place in the list
            labelings.getFirst().fields().forEach(fields::putIfAbsent);
        }
    }

    private void removeLabels(LabelsForm form) {
        labelings.remove(form);
        withoutLabels.setValue(labelings.isEmpty());
        rebuild.accept(spec());
    }

    private void addLabels() {
        var source = LabelSource.all(contents).stream()
                .filter(one ->
                        labelings.stream().noneMatch(form -> form.source().equals(Optional.of(one))))
                .findFirst();
        var all = new ArrayList<>(labelings.stream().map(LabelsForm::labels).toList());
        source.ifPresent(one -> all.add(Labels.in(one.file(), null, one.column().orElse(null))));
        withoutLabels.setValue(false);
        rebuild.accept(spec(all));
    }

    ImportSpec spec() {
        return spec(labelings.stream().map(LabelsForm::labels).toList());
    }

    /// No labeling means "look for one" until somebody says that there is none.
    private ImportSpec spec(List<Labels> labels) {
        return new ImportSpec(
                name.getValue(),
                model.getValue(),
                description.getValue(),
                null,
                matrices.isEmpty()
                        ? null
                        : matrices.stream().map(MatrixForm::matrix).toList(),
                samples.samples().orElse(null),
                labels.isEmpty() && !withoutLabels.getValue() ? null : labels);
    }

    void clearErrors() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /// Shows each problem at the field it is about.
    void mark(List<BadInput> problems) {
        for (var problem : problems) {
            problem.field().map(fields::get).ifPresent(field -> {
                field.setErrorMessage(String.valueOf(problem.getMessage()));
                field.setInvalid(true);
            });
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
