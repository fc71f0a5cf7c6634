package org.histogrid.neuron.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.histogrid.dataset.LabelSplit;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.SampleSource;
import org.histogrid.dataset.ValueRange;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.neuron.NeuronPlace;

/// What the page of a neuron shows. Without a labeling there is no histogram.
record NeuronPage(
        NeuronPlace place,
        Optional<Labeling> labeling,
        HistogramSettings settings,
        Optional<ComputedGrid> grid,
        Optional<ValueRange> selected) {

    String title() {
        return "Neuron %d, %s, %s"
                .formatted(
                        place.neuron(), place.point().inWords(), place.dataset().name());
    }

    SampleSource source() {
        return SampleSource.of(
                place.ref(), LabelSplit.stored(labeling.orElseThrow().id()));
    }

    Optional<NeuronStudy.Subject> subject() {
        return grid.map(computed -> new NeuronStudy.Subject(
                computed.rows().getFirst().panels().getFirst(),
                settings,
                ClassColours.of(computed),
                place.dataset().model(),
                GridWords.baseRate(computed),
                Optional.of(source())));
    }

    NeuronPage withSelected(Optional<ValueRange> values) {
        return new NeuronPage(place, labeling, settings, grid, values);
    }

    /// Where this page is, as far as it is not the usual one.
    Location location() {
        return at(place, selected);
    }

    /// Where the same is shown of another neuron. A range of values of this one means nothing there.
    Location of(NeuronPlace other) {
        return at(other, Optional.empty());
    }

    private Location at(NeuronPlace where, Optional<ValueRange> values) {
        var path = where.path().split("\\?", 2);
        var named = QueryParameters.fromString(path.length > 1 ? path[1] : "");
        var isUsual = labeling.equals(where.dataset().labelings().stream().findFirst());
        var query = new NeuronQuery(
                labeling.filter(_ -> !isUsual).map(one -> one.id().toString()), settings, values);
        return new Location(path[0], query.toParameters(named));
    }
}
