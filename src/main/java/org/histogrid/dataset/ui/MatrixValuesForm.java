package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.ImportSpec.Quantised;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.ColumnType;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the values of a matrix are: which neurons they belong to, and what their bits mean.
class MatrixValuesForm extends Composite<Div> {

    private static final Set<Dtype> OF_16_BITS = Set.of(Dtype.I16, Dtype.U16, Dtype.RAW16);
    private static final Set<Dtype> QUANTISED = Set.of(Dtype.I8, Dtype.U8, Dtype.I16, Dtype.U16, Dtype.I32, Dtype.U32);
    private static final String AS_IT_IS = "as it is";
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_FILES = 200;

    private final ComboBox<String> neurons;
    private final Select<String> dtype = new Select<>();
    private final ComboBox<String> scale;
    private final ComboBox<String> offset;
    private final MultiSelectComboBox<String> columns = new MultiSelectComboBox<>("Columns that are neurons");
    private final List<String> names;

    MatrixValuesForm(Matrix given, Optional<TensorInfo> tensor, List<FileContents> contents) {
        names = contents.stream().map(FileContents::file).toList();
        var vectors = contents.stream()
                .filter(one -> !SpecFiles.isMatrix(one))
                .map(FileContents::file)
                .limit(MOST_FILES)
                .toList();
        neurons = OpenBox.of("Neurons", vectors);
        scale = OpenBox.of("Scale", vectors);
        offset = OpenBox.of("Offset", vectors);
        neurons.setPlaceholder("all, from 0 on");
        neurons.setHelperText(
                "Where only some were recorded: their indices, as in 2021, 149, or the file that lists them");
        scale.setHelperText("Of quantised values: a number, or the file or tensor with one a neuron");
        offset.setHelperText("What is added after scaling");
        show(neurons, given.neurons());
        show(scale, Optional.ofNullable(given.quantised()).map(Quantised::scale).orElse(null));
        show(
                offset,
                Optional.ofNullable(given.quantised()).map(Quantised::offset).orElse(null));
        var type = tensor.map(TensorInfo::dtype);
        dtype.setLabel("Meaning of the 16-bit values");
        dtype.setItems(AS_IT_IS, "F16", "BF16");
        dtype.setValue(Optional.ofNullable(given.dtype()).orElse(AS_IT_IS));
        dtype.setVisible(
                given.dtype() != null || type.filter(OF_16_BITS::contains).isPresent());
        var quantised =
                given.quantised() != null || type.filter(QUANTISED::contains).isPresent();
        scale.setVisible(quantised);
        offset.setVisible(quantised);
        showColumns(given, contents);
        var integers = new Div(dtype, scale, offset);
        integers.addClassName("hg-field-row");
        getContent().addClassName("hg-form");
        getContent().add(neurons, columns, integers);
    }

    private static void show(ComboBox<String> box, @Nullable JsonNode value) {
        Optional.ofNullable(value)
                .map(given -> NeuronsText.of(Optional.of(given)))
                .filter(text -> !text.isEmpty())
                .ifPresent(box::setValue);
    }

    /// Of a table; very many columns are better named by who writes the file.
    private void showColumns(Matrix given, List<FileContents> contents) {
        var ofTable = contents.stream()
                .filter(one -> SpecFiles.isOf(given, one.file()))
                .filter(FileContents.Table.class::isInstance)
                .flatMap(one -> ((FileContents.Table) one).columns().stream())
                .filter(column -> column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER)
                .map(ColumnInfo::name)
                .toList();
        columns.setItems(ofTable);
        columns.setVisible(given.tensor() == null && !ofTable.isEmpty() && ofTable.size() <= MOST_COLUMNS);
        columns.setPlaceholder("all columns of numbers");
        Optional.ofNullable(given.columns()).ifPresent(names -> columns.setValue(new LinkedHashSet<>(names)));
    }

    void onChange(SerializableRunnable changed) {
        List.<HasValue<?, ?>>of(neurons, dtype, scale, offset, columns)
                .forEach(field -> field.addValueChangeListener(_ -> changed.run()));
    }

    boolean hasAnything() {
        return !neurons.isEmpty() || !scale.isEmpty() || dtype.isVisible() || columns.isVisible();
    }

    Matrix complete(Matrix matrix) {
        return new Matrix(
                matrix.file(),
                matrix.tensor(),
                columns.isVisible()
                        ? columns.getOptionalValue()
                                .filter(chosen -> !chosen.isEmpty())
                                .map(List::copyOf)
                                .orElse(null)
                        : matrix.columns(),
                matrix.site(),
                matrix.layer(),
                matrix.layers(),
                matrix.convention(),
                matrix.token(),
                matrix.axes(),
                node(neurons),
                dtype.getOptionalValue().filter(name -> !AS_IT_IS.equals(name)).orElse(null),
                scale.isEmpty() && offset.isEmpty() ? null : new Quantised(number(scale), number(offset)));
    }

    private @Nullable JsonNode node(ComboBox<String> box) {
        return NeuronsText.parse(box.getOptionalValue().orElse(""), names).orElse(null);
    }

    private @Nullable JsonNode number(ComboBox<String> box) {
        return NeuronsText.parseNumber(box.getOptionalValue().orElse(""), names).orElse(null);
    }

    Map<String, HasValidation> fields() {
        return Map.of(
                "neurons", neurons,
                "dtype", dtype,
                "quantised", scale,
                "quantised.scale", scale,
                "quantised.offset", offset,
                "columns", columns);
    }
}
