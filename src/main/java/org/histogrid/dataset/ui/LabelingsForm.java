package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Samples;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.tensor.FileContents;

/// The labelings of an import. None means "look for one" until somebody says that there is none.
class LabelingsForm extends Composite<Section> {

    private final SectionNote note = new SectionNote();
    private final Div place = new Div();
    private final Checkbox without = new Checkbox("Import without labels");
    private final Button add = new Button("Add labeling", _ -> add());
    private final List<LabelsForm> forms = new ArrayList<>();
    private final transient SerializableFunction<Labels, Optional<LabelCounts>> counts;
    private final transient SerializableRunnable changed;
    private final transient SerializableRunnable rebuild;
    private transient List<FileContents> contents = List.of();
    private transient Set<LabelSource> described = Set.of();
    private Optional<Labels> added = Optional.empty();

    LabelingsForm(
            SerializableFunction<Labels, Optional<LabelCounts>> counts,
            SerializableRunnable changed,
            SerializableRunnable rebuild) {
        this.counts = counts;
        this.changed = changed;
        this.rebuild = rebuild;
        without.addValueChangeListener(_ -> changed.run());
        place.addClassName("hg-cards");
        getContent().addClassName("hg-section");
        getContent().add(new H3("Labels"), note, place, without, new Div(add));
    }

    void show(
            Optional<List<Labels>> all, List<FileContents> files, List<BadInput> questions, Optional<Samples> samples) {
        described = samples.stream()
                .flatMap(table -> Stream.of(table.id(), table.text())
                        .filter(Objects::nonNull)
                        .map(column ->
                                new LabelSource(String.valueOf(table.file()), Optional.empty(), Optional.of(column))))
                .collect(Collectors.toSet());
        contents = List.copyOf(files);
        added = Optional.empty();
        forms.clear();
        place.removeAll();
        var labelings = all.orElse(List.of());
        for (var i = 0; i < labelings.size(); i++) {
            var labels = labelings.get(i);
            var form = new LabelsForm(
                    labels,
                    contents,
                    choices(questions, "labelings[%d].values".formatted(i)),
                    counts.apply(labels),
                    samples.map(Samples::file),
                    changed,
                    rebuild);
            form.onRemove(() -> {
                forms.remove(form);
                without.setValue(forms.isEmpty());
                rebuild.run();
            });
            forms.add(form);
            place.add(form);
        }
        without.setVisible(forms.isEmpty());
        if (!forms.isEmpty()) {
            without.setValue(false);
        }
        add.setEnabled(next().isPresent());
    }

    private static List<String> choices(List<BadInput> questions, String field) {
        return questions.stream()
                .filter(question -> question.field().equals(Optional.of(field)))
                .findFirst()
                .map(LabelChoices::of)
                .orElse(List.of());
    }

    private Optional<LabelSource> next() {
        return LabelSource.all(contents).stream()
                .filter(one -> !described.contains(one))
                .filter(one -> forms.stream().noneMatch(form -> form.source().equals(Optional.of(one))))
                .findFirst();
    }

    private void add() {
        added = next().map(LabelSource::labels);
        without.setValue(false);
        rebuild.run();
    }

    /// Whether there are none on purpose.
    void showWithout(boolean chosen) {
        without.setValue(chosen);
    }

    Optional<List<Labels>> labelings() {
        var all = new ArrayList<>(forms.stream().map(LabelsForm::labels).toList());
        added.ifPresent(all::add);
        return all.isEmpty() && !without.getValue() ? Optional.empty() : Optional.of(all);
    }

    Map<String, HasValidation> fields() {
        var fields = new HashMap<String, HasValidation>();
        fields.put("labelings", note);
        for (var i = 0; i < forms.size(); i++) {
            var path = "labelings[%d].".formatted(i);
            forms.get(i).fields().forEach((name, field) -> fields.put(path + name, field));
        }
        if (forms.size() == 1) {
            // What the classes are refused for names no place in the list
            forms.getFirst().fields().forEach(fields::putIfAbsent);
            forms.getFirst().fields().forEach((name, field) -> fields.putIfAbsent("labelings." + name, field));
        }
        return fields;
    }
}
