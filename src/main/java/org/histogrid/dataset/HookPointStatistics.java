package org.histogrid.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.histogrid.base.NotFound;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Numbers about whole hook points, computed when first asked for, which reads every vector, and kept.
@Service
@Transactional(readOnly = true)
public class HookPointStatistics {

    private final DatasetService datasets;
    private final HookPointMomentsRows rows;
    private final Map<HookPointRef, Lock> running = new ConcurrentHashMap<>();

    HookPointStatistics(DatasetService datasets, HookPointMomentsRows rows) {
        this.datasets = datasets;
        this.rows = rows;
    }

    /// @throws NotFound if the hook point may not be seen, or is deleted while its values are read
    public HookPointMoments moments(Viewer viewer, HookPointRef ref) {
        return Objects.requireNonNull(moments(viewer, List.of(ref)).get(ref));
    }

    /// The same for several; those that are known take one query.
    public Map<HookPointRef, HookPointMoments> moments(Viewer viewer, Collection<HookPointRef> wanted) {
        var details = datasets.findAll(
                viewer, wanted.stream().map(HookPointRef::dataset).distinct().toList());
        wanted.forEach(ref -> Optional.ofNullable(details.get(ref.dataset()))
                .orElseThrow(() -> new NotFound("This dataset"))
                .requireHookPoint(ref.hookPoint()));
        var known = rows.find(wanted);
        var moments = new HashMap<HookPointRef, HookPointMoments>();
        for (var ref : wanted) {
            var samples = Objects.requireNonNull(details.get(ref.dataset())).samples();
            moments.computeIfAbsent(
                    ref, key -> known.getOrDefault(key, Optional.empty()).orElseGet(() -> compute(key, samples)));
        }
        return moments;
    }

    /// By one at a time; those that waited find what was stored.
    private HookPointMoments compute(HookPointRef ref, int samples) {
        var lock = running.computeIfAbsent(ref, key -> new ReentrantLock());
        lock.lock();
        try {
            return stored(ref).orElseGet(() -> {
                var computed = rows.compute(ref, samples);
                rows.store(ref, computed);
                // What was deleted meanwhile may have been read in part
                stored(ref);
                return computed;
            });
        } finally {
            running.remove(ref, lock);
            lock.unlock();
        }
    }

    private Optional<HookPointMoments> stored(HookPointRef ref) {
        return Optional.ofNullable(rows.find(List.of(ref)).get(ref)).orElseThrow(() -> new NotFound("This hook point"));
    }
}
