package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;

/// The matrices of an import, one line a hook point or a run of layers, and the arrays that are left out.
class MatricesForm extends Composite<Section> {

    private static final int MOST_LINES = 60;
    private static final int MOST_CHOICES = 500;

    private final SectionNote note = new SectionNote();
    private final Div lines = new Div();
    private final Paragraph none = new Paragraph("No matrix yet: add one below.");
    private final ComboBox<Matrix> others = new ComboBox<>("Left out");
    private final Button add = new Button("Add matrix");
    private final Div adding = new Div(others, add);
    private final List<MatrixForm> forms = new ArrayList<>();
    private final List<Matrix> beyond = new ArrayList<>();
    private final transient SerializableRunnable changed;
    private final transient SerializableConsumer<List<Matrix>> rebuild;
    private boolean separate;

    MatricesForm(SerializableRunnable changed, SerializableConsumer<List<Matrix>> rebuild) {
        this.changed = changed;
        this.rebuild = rebuild;
        others.setItemLabelGenerator(MatricesForm::name);
        others.setPlaceholder("an array of the files");
        others.setHelperText("Arrays that are not imported as a matrix");
        add.addClickListener(_ -> others.getOptionalValue().ifPresent(this::add));
        add.addClassName("hg-beside-field");
        adding.addClassName("hg-field-row");
        lines.addClassName("hg-cards");
        none.addClassName("hg-quiet");
        getContent().addClassName("hg-section");
        getContent().add(new H3("Matrices"), note, none, lines, adding);
    }

    private static String name(Matrix matrix) {
        return matrix.tensor() == null ? String.valueOf(matrix.file()) : matrix.file() + ", " + matrix.tensor();
    }

    void show(List<Matrix> all, List<FileContents> contents) {
        forms.clear();
        beyond.clear();
        lines.removeAll();
        var groups = separate ? MatrixGroup.separately(all) : MatrixGroup.of(all, contents);
        groups.stream().skip(MOST_LINES).forEach(group -> beyond.addAll(group.matrices()));
        groups.stream().limit(MOST_LINES).forEach(group -> {
            var form = new MatrixForm(group, contents, this::tell);
            form.onLeaveOut(() -> {
                forms.remove(form);
                rebuild.accept(matrices());
            });
            form.onSeparate(() -> {
                separate = true;
                rebuild.accept(matrices());
            });
            forms.add(form);
            lines.add(form);
        });
        if (!beyond.isEmpty()) {
            var more = new Paragraph("and %d more, as they were found".formatted(beyond.size()));
            more.addClassName("hg-quiet");
            lines.add(more);
        }
        none.setVisible(all.isEmpty());
        showOthers(all, contents);
    }

    private void showOthers(List<Matrix> all, List<FileContents> contents) {
        var left = candidates(contents)
                .filter(one -> all.stream().noneMatch(known -> isOf(known, one)))
                .limit(MOST_CHOICES)
                .toList();
        others.setItems(left);
        others.clear();
        adding.setVisible(!left.isEmpty());
    }

    private static Stream<Matrix> candidates(List<FileContents> contents) {
        return contents.stream()
                .flatMap(one -> Stream.concat(
                        one instanceof FileContents.Table table
                                ? Stream.of(Matrix.in(table.file(), null))
                                : Stream.empty(),
                        one.tensors().stream()
                                .map(tensor ->
                                        Matrix.in(tensor.file(), tensor.tensor().orElse(null)))));
    }

    private static boolean isOf(Matrix known, Matrix one) {
        return SpecFiles.isOf(known, String.valueOf(one.file()))
                && (known.tensor() == null || known.tensor().equals(one.tensor()));
    }

    private void add(Matrix matrix) {
        var all = new ArrayList<>(matrices());
        all.add(matrix);
        rebuild.accept(all);
    }

    private void tell() {
        forms.forEach(MatrixForm::checkLayers);
        changed.run();
    }

    List<Matrix> matrices() {
        return Stream.concat(forms.stream().flatMap(form -> form.matrices().stream()), beyond.stream())
                .toList();
    }

    Map<String, HasValidation> fields() {
        var fields = new HashMap<String, HasValidation>();
        fields.put("matrices", note);
        for (var form : forms) {
            for (var i = 0; i < form.group().size(); i++) {
                var place = "matrices[%d]".formatted(form.group().first() + i);
                form.fields().forEach((name, field) -> fields.put(place + "." + name, field));
            }
        }
        return fields;
    }

    /// Opens the line in which a field is.
    void reveal(String path) {
        forms.stream()
                .filter(form ->
                        path.startsWith("matrices[%d]".formatted(form.group().first())))
                .findFirst()
                .filter(_ -> Optional.of(path)
                        .filter(name -> name.matches(".*\\.(neurons|dtype|quantised.*|columns|convention)"))
                        .isPresent())
                .ifPresent(MatrixForm::reveal);
    }
}
