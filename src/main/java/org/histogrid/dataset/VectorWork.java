package org.histogrid.dataset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Works on vectors as they come from the database, in blocks on all processors. Whoever hands them over waits while
/// a few blocks are not done yet, so that memory stays bounded however many come.
public final class VectorWork implements AutoCloseable {

    private static final int BYTES_A_BLOCK = 1 << 20;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final ThreadLocal<Consumer<NeuronValues>> worker;
    private final ExecutorService threads;
    private final Semaphore free = new Semaphore(2 * THREADS);
    private final Queue<Future<?>> blocks = new ArrayDeque<>();
    private List<NeuronValues> block = new ArrayList<>();
    private long bytes;

    /// @param workers makes what works on the vectors of one thread; each vector goes to one of them, in no order
    public VectorWork(String name, Supplier<Consumer<NeuronValues>> workers) {
        worker = ThreadLocal.withInitial(workers);
        threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name(name + " ", 0).factory());
    }

    /// What a worker threw at an earlier vector is thrown here.
    public void add(NeuronValues vector) {
        block.add(vector);
        bytes += vector.payload().length;
        if (bytes >= BYTES_A_BLOCK) {
            submit();
        }
    }

    private void submit() {
        while (!blocks.isEmpty() && blocks.peek().isDone()) {
            await(blocks.remove());
        }
        var full = block;
        block = new ArrayList<>();
        bytes = 0;
        try {
            free.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        blocks.add(threads.submit(() -> {
            try {
                full.forEach(worker.get());
            } finally {
                free.release();
            }
        }));
    }

    /// Waits until all that was added is done. What a worker threw is thrown here.
    public void finish() {
        submit();
        while (!blocks.isEmpty()) {
            await(blocks.remove());
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("Work on vectors failed", e.getCause());
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("Interrupted while vectors were worked on");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
