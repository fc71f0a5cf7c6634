package org.histogrid.screening;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.histogrid.base.BadInput;

/// A search for few neurons that waits, runs, or is over. It ends by itself three minutes after it began to run.
public final class FewNeuronsSearch {

    static final Duration LONGEST = Duration.ofMinutes(3);

    private static final long NOT_STARTED = Long.MIN_VALUE;

    /// Nobody waits any more.
    static final class Cancelled extends RuntimeException {}

    private final AtomicInteger done = new AtomicInteger();
    private final CompletableFuture<FewNeuronsPath> found = new CompletableFuture<>();
    private volatile long startedAt = NOT_STARTED;

    FewNeuronsSearch() {}

    static FewNeuronsSearch over(FewNeuronsPath known) {
        var search = new FewNeuronsSearch();
        search.finish(known);
        return search;
    }

    /// Models trained so far.
    public int done() {
        return done.get();
    }

    /// Models to train: one for each C, on all of the discovery half and without each of its folds.
    public int total() {
        return LogisticPath.MODELS;
    }

    public boolean isOver() {
        return found.isDone();
    }

    /// What was found, once it is over.
    ///
    /// @throws RuntimeException if it failed or was cancelled
    public Optional<FewNeuronsPath> result() {
        return found.isDone() ? Optional.of(found.join()) : Optional.empty();
    }

    /// Ends it where it is.
    public void cancel() {
        found.completeExceptionally(new Cancelled());
    }

    FewNeuronsPath await() {
        return found.join();
    }

    void begin() {
        startedAt = System.nanoTime();
        requireWanted();
    }

    void finish(FewNeuronsPath path) {
        done.set(LogisticPath.MODELS);
        found.complete(path);
    }

    void fail(Throwable failure) {
        found.completeExceptionally(failure);
    }

    void count() {
        done.incrementAndGet();
    }

    void requireWanted() {
        if (found.isDone()) {
            throw new Cancelled();
        }
        if (startedAt != NOT_STARTED && System.nanoTime() - startedAt > LONGEST.toNanos()) {
            throw new BadInput("This took longer than %d minutes and was stopped.".formatted(LONGEST.toMinutes()));
        }
    }
}
