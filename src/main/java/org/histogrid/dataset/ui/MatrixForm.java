package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// One matrix: where in the model its values were read, and which axis is which.
class MatrixForm extends Composite<Div> {

    private static final List<String> SITES = List.of(
            "activations",
            "resid_pre",
            "resid_mid",
            "resid_post",
            "mlp.hook_pre",
            "mlp.hook_post",
            "mlp_out",
            "attn_out");
    private static final List<String> TOKENS = List.of("last", "first", "mean");
    private static final Set<Dtype> OF_16_BITS = Set.of(Dtype.I16, Dtype.U16, Dtype.RAW16);
    private static final String AS_IT_IS = "as it is";

    private final ComboBox<String> site = open("Site", SITES);
    private final IntegerField layer = new IntegerField("Layer");
    private final ComboBox<String> token = open("Token", TOKENS);
    private final Select<List<String>> axes = new Select<>();
    private final ComboBox<String> neurons;
    private final Select<String> dtype = new Select<>();
    private final Matrix given;
    private final List<String> files;

    MatrixForm(Matrix given, List<FileContents> contents, SerializableRunnable changed) {
        this.given = given;
        this.files = contents.stream().map(FileContents::file).toList();
        var tensor = tensor(contents);
        var others = contents.stream()
                .filter(one -> !SpecFiles.isMatrix(one))
                .map(FileContents::file)
                .toList();
        neurons = open("Neurons", others);
        neurons.setPlaceholder("all, from 0 on");
        neurons.setHelperText(
                "Where only some were recorded: their indices, as in 2021, 149, or the file that lists them");
        neurons.setValue(NeuronsText.of(Optional.ofNullable(given.neurons())));
        site.setValue(given.site());
        layer.setValue(given.layer());
        layer.setStepButtonsVisible(true);
        token.setValue(Optional.ofNullable(given.token())
                .filter(text -> !text.isBlank())
                .orElse(null));
        token.setPlaceholder("not said");
        showAxes(tensor);
        showDtype(tensor);
        List.<HasValue<?, ?>>of(site, layer, token, axes, neurons, dtype)
                .forEach(field -> field.addValueChangeListener(_ -> changed.run()));
        var row = new Div(site, layer, token);
        row.addClassName("hg-field-row");
        getContent().addClassNames("hg-card", "hg-form");
        getContent().add(new H3(String.valueOf(given.file())), row, axes, neurons, dtype);
    }

    /// A choice that takes other words too.
    private static ComboBox<String> open(String label, List<String> items) {
        var box = new ComboBox<String>(label);
        box.setItems(items);
        box.setAllowCustomValue(true);
        box.setClearButtonVisible(true);
        box.addCustomValueSetListener(event -> box.setValue(event.getDetail()));
        return box;
    }

    private Optional<TensorInfo> tensor(List<FileContents> contents) {
        return contents.stream()
                .filter(one -> one.file().equals(given.file()))
                .filter(FileContents.Arrays.class::isInstance)
                .flatMap(one -> ((FileContents.Arrays) one).tensors().stream())
                .findFirst();
    }

    private void showAxes(Optional<TensorInfo> tensor) {
        var shape = tensor.map(TensorInfo::shape).orElse(List.of());
        axes.setLabel("Axes");
        axes.setItems(AxisOrders.of(shape));
        axes.setItemLabelGenerator(order -> AxisOrders.inWords(order, shape));
        Optional.ofNullable(given.axes()).filter(AxisOrders.of(shape)::contains).ifPresent(axes::setValue);
    }

    private void showDtype(Optional<TensorInfo> tensor) {
        dtype.setLabel("Meaning of the 16-bit values");
        dtype.setItems(AS_IT_IS, "F16", "BF16");
        dtype.setValue(Optional.ofNullable(given.dtype()).orElse(AS_IT_IS));
        dtype.setVisible(
                tensor.map(TensorInfo::dtype).filter(OF_16_BITS::contains).isPresent());
    }

    Matrix matrix() {
        return new Matrix(
                given.file(),
                given.tensor(),
                given.columns(),
                site.getValue(),
                layer.getValue(),
                given.layers(),
                given.convention(),
                token.getValue(),
                axes.getOptionalValue().orElse(null),
                NeuronsText.parse(neurons.getOptionalValue().orElse(""), files).orElse(null),
                dtype.getOptionalValue().filter(name -> !AS_IT_IS.equals(name)).orElse(null),
                given.quantised());
    }

    Map<String, HasValidation> fields() {
        return Map.of("site", site, "layer", layer, "token", token, "axes", axes, "neurons", neurons, "dtype", dtype);
    }
}
