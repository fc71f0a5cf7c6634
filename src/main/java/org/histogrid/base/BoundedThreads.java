package org.histogrid.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Threads for what somebody waits for and takes a while.
public final class BoundedThreads {

    private BoundedThreads() {}

    /// A few run at a time and some wait; what is more than that is refused with a
    /// [java.util.concurrent.RejectedExecutionException].
    public static ExecutorService of(String name, int atOnce, int mostWaiting) {
        return new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().daemon().name(name + " ", 0).factory());
    }
}
