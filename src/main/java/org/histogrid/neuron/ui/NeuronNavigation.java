package org.histogrid.neuron.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import org.histogrid.neuron.NeuronPlace;

/// The way to the page of a neuron.
public final class NeuronNavigation {

    private NeuronNavigation() {}

    public static void open(NeuronPlace place) {
        open(place.path());
    }

    /// @param path relative to the application, as `dataset.NeuronAddress` makes it
    public static void open(String path) {
        open(new Location(path));
    }

    static void open(Location location) {
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
