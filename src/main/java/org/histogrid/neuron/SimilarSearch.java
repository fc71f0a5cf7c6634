package org.histogrid.neuron;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.histogrid.base.BadInput;

/// A search for similar neurons that runs, or is over. It ends by itself after a minute.
public final class SimilarSearch {

    static final Duration LONGEST = Duration.ofMinutes(1);

    /// Nobody waits any more.
    static final class Cancelled extends RuntimeException {}

    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final CompletableFuture<SimilarList> found = new CompletableFuture<>();
    private final long startedAt = System.nanoTime();

    SimilarSearch(int total) {
        this.total = total;
    }

    static SimilarSearch over(SimilarList known) {
        var search = new SimilarSearch(known.compared() + known.constant());
        search.done.set(search.total);
        search.found.complete(known);
        return search;
    }

    /// Neurons compared so far.
    public int done() {
        return done.get();
    }

    /// Neurons to compare.
    public int total() {
        return total;
    }

    public boolean isOver() {
        return found.isDone();
    }

    /// What was found, once it is over.
    ///
    /// @throws RuntimeException if it failed
    public Optional<SimilarList> result() {
        return found.isDone() ? Optional.of(found.join()) : Optional.empty();
    }

    /// Ends it where it is.
    public void cancel() {
        found.completeExceptionally(new Cancelled());
    }

    SimilarList await() {
        return found.join();
    }

    void finish(SimilarList list) {
        found.complete(list);
    }

    void fail(Throwable failure) {
        found.completeExceptionally(failure);
    }

    void count(int more) {
        done.addAndGet(more);
    }

    void requireWanted() {
        if (found.isDone()) {
            throw new Cancelled();
        }
        if (System.nanoTime() - startedAt > LONGEST.toNanos()) {
            throw new BadInput("This took longer than %d seconds and was stopped.".formatted(LONGEST.toSeconds()));
        }
    }
}
