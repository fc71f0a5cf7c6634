package org.histogrid.histogram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetChanged;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPointStatistics;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Computes grids of histograms. What the viewer may see is asked each time; what was computed is remembered.
@Service
public class HistogramService {

    private static final long MOST_CELLS = 4_000_000;

    private final DatasetService datasets;
    private final ActivationService activations;
    private final HookPointStatistics statistics;
    private final Cache<GridSpec, ComputedGrid> computed = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((GridSpec spec, ComputedGrid grid) -> cells(grid))
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    HistogramService(DatasetService datasets, ActivationService activations, HookPointStatistics statistics) {
        this.datasets = datasets;
        this.activations = activations;
        this.statistics = statistics;
    }

    /// Rows whose dataset is gone or may not be seen say so in their place; the others are computed.
    @Transactional(readOnly = true)
    public ComputedGrid compute(Viewer viewer, GridSpec spec) {
        var wanted = spec.rows().stream().map(row -> row.dataset()).distinct().toList();
        var found = datasets.findAll(viewer, wanted);
        var known = computed.getIfPresent(spec);
        if (known != null && found.size() == wanted.size()) {
            return known;
        }
        var plan = GridPlan.of(spec, found);
        var grid = new GridComputation(plan, activations, statistics, viewer).run();
        if (found.size() == wanted.size() && plan.isWhole() && isLasting(spec)) {
            computed.put(spec, grid);
        }
        return grid;
    }

    /// A threshold that is being moved passes many values, none of which comes again soon.
    private static boolean isLasting(GridSpec spec) {
        return spec.rows().stream().allMatch(row -> row.threshold().isEmpty());
    }

    /// Forgets all that was computed.
    public void forget() {
        computed.invalidateAll();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        forget();
    }

    private static int cells(ComputedGrid grid) {
        return 1
                + grid.rows().stream()
                        .flatMap(row -> row.panels().stream())
                        .mapToInt(panel -> panel.edges()
                                .map(edges -> edges.bins() * (panel.classes().size() * 2 + 1))
                                .orElse(1))
                        .sum();
    }
}
