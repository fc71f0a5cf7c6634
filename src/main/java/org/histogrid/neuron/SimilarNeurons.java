package org.histogrid.neuron;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.histogrid.base.BoundedThreads;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
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

    private record Key(NeuronRef neuron, Correlation.Kind by) {}

    private final DatasetService datasets;
    private final ActivationService activations;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<Key, SimilarList> known = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final ExecutorService searches = BoundedThreads.of("similar neurons", AT_ONCE, MOST_WAITING);

    SimilarNeurons(DatasetService datasets, ActivationService activations) {
        this.datasets = datasets;
        this.activations = activations;
    }

    /// Waits for the answer.
    ///
    /// @throws NotFound if the neuron may not be seen or is not there
    public SimilarList find(Viewer viewer, NeuronRef neuron, Correlation.Kind by) {
        try {
            return search(viewer, neuron, by).await();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Starts to look in the background, or has the answer where it is known.
    ///
    /// @throws NotFound if the neuron may not be seen or is not there
    /// @throws Conflict if too many wait already
    public SimilarSearch search(Viewer viewer, NeuronRef neuron, Correlation.Kind by) {
        var dataset = datasets.find(viewer, neuron.dataset());
        var place = new NeuronPlace(dataset, dataset.requireHookPoint(neuron.hookPoint()), neuron.neuron());
        var key = new Key(neuron, by);
        var before = known.getIfPresent(key);
        if (before != null) {
            return SimilarSearch.over(before);
        }
        var search = new SimilarSearch(place.point().neuronCount());
        try {
            searches.execute(() -> run(viewer, place, key, search));
        } catch (RejectedExecutionException e) {
            throw new Conflict("Many are looking for similar neurons just now. Try again in a moment.", List.of());
        }
        return search;
    }

    /// The answer if it is known already, for whoever may see the neuron.
    public Optional<SimilarList> known(Viewer viewer, NeuronRef neuron, Correlation.Kind by) {
        datasets.find(viewer, neuron.dataset());
        return Optional.ofNullable(known.getIfPresent(new Key(neuron, by)));
    }

    private void run(Viewer viewer, NeuronPlace place, Key key, SimilarSearch search) {
        try {
            search.requireWanted();
            var before = changes.get();
            var list = compute(viewer, place, key.by(), search);
            if (before == changes.get()) {
                known.put(key, list);
            }
            search.finish(list);
        } catch (Throwable failure) {
            // Whoever waits is told; an error would otherwise end with this thread
            search.fail(failure);
        }
    }

    private SimilarList compute(Viewer viewer, NeuronPlace place, Correlation.Kind by, SimilarSearch search) {
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
        changes.incrementAndGet();
        known.asMap().keySet().removeIf(key -> key.neuron().dataset().equals(event.dataset()));
    }

    @Override
    public void destroy() {
        searches.shutdownNow();
    }
}
