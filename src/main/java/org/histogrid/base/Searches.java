package org.histogrid.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/// Searches of one kind: a few run at a time, some wait, and what they found is remembered until what they looked
/// through changes. Knows nobody: who may look is for the caller to ask.
public final class Searches<K, T> implements AutoCloseable {

    private static final Duration REMEMBERED = Duration.ofHours(12);

    private final String what;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<K, T> known;
    private final ExecutorService threads;

    /// @param what is looked for, in the plural
    /// @param atOnce how many run at a time
    /// @param mostWaiting how many wait
    /// @param mostKnown how many answers are remembered
    public Searches(String what, int atOnce, int mostWaiting, int mostKnown) {
        this.what = what;
        known = Caffeine.newBuilder()
                .maximumSize(mostKnown)
                .expireAfterAccess(REMEMBERED)
                .build();
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().daemon().name(what + " ", 0).factory());
    }

    /// The answer if it is known already.
    public Optional<T> known(K key) {
        return Optional.ofNullable(known.getIfPresent(key));
    }

    /// Begins in the background, or is over at once where the answer is known.
    ///
    /// @param search one that has not begun
    /// @param work finds the answer, counts its steps, and asks the search whether it is wanted
    /// @throws Conflict if too many wait already
    public Search<T> start(K key, Search<T> search, Function<Search<T>, T> work) {
        var before = known(key);
        if (before.isPresent()) {
            search.finish(before.get());
            return search;
        }
        try {
            threads.execute(() -> run(key, search, work));
        } catch (RejectedExecutionException e) {
            throw new Conflict(
                    "Many are looking for %s just now. Try again in a few minutes.".formatted(what), List.of());
        }
        return search;
    }

    private void run(K key, Search<T> search, Function<Search<T>, T> work) {
        try {
            search.begin();
            var before = changes.get();
            // Somebody before in the queue may have asked for the same
            var found = known(key).orElseGet(() -> work.apply(search));
            if (before == changes.get()) {
                known.put(key, found);
            }
            search.finish(found);
        } catch (Throwable failure) {
            // Whoever waits is told; an error would otherwise end with this thread
            search.fail(failure);
        }
    }

    /// What was looked through has changed.
    ///
    /// @param of which answers were found in it; those that are being looked for are not remembered either
    public void forget(Predicate<K> of) {
        changes.incrementAndGet();
        known.asMap().keySet().removeIf(of);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
