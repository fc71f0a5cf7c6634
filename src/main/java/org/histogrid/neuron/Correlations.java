package org.histogrid.neuron;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.neuron.SimilarList.Similar;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Correlation;

/// Correlates vectors as they come from the database, in blocks on all processors. Whoever hands them over waits while
/// a few blocks are not done yet, so that memory stays bounded however many come.
final class Correlations implements AutoCloseable {

    private static final int BYTES_A_BLOCK = 1 << 20;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final ThreadLocal<Correlation> target;
    private final int neuron;
    private final SimilarSearch search;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("correlation ", 0).factory());
    private final Semaphore free = new Semaphore(2 * THREADS);
    private final List<Future<List<Similar>>> blocks = new ArrayList<>();
    private List<NeuronValues> block = new ArrayList<>();
    private long bytes;

    /// @param neuron the target's own number, which is not compared
    Correlations(Correlation.Kind by, double[] target, int neuron, SimilarSearch search) {
        this.target = ThreadLocal.withInitial(() -> new Correlation(by, target));
        this.neuron = neuron;
        this.search = search;
    }

    void add(NeuronValues vector) {
        search.requireWanted();
        block.add(vector);
        bytes += vector.payload().length;
        if (bytes >= BYTES_A_BLOCK) {
            submit();
        }
    }

    private void submit() {
        var full = block;
        block = new ArrayList<>();
        bytes = 0;
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SimilarSearch.Cancelled();
        }
        blocks.add(workers.submit(() -> {
            try {
                return correlate(full);
            } finally {
                free.release();
            }
        }));
    }

    private List<Similar> correlate(List<NeuronValues> vectors) {
        var correlated = new ArrayList<Similar>();
        for (var vector : vectors) {
            if (vector.neuron().neuron() != neuron) {
                var values = ActivationCodec.decode(vector.payload(), vector.encoding());
                correlated.add(new Similar(
                        vector.neuron().neuron(), target.get().with(values).orElse(Double.NaN)));
            }
        }
        search.count(vectors.size());
        return correlated;
    }

    /// Once all vectors were added.
    SimilarList result() {
        submit();
        var all = new ArrayList<Similar>();
        var constant = 0;
        for (var future : blocks) {
            for (var one : done(future)) {
                if (Double.isNaN(one.correlation())) {
                    constant++;
                } else {
                    all.add(one);
                }
            }
        }
        var rising = Comparator.comparingDouble(Similar::correlation).thenComparingInt(Similar::neuron);
        var falling =
                Comparator.comparingDouble((Similar one) -> -one.correlation()).thenComparingInt(Similar::neuron);
        return new SimilarList(
                first(all, one -> one.correlation() > 0, falling),
                first(all, one -> one.correlation() < 0, rising),
                all.size(),
                constant);
    }

    private static List<Similar> first(List<Similar> all, Predicate<Similar> which, Comparator<Similar> order) {
        return all.stream().filter(which).sorted(order).limit(SimilarList.MOST).toList();
    }

    private static List<Similar> done(Future<List<Similar>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SimilarSearch.Cancelled();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A correlation failed", e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
