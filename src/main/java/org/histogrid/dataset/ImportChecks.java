package org.histogrid.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.histogrid.base.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Reads drafts through for their reports, beside whoever waits for it: a few at a time, each for as long as
/// its specification stays the same. What was found is remembered until the draft is over.
@Component
class ImportChecks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportChecks.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_REMEMBERED = 100;

    /// The specification has changed, or the server stops.
    private static final class Abandoned extends RuntimeException {}

    /// Reads a draft's files through, saying how far it is.
    @FunctionalInterface
    interface Reading {
        ImportReport read(Progress progress);
    }

    /// What a check has found out so far.
    static final class Progress {

        private final ImportSpec spec;
        private volatile ImportCheck state = new ImportCheck(0, 0, Optional.empty(), Optional.empty());
        private volatile boolean abandoned;

        private Progress(ImportSpec spec) {
            this.spec = spec;
        }

        /// @throws RuntimeException if nobody wants to know any more
        void report(long done, long total) {
            if (abandoned) {
                throw new Abandoned();
            }
            state = new ImportCheck(done, total, Optional.empty(), Optional.empty());
        }
    }

    private final Cache<ImportId, Progress> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final ExecutorService readers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("import check ", 0).factory());

    ImportCheck check(ImportId id, ImportSpec spec, Reading reading) {
        var before = known.getIfPresent(id);
        if (before != null && before.spec.equals(spec)) {
            return before.state;
        }
        var progress = new Progress(spec);
        known.put(id, progress);
        if (before != null) {
            before.abandoned = true;
        }
        readers.execute(() -> run(progress, reading));
        return progress.state;
    }

    private static void run(Progress progress, Reading reading) {
        try {
            progress.report(0, 0);
            var report = reading.read(progress);
            progress.state = new ImportCheck(1, 1, Optional.of(report), Optional.empty());
        } catch (BadInput e) {
            progress.state = new ImportCheck(0, 1, Optional.empty(), Optional.of(e));
        } catch (Abandoned e) {
            LOG.debug("A check was abandoned");
        } catch (RuntimeException e) {
            LOG.error("A check failed", e);
            progress.state = new ImportCheck(
                    0,
                    1,
                    Optional.empty(),
                    Optional.of(new BadInput("The files could not be read through. The server's log says why.", e)));
        }
    }

    /// Files were added or removed: what was found is of other files.
    void forget(ImportId id) {
        var before = known.asMap().remove(id);
        if (before != null) {
            before.abandoned = true;
        }
    }

    /// The last report of a draft under this specification, if it was read through.
    Optional<ImportReport> found(ImportId id, ImportSpec spec) {
        return Optional.ofNullable(known.getIfPresent(id))
                .filter(progress -> progress.spec.equals(spec))
                .flatMap(progress -> progress.state.report());
    }

    @Override
    public void destroy() {
        known.asMap().values().forEach(progress -> progress.abandoned = true);
        readers.shutdownNow();
    }
}
