package org.histogrid.dataset;

import java.util.function.Consumer;
import org.histogrid.stats.Encoding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads all vectors of a hook point one after the other. Knows nobody: who may see them is for the caller to ask.
@Component
class VectorScan {

    private static final int BYTES_AT_ONCE = 4 << 20;
    private static final int MOST_VECTORS_AT_ONCE = 500;

    private final JdbcClient jdbc;

    VectorScan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A few megabytes at a time, in the order of the neurons. Needs a transaction: without one, the driver reads
    /// all at once.
    void forEach(HookPointRef ref, int samples, Consumer<NeuronValues> each) {
        forEach(ref, samples, Integer.MIN_VALUE, Integer.MAX_VALUE, each);
    }

    /// The same for the neurons from one to another, both included.
    void forEach(HookPointRef ref, int samples, int first, int last, Consumer<NeuronValues> each) {
        var atOnce = Math.clamp(BYTES_AT_ONCE / ((long) Double.BYTES * Math.max(1, samples)), 1, MOST_VECTORS_AT_ONCE);
        jdbc.sql("""
                        select neuron, dtype, payload from activation_vector
                        where dataset_id = ? and hook_point = ? and neuron between ? and ? order by neuron
                        """)
                .withFetchSize(atOnce)
                .params(ref.dataset().value(), ref.hookPoint(), first, last)
                .query(row -> {
                    each.accept(new NeuronValues(
                            new NeuronRef(ref.dataset(), ref.hookPoint(), row.getInt("neuron")),
                            Encoding.valueOf(row.getString("dtype")),
                            row.getBytes("payload")));
                });
    }
}
