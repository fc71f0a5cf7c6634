package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.ImportSpec.Samples;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;

/// Which table lists the samples, which of its columns are their id and their text, and how its rows are those of the
/// matrices.
class SamplesForm extends Composite<Div> {

    private static final String NONE = "none";

    private final Select<String> file = new Select<>();
    private final ComboBox<String> id = new ComboBox<>("Id column");
    private final ComboBox<String> text = new ComboBox<>("Text column");
    private final ComboBox<RowIds> rows = new ComboBox<>("Match rows of the matrices to samples by");
    private final Paragraph noTable = new Paragraph("No table: samples have no text and are known by their order.");
    private SerializableRunnable changed = () -> {};
    private transient List<FileContents> contents = List.of();
    private transient List<Matrix> matrices = List.of();
    private boolean showing;

    SamplesForm() {
        noTable.addClassName("hg-quiet");
        file.setLabel("Table of samples");
        file.setPlaceholder("Choose a table, or none");
        rows.setItemLabelGenerator(RowIds::inWords);
        rows.setHelperText("By order where the rows of both are the same samples; by ids where they are not");
        file.addValueChangeListener(_ -> {
            if (!showing) {
                showColumns(Optional.empty());
            }
        });
        List.<HasValue<?, ?>>of(file, id, text, rows).forEach(field -> field.addValueChangeListener(_ -> tell()));
        var columns = new Div(id, text);
        columns.addClassName("hg-field-row");
        getContent().addClassName("hg-form");
        getContent().add(noTable, file, columns, rows);
    }

    void onChange(SerializableRunnable listener) {
        changed = listener;
    }

    private void tell() {
        if (!showing) {
            changed.run();
        }
    }

    void show(Optional<Samples> samples, List<FileContents> files, List<Matrix> ofMatrices) {
        showing = true;
        contents = List.copyOf(files);
        matrices = List.copyOf(ofMatrices);
        var tables = tables().stream().map(FileContents.Table::file).toList();
        noTable.setVisible(tables.isEmpty());
        file.setVisible(!tables.isEmpty());
        file.setItems(withNone(tables));
        samples.map(Samples::file)
                .map(name -> name.isEmpty() ? NONE : name)
                .filter(name -> NONE.equals(name) || tables.contains(name))
                .ifPresentOrElse(file::setValue, file::clear);
        showColumns(samples);
        showing = false;
    }

    private List<FileContents.Table> tables() {
        return contents.stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .toList();
    }

    private void showColumns(Optional<Samples> samples) {
        var before = showing;
        showing = true;
        var columns = tables().stream()
                .filter(table -> table.file().equals(file.getValue()))
                .flatMap(table -> table.columns().stream())
                .map(ColumnInfo::name)
                .toList();
        fill(id, columns, samples.map(Samples::id));
        fill(text, columns, samples.map(Samples::text));
        var ids = new ArrayList<>(RowIds.all(contents, matrices, chosen(file)));
        var given = samples.map(Samples::ids).map(Optional::of).map(RowIds::new).orElse(RowIds.ORDER);
        if (!ids.contains(given)) {
            ids.add(given);
        }
        rows.setItems(ids);
        rows.setValue(given);
        rows.setVisible(ids.size() > 1);
        showing = before;
    }

    private static void fill(ComboBox<String> box, List<String> columns, Optional<String> value) {
        box.setVisible(!columns.isEmpty());
        box.setItems(withNone(columns));
        box.setValue(value.filter(columns::contains).orElse(NONE));
    }

    private static List<String> withNone(List<String> names) {
        var all = new ArrayList<String>();
        all.add(NONE);
        all.addAll(names);
        return all;
    }

    Optional<Samples> samples() {
        var ids = rows.getOptionalValue().flatMap(RowIds::ids);
        // An empty name says that there is none; without a name, one is looked for
        var table = file.getOptionalValue().map(name -> NONE.equals(name) ? "" : name);
        return table.isEmpty() && ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Samples(
                        table.orElse(null),
                        chosen(id).orElse(null),
                        chosen(text).orElse(null),
                        ids.orElse(null)));
    }

    private static Optional<String> chosen(HasValue<?, String> field) {
        return field.getOptionalValue().filter(value -> !NONE.equals(value));
    }

    Map<String, HasValidation> fields() {
        return Map.of(
                "samples.file", file,
                "samples", file,
                "samples.id", id,
                "samples.text", text,
                "samples.ids", rows);
    }
}
