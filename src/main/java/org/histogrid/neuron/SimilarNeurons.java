package org.histogrid.neuron;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.base.Search;
import org.histogrid.base.Searches;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetChanged;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Correlation;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Finds the neurons of a hook point that act like one of them: reads all of its vectors, a few megabytes at a time,
/// and correlates them on all processors. What was found is remembered until the dataset changes.
@Service
public class SimilarNeurons implements DisposableBean {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 20;
    private static final int MOST_KNOWN = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Key(NeuronRef neuron, Correlation.Kind by) {}

    private final DatasetService datasets;
    private final ActivationService activations;
    private final Searches<Key, SimilarList> searches =
            new Searches<>("similar neurons", AT_ONCE, MOST_WAITING, MOST_KNOWN);

    SimilarNeurons(DatasetService datasets, ActivationService activations) {
        this.datasets = datasets;
        this.activations = activations;
    }

    /// Waits for the answer.
    ///
    /// @throws NotFound if the neuron may not be seen or is not there
    public SimilarList find(Viewer viewer, NeuronRef neuron, Correlation.Kind by) {
        return search(viewer, neuron, by).await();
    }

    /// Starts to look in the background, or has the answer where it is known. Each neuron that is compared is a step.
    ///
    /// @throws NotFound if the neuron may not be seen or is not there
    /// @throws Conflict if too many wait already
    public Search<SimilarList> search(Viewer viewer, NeuronRef neuron, Correlation.Kind by) {
        var dataset = datasets.find(viewer, neuron.dataset());
        var place = new NeuronPlace(dataset, dataset.requireHookPoint(neuron.hookPoint()), neuron.neuron());
        return searches.start(
                new Key(neuron, by),
                new Search<>(place.point().neuronCount(), LONGEST),
                search -> compute(viewer, place, by, search));
    }

    /// The answer if it is known already, for whoever may see the neuron.
    public Optional<SimilarList> known(Viewer viewer, NeuronRef neuron, Correlation.Kind by) {
        datasets.find(viewer, neuron.dataset());
        return searches.known(new Key(neuron, by));
    }

    private SimilarList compute(Viewer viewer, NeuronPlace place, Correlation.Kind by, Search<SimilarList> search) {
        var vector = activations.read(viewer, List.of(place.ref())).get(place.ref());
        if (vector == null) {
            throw new NotFound("This neuron");
        }
        var target = ActivationCodec.decode(vector.payload(), vector.encoding());
        try (var correlations = new Correlations(by, target, place.neuron(), search)) {
            activations.scan(viewer, place.dataset(), place.point(), correlations::add);
            return correlations.result();
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        searches.forget(key -> key.neuron().dataset().equals(event.dataset()));
    }

    @Override
    public void destroy() {
        searches.close();
    }
}
