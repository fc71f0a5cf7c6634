package org.histogrid.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.histogrid.base.BadInput;
import org.histogrid.base.BoundedThreads;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetChanged;
import org.histogrid.dataset.DatasetService;
import org.histogrid.sharing.Viewer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Finds the few neurons of a hook point that tell a class from the others together, see [FewNeuronsPath]. One search
/// runs at a time, since it takes memory and a processor for up to minutes. What was found is remembered until the
/// dataset changes.
@Service
public class FewNeurons implements DisposableBean {

    private static final int AT_ONCE = 1;
    private static final int MOST_WAITING = 10;
    private static final int MOST_KNOWN = 200;

    private final DatasetService datasets;
    private final FewNeuronsJob job;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<Selection, FewNeuronsPath> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(Duration.ofHours(12))
            .build();
    private final ExecutorService searches = BoundedThreads.of("few neurons", AT_ONCE, MOST_WAITING);

    FewNeurons(DatasetService datasets, FewNeuronsJob job) {
        this.datasets = datasets;
        this.job = job;
    }

    /// Waits for the answer.
    ///
    /// @throws NotFound if what is selected may not be seen or is not there
    /// @throws BadInput if no hook point is selected, a class has too few samples, or it took too long
    /// @throws Conflict if too many wait already, or if only the strongest neurons can be considered and it is not
    ///     known yet which these are
    public FewNeuronsPath find(Viewer viewer, Selection selection) {
        try {
            return start(viewer, selection).await();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Starts to look in the background, or has the answer where it is known.
    ///
    /// @throws NotFound if what is selected may not be seen or is not there
    /// @throws BadInput if no hook point is selected
    /// @throws Conflict if too many wait already
    public FewNeuronsSearch start(Viewer viewer, Selection selection) {
        var before = known(viewer, selection);
        if (before.isPresent()) {
            return FewNeuronsSearch.over(before.get());
        }
        var search = new FewNeuronsSearch();
        try {
            searches.execute(() -> run(viewer, selection, search));
        } catch (RejectedExecutionException e) {
            throw new Conflict("Many are looking for few neurons just now. Try again in a few minutes.", List.of());
        }
        return search;
    }

    /// The answer if it is known already.
    ///
    /// @throws NotFound if what is selected may not be seen or is not there
    /// @throws BadInput if no hook point is selected
    public Optional<FewNeuronsPath> known(Viewer viewer, Selection selection) {
        Selections.require(datasets, viewer, selection);
        if (selection.hookPoint().isEmpty()) {
            throw new BadInput("Neurons that are chosen together are of one hook point: name it.")
                    .forField("hookPoint");
        }
        return Optional.ofNullable(known.getIfPresent(selection));
    }

    private void run(Viewer viewer, Selection selection, FewNeuronsSearch search) {
        try {
            search.begin();
            var before = changes.get();
            // Somebody before in the queue may have asked for the same
            var path = known(viewer, selection)
                    .orElseGet(() -> job.run(viewer, selection, FewNeuronsJob.MOST_VALUES, search));
            if (before == changes.get()) {
                known.put(selection, path);
            }
            search.finish(path);
        } catch (Throwable failure) {
            // Whoever waits is told; an error would otherwise end with this thread
            search.fail(failure);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        changes.incrementAndGet();
        known.asMap()
                .keySet()
                .removeIf(selection -> selection.labeling().dataset().equals(event.dataset()));
    }

    @Override
    public void destroy() {
        searches.shutdownNow();
    }
}
