package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.jspecify.annotations.Nullable;

/// What the import makes: a new dataset, or more hook points of one that is there.
class TargetForm extends Composite<Section> {

    /// A dataset that hook points can be added to.
    record Target(String id, String name, int samples) {

        String inWords() {
            return samples == 0 ? name : "%s, %s".formatted(name, Numbers.count(samples, "sample"));
        }
    }

    private static final String NEW = "A new dataset";
    private static final String EXISTING = "More hook points of a dataset that is there";

    private final RadioButtonGroup<String> way = new RadioButtonGroup<>("This import makes");
    private final TextField name = new TextField("Name");
    private final TextField model = new TextField("Model");
    private final TextArea description = new TextArea("Description");
    private final ComboBox<Target> dataset = new ComboBox<>("Dataset");
    private final Paragraph agree = new Paragraph(
            "The files must be of the same samples in the same order. That is checked by the samples' ids, "
                    + "or by the columns that both have; labels are those of the dataset.");
    private final transient List<Target> targets;

    TargetForm(List<Target> targets, SerializableRunnable changed) {
        this.targets = List.copyOf(targets);
        way.setItems(NEW, EXISTING);
        way.setVisible(!targets.isEmpty());
        way.addValueChangeListener(_ -> showWay());
        name.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        model.setMaxLength(DatasetService.NAME_MAX_LENGTH);
        model.setHelperText("Such as LLaMA-2-7B");
        description.setMaxLength(DatasetService.DESCRIPTION_MAX_LENGTH);
        description.setMinRows(1);
        dataset.setItems(targets);
        dataset.setItemLabelGenerator(Target::inWords);
        agree.addClassNames("hg-quiet", "hg-small");
        List.<HasValue<?, ?>>of(way, name, model, description, dataset)
                .forEach(field -> field.addValueChangeListener(_ -> changed.run()));
        var names = new Div(name, model);
        names.addClassName("hg-field-row");
        var form = new Div(way, names, description, dataset, agree);
        form.addClassName("hg-form");
        getContent().addClassName("hg-section");
        getContent().add(new H3("Dataset"), form);
    }

    void show(ImportSpec spec) {
        name.setValue(text(spec.name()));
        model.setValue("unknown".equals(spec.model()) ? "" : text(spec.model()));
        description.setValue(text(spec.description()));
        var chosen = Optional.ofNullable(spec.dataset()).map(this::target);
        chosen.ifPresentOrElse(dataset::setValue, dataset::clear);
        way.setValue(chosen.isPresent() ? EXISTING : NEW);
        showWay();
    }

    /// One that is not among those that may be edited is shown as it is given, for the import to refuse.
    private Target target(String id) {
        return targets.stream().filter(one -> one.id().equals(id)).findFirst().orElseGet(() -> {
            var other = new Target(id, id, 0);
            var all = new ArrayList<>(targets);
            all.add(other);
            dataset.setItems(all);
            way.setVisible(true);
            return other;
        });
    }

    private void showWay() {
        var isNew = !EXISTING.equals(way.getValue());
        name.setVisible(isNew);
        model.setVisible(isNew);
        description.setVisible(isNew);
        dataset.setVisible(!isNew);
        agree.setVisible(!isNew);
    }

    boolean isNew() {
        return !EXISTING.equals(way.getValue());
    }

    String name() {
        return name.getValue();
    }

    String model() {
        return model.getValue();
    }

    String description() {
        return description.getValue();
    }

    Optional<String> dataset() {
        return isNew() ? Optional.empty() : dataset.getOptionalValue().map(Target::id);
    }

    Map<String, HasValidation> fields() {
        return Map.of("name", name, "model", model, "description", description, "dataset", dataset);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
