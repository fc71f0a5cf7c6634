package org.histogrid.base.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One server a data folder. The lock is the operating system's, so it ends with the process however that ends.
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataFolderLock take(Path data) throws IOException {
        var channel =
                FileChannel.open(data.resolve("histogrid.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StoreUnavailableException("Another Histogrid is running on the data folder " + data
                    + ". Stop that one first, or name another folder with HISTOGRID_DATA.");
        }
        return new DataFolderLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
