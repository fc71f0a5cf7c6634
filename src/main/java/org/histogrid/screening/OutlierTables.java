package org.histogrid.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.histogrid.dataset.DatasetId;
import org.histogrid.stats.OutlierCuts;
import org.springframework.stereotype.Component;

/// Outliers of whole hook points, kept as far as memory allows.
@Component
class OutlierTables {

    private static final long MOST_BYTES = 32L << 20;
    /// Of the numbers of all types.
    private static final int BYTES_A_NEURON = 56;

    private record Key(Profiles.Runs runs, OutlierCuts cuts) {}

    private final CutRows cuts;
    private final Cache<Key, OutlierTable> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, OutlierTable table) -> 512 + table.size() * BYTES_A_NEURON)
            .build();

    OutlierTables(CutRows cuts) {
        this.cuts = cuts;
    }

    OutlierCuts cuts(DatasetId dataset) {
        return Objects.requireNonNull(cuts(Set.of(dataset)).get(dataset));
    }

    /// Those that somebody chose, the default ones for all other datasets.
    Map<DatasetId, OutlierCuts> cuts(Collection<DatasetId> datasets) {
        var chosen = cuts.find(datasets);
        return datasets.stream()
                .collect(Collectors.toMap(
                        dataset -> dataset, dataset -> chosen.getOrDefault(dataset, OutlierCuts.DEFAULT)));
    }

    /// @param loaded with the columns that an [OutlierTable] is made of
    OutlierTable of(Profiles.Loaded loaded, OutlierCuts ofDataset) {
        return Objects.requireNonNull(
                known.get(new Key(loaded.runs(), ofDataset), key -> new OutlierTable(loaded.table(), ofDataset)));
    }
}
