package org.histogrid.tensor.child;

import java.util.concurrent.TimeUnit;

/// Ends the process when nothing comes of its work any more: parsers of others go round in circles on some damaged
/// files.
final class Progress {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

    /// What the slowest step may take of a larger file: the whole of it at 2 MB a second.
    private static final long NANOS_PER_BYTE = 500;

    private static final int CHECK_MILLIS = 200;

    private static volatile long last = System.nanoTime();

    private Progress() {}

    /// A step is done.
    static void made() {
        last = System.nanoTime();
    }

    /// Watches from now on.
    ///
    /// @param bytes the size of the file
    static void watch(long bytes) {
        made();
        long patience = PATIENCE_NANOS + Math.min(bytes, Long.MAX_VALUE >>> 10) * NANOS_PER_BYTE;
        Thread.ofPlatform().daemon().start(() -> {
            while (System.nanoTime() - last < patience) {
                try {
                    Thread.sleep(CHECK_MILLIS);
                } catch (InterruptedException e) {
                    break;
                }
            }
            Runtime.getRuntime().halt(ChildMain.STANDSTILL);
        });
    }
}
