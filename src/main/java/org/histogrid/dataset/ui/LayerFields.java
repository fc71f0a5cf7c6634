package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The index of the layer of a matrix, or a list of them where it has an axis of layers or there are several matrices.
final class LayerFields {

    private final IntegerField layer = new IntegerField("Layer");
    private final TextField layers = new TextField("Layers");
    private final MatrixGroup given;
    private int ofAxis;

    LayerFields(MatrixGroup given, SerializableRunnable changed) {
        this.given = given;
        layer.setValue(given.one().layer());
        layer.setStepButtonsVisible(true);
        layers.setValue(LayersText.of(given.layers()));
        layer.addValueChangeListener(_ -> changed.run());
        layers.addValueChangeListener(_ -> changed.run());
    }

    Component[] all() {
        return new Component[] {layer, layers};
    }

    /// `length` is that of the axis of layers, 0 where there is none.
    void showAxis(int length) {
        ofAxis = length;
        var several = length > 0 || given.size() > 1;
        layer.setVisible(!several);
        layers.setVisible(several);
        layers.setHelperText("%d indices, as in 0-31 or 8, 16".formatted(wanted()));
        if (length > 0 && layers.isEmpty()) {
            layers.setValue(length == 1 ? "0" : "0-" + (length - 1));
        }
    }

    private int wanted() {
        return ofAxis > 0 ? ofAxis : given.size();
    }

    /// Of the matrix at a place of the group.
    @Nullable
    Integer index(int place) {
        if (given.size() > 1) {
            return LayersText.parse(layers.getValue())
                    .filter(all -> all.size() == given.size())
                    .map(all -> all.get(place))
                    .orElse(null);
        }
        return ofAxis > 0 ? null : layer.getValue();
    }

    /// Of the entries of the axis of layers.
    @Nullable
    List<Integer> ofAxis() {
        return given.size() == 1 && ofAxis > 0
                ? LayersText.parse(layers.getValue()).orElse(null)
                : null;
    }

    /// A list of layers that does not read, or has another length than the layers, is told at once.
    boolean check() {
        var wrong = layers.isVisible()
                && !layers.isEmpty()
                && LayersText.parse(layers.getValue())
                        .filter(all -> all.size() == wanted())
                        .isEmpty();
        layers.setInvalid(wrong);
        layers.setErrorMessage("Give %d indices, as in 0-31 or 8, 16.".formatted(wanted()));
        return !wrong;
    }

    Map<String, HasValidation> fields() {
        return Map.of("layer", layer.isVisible() ? layer : layers, "layers", layers);
    }
}
