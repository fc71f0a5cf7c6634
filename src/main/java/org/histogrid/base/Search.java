package org.histogrid.base;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/// Something that takes its time, for somebody who waits: it is about to begin, runs, or is over. It ends by itself
/// when it has run for long enough.
public final class Search<T> {

    /// Nobody waits any more.
    public static final class Cancelled extends RuntimeException {}

    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final int total;
    private final Duration longest;
    private final AtomicInteger done = new AtomicInteger();
    private final CompletableFuture<T> found = new CompletableFuture<>();
    private volatile long begunAt = NOT_BEGUN;

    /// @param total steps it takes
    /// @param longest how long it may run
    public Search(int total, Duration longest) {
        this.total = total;
        this.longest = longest;
    }

    /// Steps done so far.
    public int done() {
        return done.get();
    }

    public int total() {
        return total;
    }

    public boolean isOver() {
        return found.isDone();
    }

    /// What was found, once it is over.
    ///
    /// @throws RuntimeException what it failed with, or [Cancelled]
    public Optional<T> result() {
        return found.isDone() ? Optional.of(await()) : Optional.empty();
    }

    /// Waits for what is found.
    ///
    /// @throws RuntimeException what it failed with, or [Cancelled]
    public T await() {
        try {
            return found.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Ends it where it is.
    public void cancel() {
        fail(new Cancelled());
    }

    /// For whoever searches, after each few steps.
    public void count(int steps) {
        done.addAndGet(steps);
    }

    /// For whoever searches, again and again.
    ///
    /// @throws Cancelled when nobody waits any more
    /// @throws BadInput when it has run for too long
    public void requireWanted() {
        if (found.isDone()) {
            throw new Cancelled();
        }
        if (begunAt != NOT_BEGUN && System.nanoTime() - begunAt > longest.toNanos()) {
            throw new BadInput("This took longer than %s and was stopped."
                    .formatted(Numbers.count(longest.toSeconds(), "second")));
        }
    }

    void begin() {
        begunAt = System.nanoTime();
        requireWanted();
    }

    void finish(T what) {
        done.set(total);
        found.complete(what);
    }

    void fail(Throwable failure) {
        found.completeExceptionally(failure);
    }
}
