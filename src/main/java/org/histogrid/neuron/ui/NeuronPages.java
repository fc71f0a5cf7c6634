package org.histogrid.neuron.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramService;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.neuron.NeuronPlace;
import org.histogrid.sharing.CurrentViewer;

/// Finds and computes what the page of a neuron shows.
@SpringComponent
class NeuronPages {

    private final DatasetService datasets;
    private final HistogramService histograms;
    private final CurrentViewer viewer;

    NeuronPages(DatasetService datasets, HistogramService histograms, CurrentViewer viewer) {
        this.datasets = datasets;
        this.histograms = histograms;
        this.viewer = viewer;
    }

    /// What an address means. Where it asks for what cannot be shown, it says so and shows the usual.
    ///
    /// @throws NotFound if there is no such neuron, or it may not be seen
    NeuronPage open(RouteParameters path, QueryParameters parameters) {
        var place = place(path, parameters);
        try {
            var query = NeuronQuery.of(parameters);
            return compute(place, labeling(place, query.labeling()), query.settings(), query.selected());
        } catch (BadInput e) {
            Notices.showError("%s Shown with the usual settings.".formatted(e.getMessage()));
            var first = place.dataset().labelings().stream().findFirst();
            return compute(place, first, HistogramSettings.DEFAULT, Optional.empty());
        }
    }

    private NeuronPlace place(RouteParameters path, QueryParameters parameters) {
        var dataset = datasets.find(viewer.get(), dataset(path.get("dataset").orElse("")));
        var point = NeuronAddress.hookPoint(
                        dataset,
                        path.get("site").orElse(""),
                        path.get("layer").orElse(""),
                        parameters.getSingleParameter(NeuronAddress.POINT))
                .orElseThrow(() -> new NotFound("This hook point of " + dataset.name()));
        return new NeuronPlace(dataset, point, neuron(path.get("neuron").orElse("")));
    }

    private static DatasetId dataset(String text) {
        try {
            return new DatasetId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This dataset");
        }
    }

    private static int neuron(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NotFound("This neuron");
        }
    }

    private static Optional<Labeling> labeling(NeuronPlace place, Optional<String> wanted) {
        var all = place.dataset().labelings();
        if (wanted.isEmpty()) {
            return all.stream().findFirst();
        }
        var found = all.stream()
                .filter(one -> one.id().toString().equals(wanted.get()))
                .findFirst();
        if (found.isEmpty()) {
            throw new BadInput("The labeling of this address was deleted.").forField("labeling");
        }
        return found;
    }

    /// @throws BadInput when these settings cannot be drawn
    NeuronPage with(NeuronPage page, HistogramSettings settings) {
        // A range in another unit means nothing
        var kept =
                page.selected().filter(_ -> settings.scale() == page.settings().scale());
        return compute(page.place(), page.labeling(), settings, kept);
    }

    NeuronPage with(NeuronPage page, LabelingId labeling) {
        return compute(page.place(), page.place().dataset().labeling(labeling), page.settings(), page.selected());
    }

    private NeuronPage compute(
            NeuronPlace place, Optional<Labeling> labeling, HistogramSettings settings, Optional<ValueRange> selected) {
        return new NeuronPage(place, labeling, settings, labeling.map(one -> grid(place, one, settings)), selected);
    }

    private ComputedGrid grid(NeuronPlace place, Labeling labeling, HistogramSettings settings) {
        var row = new GridSpec.Row(
                place.dataset().id(), labeling.id(), place.point().id(), List.of(place.neuron()));
        return histograms.compute(viewer.get(), new GridSpec(List.of(row), settings));
    }
}
