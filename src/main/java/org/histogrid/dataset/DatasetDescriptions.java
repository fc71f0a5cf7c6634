package org.histogrid.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Reads what datasets are, several in three queries, and remembers it until they change. Knows nobody: who may
/// see or edit them is for the caller to ask.
@Component
class DatasetDescriptions {

    private final Datasets datasets;
    private final HookPoints hookPoints;
    private final LabelingRows labelings;
    private final Cache<DatasetId, DatasetDetails> known = Caffeine.newBuilder()
            .maximumSize(500)
            // Another instance may have changed it without telling this one
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private long changes;

    DatasetDescriptions(Datasets datasets, HookPoints hookPoints, LabelingRows labelings) {
        this.datasets = datasets;
        this.hookPoints = hookPoints;
        this.labelings = labelings;
    }

    /// Those that are ready, as nobody may edit them.
    Map<DatasetId, DatasetDetails> ofReady(Collection<DatasetId> wanted) {
        var found = new HashMap<>(known.getAllPresent(wanted));
        var missing = wanted.stream()
                .filter(id -> !found.containsKey(id))
                .map(DatasetId::value)
                .toList();
        if (!missing.isEmpty()) {
            var before = changes();
            var read = read(missing);
            remember(read, before);
            found.putAll(read);
        }
        return found;
    }

    private synchronized long changes() {
        return changes;
    }

    /// What was read while something changed may be from before the change.
    private synchronized void remember(Map<DatasetId, DatasetDetails> read, long before) {
        if (before == changes) {
            known.putAll(read);
        }
    }

    private Map<DatasetId, DatasetDetails> read(Collection<UUID> ids) {
        var points = hookPoints.findByKeyDatasetIdInAndPendingIsNullOrderByKeyId(ids).stream()
                .collect(Collectors.groupingBy(
                        HookPointRow::datasetId, Collectors.mapping(HookPointRow::toHookPoint, Collectors.toList())));
        var labels = labelings.findHeads(ids).stream()
                .collect(Collectors.groupingBy(
                        LabelingRows.Head::datasetId,
                        Collectors.mapping(DatasetDescriptions::labeling, Collectors.toList())));
        return datasets.findAllByIdInAndState(ids, Dataset.State.READY).stream()
                .collect(Collectors.toMap(
                        Dataset::id,
                        dataset -> dataset.toDetails(
                                points.getOrDefault(dataset.id().value(), List.of()),
                                labels.getOrDefault(dataset.id().value(), List.of()),
                                false)));
    }

    private static Labeling labeling(LabelingRows.Head head) {
        return LabelingRow.labeling(head.id(), head.name(), head.rule(), head.classes());
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void onChange(DatasetChanged event) {
        changes++;
        known.invalidate(event.dataset());
    }
}
