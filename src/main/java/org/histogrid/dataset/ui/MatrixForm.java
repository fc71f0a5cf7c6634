package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;

/// One line of the mapping: where in the model the values of a matrix, or of those of several layers, were read, and
/// which axis is which.
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

    private final ComboBox<String> site = OpenBox.of("Site", SITES);
    private final LayerFields layers;
    private final ComboBox<String> token = OpenBox.of("Token", TOKENS);
    private final Select<List<String>> axes = new Select<>();
    private final Select<String> convention = new Select<>();
    private final MatrixValuesForm values;
    private final Details more;
    private final Button leaveOut = new Button("Leave out");
    private final Button separate = new Button("Edit one by one");
    private final MatrixGroup given;
    private final List<Long> shape;

    MatrixForm(MatrixGroup given, List<FileContents> contents, SerializableRunnable changed) {
        this.given = given;
        var one = given.one();
        var tensor = SpecFiles.tensor(one, contents);
        shape = tensor.map(TensorInfo::shape).orElse(List.of());
        values = new MatrixValuesForm(one, tensor, contents);
        more = new Details("Index of the layers, neurons, values", new Div(convention, values));
        more.setOpened(
                values.hasAnything() || Optional.ofNullable(one.convention()).isPresent());
        site.setValue(one.site());
        token.setValue(
                Optional.ofNullable(one.token()).filter(text -> !text.isBlank()).orElse(null));
        token.setPlaceholder("not said");
        layers = new LayerFields(given, changed);
        showAxes(one);
        showConvention(one);
        List.<HasValue<?, ?>>of(site, token, convention)
                .forEach(field -> field.addValueChangeListener(_ -> changed.run()));
        values.onChange(changed);
        axes.addValueChangeListener(_ -> {
            layers.showAxis(layersOfAxis());
            changed.run();
        });
        layers.showAxis(layersOfAxis());
        var row = new Div(site);
        row.add(layers.all());
        row.add(token, axes);
        row.addClassName("hg-field-row");
        getContent().addClassNames("hg-card", "hg-form");
        getContent().add(head(tensor), row, more);
    }

    private Div head(Optional<TensorInfo> tensor) {
        var words = new Span(tensor.map(FileGroup::inWords).orElse(""));
        words.addClassNames("hg-quiet", "hg-small");
        for (var button : List.of(separate, leaveOut)) {
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        }
        leaveOut.setAriaLabel("Leave out " + given.name());
        separate.setVisible(given.size() > 1);
        if (given.size() > 1) {
            words.setText("%s of %s".formatted(Numbers.count(given.size(), "matrix", "matrices"), words.getText()));
        }
        var head = new Div(new H3(given.name()), words, separate, leaveOut);
        head.addClassName("hg-file-head");
        return head;
    }

    void onLeaveOut(SerializableRunnable action) {
        leaveOut.addClickListener(_ -> action.run());
    }

    void onSeparate(SerializableRunnable action) {
        separate.addClickListener(_ -> action.run());
    }

    private void showAxes(Matrix one) {
        var series = String.valueOf(one.file()).contains("*");
        var orders = new ArrayList<>(AxisOrders.of(shape, series));
        var chosen = Optional.ofNullable(one.axes());
        chosen.filter(order -> !orders.contains(order)).ifPresent(orders::add);
        axes.setLabel("Axes");
        axes.setItems(orders);
        axes.setItemLabelGenerator(order -> AxisOrders.inWords(order, shape));
        axes.setVisible(!shape.isEmpty());
        chosen.ifPresent(axes::setValue);
    }

    private void showConvention(Matrix one) {
        convention.setLabel("How layers are counted");
        convention.setItems(Conventions.items(one.convention()));
        convention.setValue(Optional.ofNullable(one.convention()).orElse(Conventions.NOT_SAID));
        convention.setHelperText(Conventions.inWords(convention.getValue()));
        convention.addValueChangeListener(event -> convention.setHelperText(Conventions.inWords(event.getValue())));
    }

    private int layersOfAxis() {
        return AxisOrders.layers(axes.getOptionalValue().orElse(List.of()), shape);
    }

    List<Matrix> matrices() {
        return IntStream.range(0, given.size())
                .mapToObj(i -> matrix(given.matrices().get(i), layers.index(i), layers.ofAxis()))
                .toList();
    }

    private Matrix matrix(Matrix one, @Nullable Integer index, @Nullable List<Integer> indices) {
        return values.complete(new Matrix(
                one.file(),
                one.tensor(),
                one.columns(),
                site.getValue(),
                index,
                indices,
                convention
                        .getOptionalValue()
                        .filter(name -> !Conventions.NOT_SAID.equals(name))
                        .orElse(null),
                token.getValue(),
                axes.getOptionalValue().orElse(one.axes()),
                one.neurons(),
                one.dtype(),
                one.quantised()));
    }

    boolean checkLayers() {
        return layers.check();
    }

    Map<String, HasValidation> fields() {
        var fields = new HashMap<String, HasValidation>(values.fields());
        fields.putAll(layers.fields());
        fields.putAll(Map.of(
                "site", site,
                "token", token,
                "axes", axes,
                "convention", convention,
                "file", site,
                "tensor", site));
        return fields;
    }

    MatrixGroup group() {
        return given;
    }

    /// Opens what a field is hidden in.
    void reveal() {
        more.setOpened(true);
    }
}
