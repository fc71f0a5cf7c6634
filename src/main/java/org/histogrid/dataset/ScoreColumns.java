package org.histogrid.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Reads columns of numbers, and remembers the last ones until their dataset changes. Knows nobody: who may see
/// them is for the caller to ask.
@Component
class ScoreColumns {

    private static final long MOST_BYTES = 64L << 20;
    private static final int OVERHEAD_BYTES = 64;

    private record Key(DatasetId dataset, String column) {}

    private final Samples samples;
    private final Cache<Key, ScoreColumn> read = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher(
                    (Key key, ScoreColumn column) -> (int) Math.min(Integer.MAX_VALUE, OVERHEAD_BYTES + column.bytes()))
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    ScoreColumns(Samples samples) {
        this.samples = samples;
    }

    ScoreColumn of(DatasetId dataset, String column) {
        return Objects.requireNonNull(read.get(new Key(dataset, column), key -> {
            var reader = new ScoreReader(column);
            samples.forEachCell(dataset.value(), column, reader::add);
            return reader.column();
        }));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        read.asMap().keySet().removeIf(key -> key.dataset().equals(event.dataset()));
    }
}
