package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.ImportSpec.Samples;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;

/// Which table lists the samples, and which of its columns are their id and their text.
class SamplesForm extends Composite<Div> {

    private static final String NONE = "none";

    private final Select<String> file = select("Table of samples");
    private final Select<String> id = select("Id column");
    private final Select<String> text = select("Text column");
    private final Paragraph noTable = new Paragraph("No table: samples have no text and are known by their order.");
    private SerializableRunnable changed = () -> {};
    private transient List<FileContents.Table> tables = List.of();
    private boolean showing;

    SamplesForm() {
        noTable.addClassName("hg-quiet");
        file.addValueChangeListener(_ -> {
            showColumns(Optional.empty(), Optional.empty());
            tell();
        });
        id.addValueChangeListener(_ -> tell());
        text.addValueChangeListener(_ -> tell());
        getContent().addClassName("hg-form");
        getContent().add(noTable, file, id, text);
    }

    private static Select<String> select(String label) {
        var select = new Select<String>();
        select.setLabel(label);
        return select;
    }

    void onChange(SerializableRunnable listener) {
        changed = listener;
    }

    private void tell() {
        if (!showing) {
            changed.run();
        }
    }

    void show(Optional<Samples> samples, List<FileContents> contents) {
        showing = true;
        tables = contents.stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .toList();
        noTable.setVisible(tables.isEmpty());
        file.setVisible(!tables.isEmpty());
        file.setItems(withNone(tables.stream().map(FileContents.Table::file).toList()));
        file.setValue(samples.map(Samples::file).orElse(NONE));
        showColumns(samples.map(Samples::id), samples.map(Samples::text));
        showing = false;
    }

    private void showColumns(Optional<String> idColumn, Optional<String> textColumn) {
        var columns = tables.stream()
                .filter(table -> table.file().equals(file.getValue()))
                .flatMap(table -> table.columns().stream())
                .map(ColumnInfo::name)
                .toList();
        fill(id, columns, idColumn);
        fill(text, columns, textColumn);
    }

    private static void fill(Select<String> select, List<String> columns, Optional<String> value) {
        select.setVisible(!columns.isEmpty());
        select.setItems(withNone(columns));
        select.setValue(value.filter(columns::contains).orElse(NONE));
    }

    private static List<String> withNone(List<String> names) {
        var all = new ArrayList<String>();
        all.add(NONE);
        all.addAll(names);
        return all;
    }

    Optional<Samples> samples() {
        return chosen(file)
                .map(table ->
                        new Samples(table, chosen(id).orElse(null), chosen(text).orElse(null), null));
    }

    private static Optional<String> chosen(Select<String> select) {
        return select.getOptionalValue().filter(value -> !NONE.equals(value));
    }

    Map<String, HasValidation> fields() {
        return Map.of("samples.file", file, "samples.id", id, "samples.text", text);
    }
}
