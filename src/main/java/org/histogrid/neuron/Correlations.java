package org.histogrid.neuron;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.histogrid.base.Search;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.dataset.VectorWork;
import org.histogrid.neuron.SimilarList.Similar;
import org.histogrid.stats.ActivationCodec;
import org.histogrid.stats.Correlation;

/// Correlates vectors as they come from the database.
final class Correlations implements AutoCloseable {

    private final int neuron;
    private final Search<?> search;
    private final VectorWork work;
    private final Queue<Similar> correlated = new ConcurrentLinkedQueue<>();

    /// @param neuron the target's own number, which is not compared
    Correlations(Correlation.Kind by, double[] target, int neuron, Search<?> search) {
        this.neuron = neuron;
        this.search = search;
        work = new VectorWork("correlation", () -> worker(new Correlation(by, target)));
    }

    void add(NeuronValues vector) {
        search.requireWanted();
        work.add(vector);
    }

    private Consumer<NeuronValues> worker(Correlation target) {
        return vector -> {
            if (vector.neuron().neuron() != neuron) {
                var values = ActivationCodec.decode(vector.payload(), vector.encoding());
                correlated.add(new Similar(
                        vector.neuron().neuron(), target.with(values).orElse(Double.NaN)));
            }
            search.count(1);
        };
    }

    /// Once all vectors were added.
    SimilarList result() {
        work.finish();
        var all = correlated.stream()
                .filter(one -> !Double.isNaN(one.correlation()))
                .toList();
        var rising = Comparator.comparingDouble(Similar::correlation).thenComparingInt(Similar::neuron);
        var falling =
                Comparator.comparingDouble((Similar one) -> -one.correlation()).thenComparingInt(Similar::neuron);
        return new SimilarList(
                first(all, one -> one.correlation() > 0, falling),
                first(all, one -> one.correlation() < 0, rising),
                all.size(),
                correlated.size() - all.size());
    }

    private static List<Similar> first(List<Similar> all, Predicate<Similar> which, Comparator<Similar> order) {
        return all.stream().filter(which).sorted(order).limit(SimilarList.MOST).toList();
    }

    @Override
    public void close() {
        work.close();
    }
}
