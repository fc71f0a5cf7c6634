package org.histogrid.dataset;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.histogrid.tensor.BlockSink;
import org.histogrid.tensor.MatrixReader;

/// Transposes the next block while the last one is written: two blocks are on the heap at most.
final class BlockPipeline {

    private static final int BLOCK_BYTES = MatrixReader.BLOCK_BYTES / 2;

    private CompletableFuture<?> writing = CompletableFuture.completedFuture(true);

    private BlockPipeline() {}

    /// The sink is called on another thread, for one block after the other; what it throws ends the reading.
    static void run(MatrixReader reader, BlockSink sink) {
        var pipeline = new BlockPipeline();
        try (var writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import writer").factory())) {
            reader.forEachBlock(BLOCK_BYTES, (first, payloads) -> {
                pipeline.await();
                pipeline.writing = CompletableFuture.runAsync(() -> sink.accept(first, payloads), writer);
            });
            pipeline.await();
        }
    }

    private void await() {
        try {
            writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
