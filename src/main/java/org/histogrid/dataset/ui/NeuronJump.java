package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Location;
import java.util.Optional;
import org.histogrid.base.ui.Buttons;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronAddress;

/// The way to the page of a neuron, by its hook point and number.
final class NeuronJump extends Composite<Div> {

    private final DatasetDetails dataset;
    private final Select<HookPoint> point = new Select<>();
    private final IntegerField neuron = new IntegerField("Neuron");

    NeuronJump(DatasetDetails dataset) {
        this.dataset = dataset;
        point.setLabel("Hook point");
        point.setItems(dataset.hookPoints());
        point.setItemLabelGenerator(HookPoint::inWords);
        point.addValueChangeListener(
                event -> neuron.setHelperText("Recorded: " + event.getValue().neuronsInWords()));
        point.setValue(dataset.hookPoints().getFirst());
        point.setVisible(dataset.hookPoints().size() > 1);
        neuron.addKeyPressListener(Key.ENTER, _ -> look());
        getContent().addClassName("hg-neuron-jump");
        getContent().add(point, neuron, Buttons.plain("Look at neuron", this::look));
    }

    private void look() {
        var chosen = point.getValue();
        var number = Optional.ofNullable(neuron.getValue()).filter(chosen::holds);
        neuron.setInvalid(number.isEmpty());
        neuron.setErrorMessage("Recorded here: %s.".formatted(chosen.neuronsInWords()));
        number.ifPresent(one -> {
            var page = new Location(NeuronAddress.path(dataset, chosen, one));
            UI.getCurrent().navigate(page.getPath(), page.getQueryParameters());
        });
    }
}
