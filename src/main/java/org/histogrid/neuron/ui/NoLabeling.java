package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.neuron.NeuronPlace;

/// Stands in place of a histogram whose samples are in no classes.
final class NoLabeling extends Composite<Div> {

    NoLabeling(NeuronPlace place) {
        getContent()
                .add(new EmptyState(
                        "No labeling yet",
                        "A histogram compares classes of samples, and a labeling says which sample is in which class.",
                        new Anchor(
                                DatasetNavigation.pathOf(place.dataset().id()),
                                "Add a labeling to " + place.dataset().name())));
    }
}
